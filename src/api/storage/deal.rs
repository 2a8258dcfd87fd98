//! Deals: requests of a home or a scheme to one provider, each a space of its own.

use super::firm::goes;
use super::push::{Asked, Sender, push_all};
use super::row::{counted, parsed};
use super::{Incoming, Scope, Storage, space};
use crate::error::Error;
use model::access::{Action, Role, Sort, may_in};
use model::grant::{Grant, Purpose, Verb};
use model::kind::KINDS;
use model::portal::Side;
use model::{AccountId, Instant, ShareId, SpaceId};
use sqlx::AnyConnection;
use wire::ErrorCode;
use wire::deal::{DealLink, LINK_DAYS};
use wire::push::Outcome;
use wire::space::Membership;

/// Deals of one home, ended ones included.
const DEALS_MAX: i64 = 1_000;
/// Accounts that keep one deal: a small team.
const PROVIDERS_MAX: i64 = 10;
const DAY_MS: i64 = 86_400_000;

const HOLD: &str = "update spaces set head = head where id = $1 and sort in ('home', 'estate') and erased is null";

const COUNT: &str = "select count(*) from spaces where home = $1";

const OPEN: &str = "insert into spaces (id, head, access, total, created, sort, home) values ($1, 0, 1, 0, $2, 'deal', $3) \
     on conflict (id) do nothing";

/// Who is on the other side: providers who keep the deal and who of their firm goes there, or the members of its home.
const PROVIDERS: &str = concat!(
    "select distinct members.account, accounts.email, 'provider' from spaces \
     join members on members.space in (spaces.id, spaces.firm) and (members.role = 'provider' or (members.space = spaces.firm and ",
    goes!("members"),
    ")) join accounts on accounts.id = members.account where spaces.id = $1 order by members.account"
);

const CLIENTS: &str = "select members.account, accounts.email, members.role from spaces \
     join members on members.space = spaces.home join accounts on accounts.id = members.account where spaces.id = $1 order by members.account";

const IS_OWN: &str = "select 1 from spaces where id = $1 and home = $2 and sort = 'deal' and erased is null";

const STANDING: &str = "select spaces.head, spaces.closed, spaces.home, members.version from spaces \
     join members on members.space = spaces.home and members.account = $2 where spaces.id = $1";

const LINK: &str = "insert into shares (id, space, auth_hash, purpose, name, given, made_by, made, expires, opens, unseen, wrong) \
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, 0, 0, 0) on conflict (id) do nothing";

const GOES_ON: &str = "select 1 from spaces where id = $1 and closed is null";

const HAS_LINK: &str = "select 1 from shares where id = $1 and space = $2";

const END_LINKS: &str = "update shares set revoked = $2 where space = $1 and revoked is null";

const END: &str = "update spaces set closed = coalesce(closed, $2) where id = $1";

/// Only of a deal that goes on, by a link that has not ended; who is there for the home is not its provider too, and who works for a firm as a technician keeps
/// no job of their own: they would be told of its money.
const KEEP: &str = "insert into members (space, account, role, version, since) \
     select spaces.id, $2, 'provider', spaces.access + 1, $3 from shares join spaces on spaces.id = shares.space \
     where shares.id = $1 and shares.revoked is null and shares.suspended is null and spaces.sort = 'deal' and spaces.erased is null \
     and not exists (select 1 from members as client where client.space = spaces.home and client.account = $2) \
     and not exists (select 1 from members as team join spaces as firms on firms.id = team.space and firms.sort = 'firm' \
     and firms.erased is null where team.account = $2 and team.role = 'technician') \
     and (select count(*) from members as others where others.space = spaces.id) < $4 \
     on conflict (space, account) do nothing";

const BUMP: &str = "update spaces set access = access + 1 where id = (select space from shares where id = $1)";

