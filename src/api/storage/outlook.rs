//! What suppliers may expect: which homes are counted, what was published, and the links by which it is seen.

use super::row::{counted, parsed};
use super::{Scope, Storage};
use crate::error::Error;
use model::access::Role;
use model::estate::month::Month;
use model::estate::outlook::{Figure, Place};
use model::{AccountId, Date, FileHash, Instant, ShareId, SpaceId};
use sqlx::AnyConnection;
use wire::closing::ExportCounted;

const SINCE: &str = "select since from outlook_agreed where space = $1";

const OF_ACCOUNT: &str = "select space, since from outlook_agreed where account = $1 order by space";

/// Who agrees again agrees since the first time; only who owns the home still.
const AGREE: &str = "insert into outlook_agreed (space, account, since) select space, account, $3 from members \
     where space = $1 and account = $2 and role = 'owner' on conflict (space) do nothing";

const DROP: &str = "delete from outlook_agreed where space = $1";

const DROP_OF_ACCOUNT: &str = "delete from outlook_agreed where account = $1";

/// Whoever changes who agrees and whoever publishes stand in line here.
const RISE: &str = "update numbers set last = last + 1 where name = 'outlook'";

const HOLD: &str = "update numbers set last = last where name = 'outlook' and last = $1";

const MARK: &str = "select last from numbers where name = 'outlook'";

/// Homes whose owner agreed and owns them still.
const HOMES: &str = "select spaces.id, members.account, spaces.head from outlook_agreed \
     join spaces on spaces.id = outlook_agreed.space and spaces.sort = 'home' and spaces.erased is null \
     join members on members.space = spaces.id and members.account = outlook_agreed.account and members.role = 'owner' \
     where outlook_agreed.since <= $1 order by spaces.id";

/// Which homes those who agreed own alone or with others, with all of their owners.
const OWNERS: &str = "select distinct owners.space, owners.account from outlook_agreed \
     join members own on own.account = outlook_agreed.account and own.role in ('owner', 'co_owner') \
     join spaces on spaces.id = own.space and spaces.sort = 'home' \
     join members owners on owners.space = own.space and owners.role in ('owner', 'co_owner') order by owners.space, owners.account";

const ADDRESSES: &str =
    "select id, email from accounts where id in (select account from outlook_agreed) order by email";

const LAST: &str = "select month from outlook_issues order by month desc limit 1";

const FIGURES: &str = "select month, suburb, family, issue, quantity from outlook_figures where month >= $1 \
     order by month, suburb, family";

/// Of several servers that publish in one month, one does.
const ISSUE: &str = "insert into outlook_issues (month, published) values ($1, $2) on conflict (month) do nothing";

const TELL: &str = "insert into outlook_figures (month, suburb, family, issue, quantity) values ($1, $2, $3, $4, $5) \
     on conflict (month, suburb, family) do nothing";

const ADD_LINK: &str =
    "insert into outlook_links (id, auth_hash, name, made, expires, opens) values ($1, $2, $3, $4, $5, 0)";

const LINK: &str = "select id, auth_hash, name, made, expires, ended, opens, opened from outlook_links where id = $1";

const LINKS: &str =
    "select id, auth_hash, name, made, expires, ended, opens, opened from outlook_links order by made, id";

const OPEN: &str =
    "update outlook_links set opens = opens + 1, opened = $2 where id = $1 and ended is null and expires > $2";

const END_LINK: &str = "update outlook_links set ended = $2 where id = $1 and ended is null and expires > $2";

/// A link by which a supplier sees what was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutlookLink {
    /// Which.
    pub id: ShareId,
    /// SHA-256 of what its secret proves itself by.
    pub auth_hash: FileHash,
    /// Whom it is for.
    pub name: String,
    /// When it was made.
    pub made: Instant,
    /// When it ends by itself.
    pub expires: Instant,
    /// When it was ended.
    pub ended: Option<Instant>,
    /// How often it was opened.
    pub opens: u64,
    /// When last.
    pub opened: Option<Instant>,
}

impl OutlookLink {
    /// Whether it opens nothing any more.
    pub fn has_ended(&self, now: Instant) -> bool {
        self.ended.is_some() || self.expires <= now
    }
}

