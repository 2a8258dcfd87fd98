//! What closing an account takes with it, and everything that is held about its owner.

use super::Storage;
use super::account::heir;
use super::address::BACK_MS_MAX;
use super::row::{counted, parsed};
use crate::error::Error;
use model::{AccountId, Instant};
use wire::closing::{Closing, ClosingHome, EmailBefore, ExportInvitation, ExportLink, ExportReminders};

/// The heir is found as erasing finds them.
const HOMES: &str = concat!(
    "select members.space, (select accounts.email from accounts where accounts.id = (",
    heir!("members.space"),
    ")), (select count(*) from members others where others.space = members.space) - 1, \
     (select total from spaces where spaces.id = members.space), \
     (select count(*) from files where files.space = members.space), \
     (select cast(coalesce(sum(files.size), 0) as bigint) from files where files.space = members.space), spaces.sort \
     from members join spaces on spaces.id = members.space and spaces.sort in ('home', 'firm', 'estate') \
     where members.account = $1 and members.role = 'owner' order by members.since, members.space"
);

/// Space, heir, other members, records, files, their size, what it is.
type Going = (String, Option<String>, i64, i64, i64, i64, String);

const LEAVES: &str = "select count(*) from members where account = $1 and role <> 'owner' and estate is null";

const LINKS_OPEN: &str =
    "select count(*) from shares where made_by = $1 and revoked is null and expires > $2 and label is null";

const ABOUT: &str = "select email, language, created from accounts where id = $1";

const EMAILS_BEFORE: &str = "select email_before, at from email_changes where account = $1 and at > $2 order by at";

const LINKS: &str = "select space, id, purpose, name, made, expires, opens, revoked from shares where made_by = $1 and label is null order by made, id";

const INVITATIONS: &str =
    "select space, email, role, expires from invitations where invited_by = $1 and expires > $2 order by expires, id";

/// Address, language and beginning of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// Its e-mail.
    pub email: String,
    /// The language of its mails, a BCP 47 tag.
    pub language: String,
    /// When it was made.
    pub created: Instant,
}

/// Space, id, purpose, name, made, expires, opens, revoked.
type Link = (String, String, String, String, String, String, i64, Option<String>);

const REMINDERS: &str = "select members.space, reminders.settings, feeds.made from members \
     left join reminders on reminders.space = members.space and reminders.account = members.account \
     left join feeds on feeds.space = members.space and feeds.account = members.account \
     where members.account = $1 and (reminders.settings is not null or feeds.made is not null) order by members.space";

impl Storage {
    /// How an account is reminded in each of its homes.
    pub async fn reminders_of(&self, account: AccountId) -> Result<Vec<ExportReminders>, Error> {
        let rows: Vec<(String, Option<String>, Option<String>)> =
            self.readers.all(sqlx::query_as(REMINDERS).bind(account.to_string())).await?;
        let reminders = |(space, settings, made): (String, Option<String>, Option<String>)| {
            let settings =
                settings.map(|settings| serde_json::from_str(&settings).map_err(Error::broken)).transpose()?;
            Ok(ExportReminders { space: parsed(&space)?, settings, feed: made.as_deref().map(parsed).transpose()? })
        };
        rows.into_iter().map(reminders).collect()
    }

    /// What closing an account takes with it.
    pub async fn closing(&self, account: AccountId, now: Instant) -> Result<Closing, Error> {
        let account = account.to_string();
        let rows: Vec<Going> = self.readers.all(sqlx::query_as(HOMES).bind(account.clone())).await?;
        let home = |(space, heir, members, records, files, bytes, sort): Going| {
            Ok(ClosingHome {
                space: parsed(&space)?,
                heir,
                members: counted(members),
                records: counted(records),
                files: counted(files),
                files_bytes: counted(bytes),
                sort: parsed(&sort)?,
            })
        };
        let homes = rows.into_iter().map(home).collect::<Result<_, Error>>()?;
        let (leaves,): (i64,) = self.readers.one(sqlx::query_as(LEAVES).bind(account.clone())).await?;
        let links = sqlx::query_as(LINKS_OPEN).bind(account).bind(now.to_string());
        let (links,): (i64,) = self.readers.one(links).await?;
        Ok(Closing { homes, leaves: counted(leaves), links: counted(links) })
    }

    /// Address, language and beginning of an account; none once it was erased.
    pub async fn about(&self, account: AccountId) -> Result<Option<About>, Error> {
        let row: Option<(String, String, String)> =
            self.readers.optional(sqlx::query_as(ABOUT).bind(account.to_string())).await?;
        row.map(|(email, language, created)| Ok(About { email, language, created: parsed(&created)? })).transpose()
    }

    /// Addresses that an account had before and that can still be taken back.
    pub async fn emails_before(&self, account: AccountId, now: Instant) -> Result<Vec<EmailBefore>, Error> {
        let since = Instant(now.0 - BACK_MS_MAX).to_string();
        let rows: Vec<(String, String)> =
            self.readers.all(sqlx::query_as(EMAILS_BEFORE).bind(account.to_string()).bind(since)).await?;
        rows.into_iter().map(|(email, until)| Ok(EmailBefore { email, until: parsed(&until)? })).collect()
    }

    /// The links that an account made, ended ones included, in whichever home.
    pub async fn links_of(&self, account: AccountId) -> Result<Vec<ExportLink>, Error> {
        let rows: Vec<Link> = self.readers.all(sqlx::query_as(LINKS).bind(account.to_string())).await?;
        let link = |(space, id, purpose, name, made, expires, opens, revoked): Link| {
            Ok(ExportLink {
                space: parsed(&space)?,
                id: parsed(&id)?,
                purpose: parsed(&purpose)?,
                name,
                made: parsed(&made)?,
                expires: parsed(&expires)?,
                opens: counted(opens),
                revoked: revoked.as_deref().map(parsed).transpose()?,
            })
        };
        rows.into_iter().map(link).collect()
    }

    /// The invitations that an account sent and that are open.
    pub async fn invitations_of(&self, account: AccountId, now: Instant) -> Result<Vec<ExportInvitation>, Error> {
        let asked = sqlx::query_as(INVITATIONS).bind(account.to_string()).bind(now.to_string());
        let rows: Vec<(String, String, String, String)> = self.readers.all(asked).await?;
        let invitation = |(space, email, role, expires): (String, String, String, String)| {
            Ok(ExportInvitation { space: parsed(&space)?, email, role: parsed(&role)?, expires: parsed(&expires)? })
        };
        rows.into_iter().map(invitation).collect()
    }
}