const KEPT: &str = "select spaces.id, members.role, spaces.head, members.version, spaces.closed from shares \
     join spaces on spaces.id = shares.space and spaces.sort = 'deal' \
     join members on members.space = spaces.id and members.account = $2 where shares.id = $1";

/// What becomes of the deals of a home that is handed over or erased: they end, and belong to no home.
const LEAVE: [&str; 2] = [
    "update shares set revoked = coalesce(revoked, $2) where space in (select id from spaces where home = $1)",
    "update spaces set access = access + 1, closed = coalesce(closed, $2) where home = $1",
];

const STAYS_WITH: &str = "insert into members (space, account, role, version, since) \
     select id, $2, 'owner', access, $3 from spaces where home = $1 and erased is null on conflict (space, account) do nothing";

/// Those that no provider keeps.
const UNKEPT: &str = "select id from spaces where home = $1 and erased is null and firm is null and not exists \
     (select 1 from members where members.space = spaces.id) order by id";

const PART: &str = "update spaces set home = null where home = $1";

const ORPHANS: &str = "select id from spaces where sort in ('deal', 'case') and home is null and firm is null and erased is null and not exists \
     (select 1 from members where members.space = spaces.id) order by id";

impl Storage {
    /// Opens a deal of the home with its first records and its link, all or nothing; again is harmless.
    ///
    /// # Errors
    /// `Conflict` where something else has its id, `TooMany` where the home has as many as it may, what refuses a record.
    pub async fn open_deal(
        &self,
        scope: &Scope,
        deal: SpaceId,
        link: DealLink,
        edits: Vec<Incoming>,
        now: Instant,
    ) -> Result<Membership, Error> {
        let (home, account) = (scope.space(), scope.account());
        self.write(move |connection| {
            Box::pin(async move {
                if make(connection, home, deal, now).await? {
                    add_link(connection, deal, account, link, now).await?;
                } else if !has_link(connection, deal, link.id).await? {
                    // Another link for a deal that is there is given by renewing it, which not everybody may who may ask.
                    return Err(Error::new(ErrorCode::Conflict, "The deal is open already, by another link."));
                }
                let asked = Asked { space: deal, from: Sender::Account(account), edits, files: Vec::new(), now };
                let reply = push_all(connection, vec![asked]).await?.pop();
                let reply = reply.unwrap_or_else(|| Err(Error::broken("a push without an answer")))?;
                for answer in reply.answers {
                    if let Outcome::Refused { code, faults } = answer.outcome {
                        return Err(Error::new(code, "The deal cannot begin so.").with_faults(faults));
                    }
                }
                standing(connection, deal, account).await
            })
        })
        .await
    }

    /// Puts a link in the place of those that the deal has.
    ///
    /// # Errors
    /// `Conflict` where something else has its id, or the deal was ended.
    pub async fn renew_deal_link(&self, scope: &Scope, link: DealLink, now: Instant) -> Result<(), Error> {
        let (deal, account) = (scope.space(), scope.account());
        self.write(move |connection| {
            Box::pin(async move {
                let goes_on: Option<(i64,)> =
                    sqlx::query_as(GOES_ON).bind(deal.to_string()).fetch_optional(&mut *connection).await?;
                if goes_on.is_none() {
                    return Err(Error::new(ErrorCode::Conflict, "The deal was ended."));
                }
                end_links(connection, deal, now).await?;
                add_link(connection, deal, account, link, now).await
            })
        })
        .await
    }

    /// Who is on that side of a deal or a case with an account, and may write there: account and e-mail.
    pub async fn on_side(&self, scope: &Scope, side: Side) -> Result<Vec<(AccountId, String)>, Error> {
        let statement = if side == Side::Provider { PROVIDERS } else { CLIENTS };
        let rows: Vec<(String, String, String)> =
            self.readers.all(sqlx::query_as(statement).bind(scope.space().to_string())).await?;
        let sort = scope.sort();
        let mut people = Vec::new();
        for (account, email, role) in rows {
            if may_in(sort, parsed(&role)?, Action::Add) {
                people.push((parsed(&account)?, email));
            }
        }
        Ok(people)
    }