/// What came of publishing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlookIssued {
    /// It is published.
    Now,
    /// It was that month already.
    Before,
    /// Who agrees changed meanwhile: nothing was published.
    Changed,
}

impl Storage {
    /// Since when the owner of a home has agreed that it is counted; none where they do not.
    pub async fn outlook_since(&self, scope: &Scope) -> Result<Option<Instant>, Error> {
        let row: Option<(String,)> =
            self.readers.optional(sqlx::query_as(SINCE).bind(scope.space().to_string())).await?;
        row.map(|(since,)| parsed(&since)).transpose()
    }

    /// Counts a home from then on, or no more; again is harmless.
    pub async fn set_outlook(&self, scope: &Scope, agreed: bool, now: Instant) -> Result<(), Error> {
        let (space, account) = (scope.space().to_string(), scope.account().to_string());
        self.write(move |connection| {
            Box::pin(async move {
                if !agreed {
                    return leave(connection, &space).await;
                }
                let agree = sqlx::query(AGREE).bind(space).bind(account).bind(now.to_string());
                agree.execute(&mut *connection).await?;
                rise(connection).await
            })
        })
        .await
    }

    /// Homes that are counted because that account agreed.
    pub async fn outlook_of(&self, account: AccountId) -> Result<Vec<ExportCounted>, Error> {
        let rows: Vec<(String, String)> =
            self.readers.all(sqlx::query_as(OF_ACCOUNT).bind(account.to_string())).await?;
        let one =
            |(space, since): (String, String)| Ok(ExportCounted { space: parsed(&space)?, since: parsed(&since)? });
        rows.into_iter().map(one).collect()
    }

    /// A number that is another whenever who agrees has changed.
    pub async fn outlook_mark(&self) -> Result<u64, Error> {
        let (mark,): (i64,) = self.readers.one(sqlx::query_as(MARK)).await?;
        Ok(counted(mark))
    }

    /// Homes whose owners agreed then or earlier, as those see them.
    pub async fn outlook_homes(&self, until: Instant) -> Result<Vec<Scope>, Error> {
        let rows: Vec<(String, String, i64)> = self.readers.all(sqlx::query_as(HOMES).bind(until.to_string())).await?;
        let home = |(space, account, head): (String, String, i64)| {
            let (space, account): (SpaceId, AccountId) = (parsed(&space)?, parsed(&account)?);
            Ok(Scope::of_link(space, account, Role::Owner, counted(head)))
        };
        rows.into_iter().map(home).collect()
    }

    /// What accounts that agreed have in common with others: homes that they own with them, and by `mailbox` their mail.
    pub async fn outlook_ties(&self, mailbox: fn(&str) -> String) -> Result<Vec<(String, AccountId)>, Error> {
        let owners: Vec<(String, String)> = self.readers.all(sqlx::query_as(OWNERS)).await?;
        let addresses: Vec<(String, String)> = self.readers.all(sqlx::query_as(ADDRESSES)).await?;
        let addresses = addresses.into_iter().map(|(account, email)| (mailbox(&email), account));
        owners.into_iter().chain(addresses).map(|(tie, account)| Ok((tie, parsed(&account)?))).collect()
    }

    /// The month in which it was published last.
    pub async fn outlook_last(&self) -> Result<Option<Month>, Error> {
        let row: Option<(String,)> = self.readers.optional(sqlx::query_as(LAST)).await?;
        row.map(|(text,)| month(&text)).transpose()
    }

    /// What was published of months from that one on, by month, suburb and family.
    pub async fn outlook_figures(&self, from: Month) -> Result<Vec<(Place, Figure)>, Error> {
        let rows: Vec<(String, String, String, String, i64)> =
            self.readers.all(sqlx::query_as(FIGURES).bind(from.to_string())).await?;
        let figure = |(of, suburb, family, issue, quantity): (String, String, String, String, i64)| {
            let place = Place { month: month(&of)?, suburb, family };
            Ok((place, Figure { published: month(&issue)?, quantity }))
        };
        rows.into_iter().map(figure).collect()
    }