    /// Ends a deal and its links; again is harmless.
    pub async fn end_deal(&self, scope: &Scope, now: Instant) -> Result<(), Error> {
        let deal = scope.space();
        self.write(move |connection| {
            Box::pin(async move {
                sqlx::query(END).bind(deal.to_string()).bind(now.to_string()).execute(&mut *connection).await?;
                end_links(connection, deal, now).await
            })
        })
        .await
    }

    /// Makes an account a provider of the deal behind a link; again is harmless. None where it may not be.
    pub async fn keep_deal(
        &self,
        account: AccountId,
        share: ShareId,
        now: Instant,
    ) -> Result<Option<Membership>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let keep = sqlx::query(KEEP).bind(share.to_string()).bind(account.to_string()).bind(now.to_string());
                if keep.bind(PROVIDERS_MAX).execute(&mut *connection).await?.rows_affected() == 1 {
                    sqlx::query(BUMP).bind(share.to_string()).execute(&mut *connection).await?;
                }
                let kept = sqlx::query_as(KEPT).bind(share.to_string()).bind(account.to_string());
                let kept: Option<(String, String, i64, i64, Option<String>)> = kept.fetch_optional(connection).await?;
                let membership = |(space, role, head, version, closed): (String, String, i64, i64, Option<String>)| {
                    let closed = closed.as_deref().map(parsed).transpose()?;
                    let kept = space::membership(parsed(&space)?, &role, head, version)?;
                    Ok(Membership { sort: Sort::Deal, closed, ..kept })
                };
                kept.map(membership).transpose()
            })
        })
        .await
    }
}

/// Makes the space of a deal; whether it was not there before.
async fn make(connection: &mut AnyConnection, home: SpaceId, deal: SpaceId, now: Instant) -> Result<bool, Error> {
    let hold = sqlx::query(HOLD).bind(home.to_string());
    if hold.execute(&mut *connection).await?.rows_affected() != 1 {
        return Err(Error::not_found());
    }
    let open = sqlx::query(OPEN).bind(deal.to_string()).bind(now.to_string()).bind(home.to_string());
    let is_new = open.execute(&mut *connection).await?.rows_affected() == 1;
    let own = sqlx::query_as(IS_OWN).bind(deal.to_string()).bind(home.to_string());
    let own: Option<(i64,)> = own.fetch_optional(&mut *connection).await?;
    if own.is_none() {
        return Err(Error::new(ErrorCode::Conflict, "Something else has this id."));
    }
    let (count,): (i64,) = sqlx::query_as(COUNT).bind(home.to_string()).fetch_one(connection).await?;
    match is_new && count > DEALS_MAX {
        true => Err(Error::new(ErrorCode::TooMany, format!("A home has at most {DEALS_MAX} deals."))),
        false => Ok(is_new),
    }
}

async fn add_link(
    connection: &mut AnyConnection,
    deal: SpaceId,
    account: AccountId,
    link: DealLink,
    now: Instant,
) -> Result<(), Error> {
    let given = serde_json::to_string(&given()).map_err(Error::broken)?;
    let add = sqlx::query(LINK).bind(link.id.to_string()).bind(deal.to_string()).bind(link.auth_hash.to_string());
    let add = add.bind(Purpose::Trade.as_str()).bind(link.name).bind(given).bind(account.to_string());
    let add = add.bind(now.to_string()).bind(Instant(now.0 + LINK_DAYS * DAY_MS).to_string());
    if add.execute(&mut *connection).await?.rows_affected() == 1 {
        return Ok(());
    }
    match has_link(connection, deal, link.id).await? {
        true => Ok(()),
        false => Err(Error::new(ErrorCode::Conflict, "There is a link of this id already.")),
    }
}