    /// Publishes figures, all or none, if who agrees is as it was at `mark` and nothing was published in that month yet.
    pub async fn issue_outlook(
        &self,
        of: Month,
        mark: u64,
        figures: Vec<(Place, Figure)>,
        now: Instant,
    ) -> Result<OutlookIssued, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let hold = sqlx::query(HOLD).bind(mark.cast_signed()).execute(&mut *connection).await?;
                if hold.rows_affected() == 0 {
                    return Ok(OutlookIssued::Changed);
                }
                let issue = sqlx::query(ISSUE).bind(of.to_string()).bind(now.to_string());
                if issue.execute(&mut *connection).await?.rows_affected() == 0 {
                    return Ok(OutlookIssued::Before);
                }
                for (place, figure) in figures {
                    let tell = sqlx::query(TELL).bind(place.month.to_string()).bind(place.suburb).bind(place.family);
                    let tell = tell.bind(figure.published.to_string()).bind(figure.quantity);
                    tell.execute(&mut *connection).await?;
                }
                Ok(OutlookIssued::Now)
            })
        })
        .await
    }

    /// Keeps a link.
    pub async fn add_outlook_link(&self, link: OutlookLink) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let add = sqlx::query(ADD_LINK).bind(link.id.to_string()).bind(link.auth_hash.to_string());
                let add = add.bind(link.name).bind(link.made.to_string()).bind(link.expires.to_string());
                add.execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// A link, also one that has ended.
    pub async fn outlook_link(&self, id: ShareId) -> Result<Option<OutlookLink>, Error> {
        self.readers.optional(sqlx::query_as(LINK).bind(id.to_string())).await?.map(link).transpose()
    }

    /// All of them, the oldest first.
    pub async fn outlook_links(&self) -> Result<Vec<OutlookLink>, Error> {
        self.readers.all(sqlx::query_as(LINKS)).await?.into_iter().map(link).collect()
    }

    /// Notes that a link was opened. Whether it still opens anything.
    pub async fn open_outlook(&self, id: ShareId, now: Instant) -> Result<bool, Error> {
        self.change_link(OPEN, id, now).await
    }

    /// Ends a link. Whether there was one that had not ended.
    pub async fn end_outlook_link(&self, id: ShareId, now: Instant) -> Result<bool, Error> {
        self.change_link(END_LINK, id, now).await
    }

    async fn change_link(&self, text: &'static str, id: ShareId, now: Instant) -> Result<bool, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let change = sqlx::query(text).bind(id.to_string()).bind(now.to_string());
                Ok(change.execute(connection).await?.rows_affected() == 1)
            })
        })
        .await
    }
}

/// A home is counted no more: it is erased, or somebody else's.
pub(super) async fn leave(connection: &mut AnyConnection, space: &str) -> Result<(), Error> {
    drop_by(connection, DROP, space).await
}

/// No home is counted any more for which that account agreed.
pub(super) async fn leave_account(connection: &mut AnyConnection, account: &str) -> Result<(), Error> {
    drop_by(connection, DROP_OF_ACCOUNT, account).await
}

async fn drop_by(connection: &mut AnyConnection, text: &'static str, id: &str) -> Result<(), Error> {
    let dropped = sqlx::query(text).bind(id.to_owned()).execute(&mut *connection).await?;
    if dropped.rows_affected() > 0 { rise(connection).await } else { Ok(()) }
}

async fn rise(connection: &mut AnyConnection) -> Result<(), Error> {
    sqlx::query(RISE).execute(connection).await?;
    Ok(())
}

/// Id, hash, name, made, expires, ended, opens, opened.
type LinkRow = (String, String, String, String, String, Option<String>, i64, Option<String>);

fn link((id, auth_hash, name, made, expires, ended, opens, opened): LinkRow) -> Result<OutlookLink, Error> {
    let at = |text: Option<String>| text.as_deref().map(parsed).transpose();
    let (id, auth_hash) = (parsed(&id)?, parsed(&auth_hash)?);
    let (made, expires) = (parsed(&made)?, parsed(&expires)?);
    Ok(OutlookLink {
        id,
        auth_hash,
        name,
        made,
        expires,
        ended: at(ended)?,
        opens: counted(opens),
        opened: at(opened)?,
    })
}

/// A month as it is written in a column, `2026-12`.
fn month(text: &str) -> Result<Month, Error> {
    parsed::<Date>(&format!("{text}-01")).map(Month::of)
}