/// Whether the link is one of the deal's, ended ones included.
async fn has_link(connection: &mut AnyConnection, deal: SpaceId, link: ShareId) -> Result<bool, Error> {
    let own = sqlx::query_as(HAS_LINK).bind(link.to_string()).bind(deal.to_string());
    let own: Option<(i64,)> = own.fetch_optional(connection).await?;
    Ok(own.is_some())
}

/// What the link of a deal gives: all that is written in it, by whatever version of this server it was made.
pub(super) fn given() -> Grant {
    let written = |kind: &str| Side::ALL.iter().any(|side| side.writes(kind)) || kind == "invoice_number";
    let kinds = KINDS.iter().map(|kind| kind.name).filter(|kind| written(kind)).map(str::to_owned).collect();
    Grant { kinds, verbs: vec![Verb::View, Verb::Download, Verb::Contribute], ..Grant::default() }
}

async fn end_links(connection: &mut AnyConnection, deal: SpaceId, now: Instant) -> Result<(), Error> {
    sqlx::query(END_LINKS).bind(deal.to_string()).bind(now.to_string()).execute(connection).await?;
    Ok(())
}

async fn standing(connection: &mut AnyConnection, deal: SpaceId, account: AccountId) -> Result<Membership, Error> {
    let found = sqlx::query_as(STANDING).bind(deal.to_string()).bind(account.to_string());
    let (head, closed, home, scope): (i64, Option<String>, String, i64) = found.fetch_one(&mut *connection).await?;
    let role = sqlx::query_as("select role from members where space = $1 and account = $2").bind(home.clone());
    let (role,): (String,) = role.bind(account.to_string()).fetch_one(connection).await?;
    let role: Role = parsed(&role)?;
    let (head, scope, closed) = (counted(head), counted(scope), closed.as_deref().map(parsed).transpose()?);
    Ok(Membership { space: deal, role, head, scope, sort: Sort::Deal, home: Some(parsed(&home)?), closed })
}

/// Parts a home from its deals, which end. They stay with `seller`, or, without one, with the providers who keep them; those that nobody has then are to be
/// erased.
pub(super) async fn leave(
    connection: &mut AnyConnection,
    home: &str,
    seller: Option<AccountId>,
    now: Instant,
) -> Result<Vec<String>, Error> {
    for statement in LEAVE {
        sqlx::query(statement).bind(home.to_owned()).bind(now.to_string()).execute(&mut *connection).await?;
    }
    if let Some(seller) = seller {
        let stays = sqlx::query(STAYS_WITH).bind(home.to_owned()).bind(seller.to_string());
        stays.bind(now.to_string()).execute(&mut *connection).await?;
    }
    let unkept: Vec<(String,)> = sqlx::query_as(UNKEPT).bind(home.to_owned()).fetch_all(&mut *connection).await?;
    sqlx::query(PART).bind(home.to_owned()).execute(connection).await?;
    Ok(unkept.into_iter().map(|(deal,)| deal).collect())
}

/// After an account is gone: erases the deals that nobody has any more, and forgets how far its invoices were numbered.
pub(super) async fn forget_account(connection: &mut AnyConnection, account: &str, now: Instant) -> Result<(), Error> {
    erase_orphans(connection, now).await?;
    sqlx::query("delete from duties where member = $1").bind(account.to_owned()).execute(&mut *connection).await?;
    let forget = sqlx::query("delete from numbers where name = $1").bind(format!("invoices of {account}"));
    forget.execute(connection).await?;
    Ok(())
}

/// Erases the deals that nobody has any more: no home, no firm, and nobody alone.
pub(super) async fn erase_orphans(connection: &mut AnyConnection, now: Instant) -> Result<(), Error> {
    let orphans: Vec<(String,)> = sqlx::query_as(ORPHANS).fetch_all(&mut *connection).await?;
    for (deal,) in orphans {
        space::erase_one(connection, &deal, now).await?;
    }
    Ok(())
}
