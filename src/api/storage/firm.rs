//! Firms: a provider's own space, and the deals that it keeps.
//!
//! Who has access to a deal by its firm is derived wherever somebody asks and copied nowhere: the office by what they are in the firm, a technician by
//! a row of `duties`, which [`note_duties`] writes with the record that says it.

use super::batch::{Marks, ROWS_MAX, pieces, places};
use super::row::parsed;
use super::{Storage, account, space};
use crate::error::Error;
use model::access::{Role, Sort};
use model::{AccountId, Instant, RecordId, ShareId, SpaceId};
use sqlx::{AnyConnection, AssertSqlSafe};
use wire::ErrorCode;
use wire::space::Membership;

/// Whether a member of the firm that keeps a deal goes there: its office does, a technician by a duty. In a statement that has the deal as `spaces`.
macro_rules! goes {
    ($members:literal) => {
        concat!(
            "(",
            $members,
            ".role in ('owner', 'manager') or exists (select 1 from duties where duties.firm = ",
            $members,
            ".space and duties.deal = spaces.id and duties.member = ",
            $members,
            ".account))"
        )
    };
}

/// Whether the row of `members` is one by which its account is in the space of `spaces`, where it is one of that space, of its home or of its firm.
macro_rules! reaches {
    () => {
        concat!("(spaces.firm is null or members.space <> spaces.firm or ", crate::storage::firm::goes!("members"), ")")
    };
}

/// The same, and the only such row where there is more than one: who is there for the home, or has the deal in their own account, is not there by the firm.
macro_rules! reaches_once {
    () => {
        concat!(
            crate::storage::firm::reaches!(),
            " and not (members.role = 'provider' and exists (select 1 from members as client \
             where client.space = spaces.home and client.account = members.account)) \
             and (spaces.firm is null or members.space <> spaces.firm or not exists (select 1 from members as other \
             where other.account = members.account and other.space in (spaces.id, spaces.home)))"
        )
    };
}

/// What somebody is in a space: what their row of `members` says, and in a deal of their firm its provider, or a technician who does its work.
macro_rules! role {
    () => {
        "case when members.space = spaces.firm and members.role <> 'technician' then 'provider' else members.role end"
    };
}

pub(super) use {goes, reaches, reaches_once, role};

const OWNED: &str = "select spaces.id, spaces.head, members.version from members \
     join spaces on spaces.id = members.space and spaces.sort = 'firm' and spaces.erased is null \
     where members.account = $1 and members.role = 'owner'";

const NEW: &str = "insert into spaces (id, head, access, total, created, sort) values ($1, 0, 1, 0, $2, 'firm') \
     on conflict (id) do nothing";

const OWN: &str = "insert into members (space, account, role, version, since) values ($1, $2, 'owner', 1, $3)";

/// What its owner kept alone the firm keeps from then on, and their invoices are numbered on.
const BRING: [&str; 3] = [
    "update spaces set firm = $1, access = access + 1 where sort = 'deal' and firm is null and id in \
     (select space from members where account = $2 and role = 'provider')",
    "delete from members where account = $2 and role = 'provider' and space in (select id from spaces where firm = $1)",
    "insert into numbers (name, last) select 'invoices of ' || $1, last from numbers where name = 'invoices of ' || $2",
];

/// Only of a deal that no other firm keeps, by a link that has not ended, for a firm whose office the account is of; who is there for the home is not its
/// provider too.
const KEEP: &str = "update spaces set firm = $2, access = access + 1 where sort = 'deal' and erased is null \
     and (firm is null or firm = $2) \
     and id = (select space from shares where id = $1 and revoked is null and suspended is null) \
     and exists (select 1 from members as office join spaces as firms on firms.id = office.space and firms.sort = 'firm' \
     and firms.erased is null where office.space = $2 and office.account = $3 and office.role in ('owner', 'manager')) \
     and not exists (select 1 from members as client where client.space = spaces.home and client.account = $3)";

const UNKEEP: &str = "delete from members where account = $2 and role = 'provider' \
     and space = (select space from shares where id = $1)";

const KEPT: &str = "select spaces.id, spaces.head, members.version, spaces.closed from shares \
     join spaces on spaces.id = shares.space join members on members.space = spaces.firm and members.account = $2 where shares.id = $1";

/// What an erased firm leaves: its deals, which it keeps no more.
const LEAVE: [&str; 3] = [
    "delete from duties where firm = $1",
    "update spaces set firm = null, access = access + 1 where firm = $1",
    "delete from numbers where name = 'invoices of ' || $1",
];

const PART: &str = "update spaces set firm = null, access = access + 1 where id = $1 and sort = 'deal' \
     and firm in (select space from members where account = $2 and role in ('owner', 'manager'))";

/// Who goes to which deal by a record of a firm; nobody where it says so no more.
pub(super) type Going = (RecordId, Option<(SpaceId, AccountId)>);

impl Storage {
    /// Makes a firm that an account owns; again is harmless. What the account kept of deals it keeps from then on.
    ///
    /// # Errors
    /// `Conflict` where the account owns another firm, or something else has the id.
    pub async fn make_firm(&self, account: AccountId, firm: SpaceId, now: Instant) -> Result<Membership, Error> {
        self.write(move |connection| Box::pin(make(connection, account, firm, now))).await
    }

    /// Keeps the deal behind a link for a firm of whose office the account is; again is harmless. None where it may not be.
    pub async fn keep_deal_for(
        &self,
        account: AccountId,
        firm: SpaceId,
        share: ShareId,
    ) -> Result<Option<Membership>, Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let keep = sqlx::query(KEEP).bind(share.to_string()).bind(firm.to_string()).bind(account.to_string());
                if keep.execute(&mut *connection).await?.rows_affected() != 1 {
                    return Ok(None);
                }
                let unkeep = sqlx::query(UNKEEP).bind(share.to_string()).bind(account.to_string());
                unkeep.execute(&mut *connection).await?;
                let kept = sqlx::query_as(KEPT).bind(share.to_string()).bind(account.to_string());
                let (space, head, version, closed): (String, i64, i64, Option<String>) =
                    kept.fetch_one(connection).await?;
                let closed = closed.as_deref().map(parsed).transpose()?;
                let kept = space::membership(parsed(&space)?, Role::Provider.as_str(), head, version)?;
                Ok(Some(Membership { sort: Sort::Deal, closed, ..kept }))
            })
        })
        .await
    }
}

async fn make(
    connection: &mut AnyConnection,
    account: AccountId,
    firm: SpaceId,
    now: Instant,
) -> Result<Membership, Error> {
    account::hold(connection, &account.to_string()).await?;
    let owned = sqlx::query_as(OWNED).bind(account.to_string());
    let owned: Option<(String, i64, i64)> = owned.fetch_optional(&mut *connection).await?;
    let of = |head: i64, version: i64| {
        let made = space::membership(firm, Role::Owner.as_str(), head, version)?;
        Ok(Membership { sort: Sort::Firm, ..made })
    };
    match owned {
        Some((id, head, version)) if id == firm.to_string() => return of(head, version),
        Some(_) => return Err(Error::new(ErrorCode::Conflict, "This account has a firm already.")),
        None => {}
    }
    let new = sqlx::query(NEW).bind(firm.to_string()).bind(now.to_string());
    if new.execute(&mut *connection).await?.rows_affected() != 1 {
        return Err(Error::new(ErrorCode::Conflict, "Something else has this id."));
    }
    let own = sqlx::query(OWN).bind(firm.to_string()).bind(account.to_string()).bind(now.to_string());
    own.execute(&mut *connection).await?;
    for statement in BRING {
        let bring = sqlx::query(statement).bind(firm.to_string()).bind(account.to_string());
        bring.execute(&mut *connection).await?;
    }
    of(0, 1)
}

/// Notes who goes where by the records of firms that a push changed.
pub(super) async fn note_duties(connection: &mut AnyConnection, firm: &str, duties: &[Going]) -> Result<(), Error> {
    let marks = Marks::of(connection);
    for piece in pieces(duties, ROWS_MAX) {
        for (record, _) in piece {
            let forget = sqlx::query("delete from duties where firm = $1 and record = $2");
            forget.bind(firm.to_owned()).bind(record.to_string()).execute(&mut *connection).await?;
        }
        let stand: Vec<_> = piece.iter().filter_map(|(record, goes)| Some((record, (*goes)?))).collect();
        if stand.is_empty() {
            continue;
        }
        let text = format!("insert into duties (firm, record, deal, member) values {}", places(marks, stand.len(), 4));
        let mut note = sqlx::query(AssertSqlSafe(text));
        for (record, (deal, member)) in stand {
            note = note.bind(firm.to_owned()).bind(record.to_string()).bind(deal.to_string()).bind(member.to_string());
        }
        note.execute(&mut *connection).await?;
    }
    Ok(())
}

/// By whose numbers an account counts its invoices: those of the firm that keeps the deal, else of the firm that it owns, else its own.
pub(super) async fn series(
    connection: &mut AnyConnection,
    account: &str,
    firm: Option<SpaceId>,
) -> Result<String, Error> {
    let whose = match firm {
        Some(firm) => firm.to_string(),
        None => {
            let owned = sqlx::query_as(OWNED).bind(account.to_owned()).fetch_optional(connection).await?;
            owned.map_or_else(|| account.to_owned(), |(firm, _, _): (String, i64, i64)| firm)
        }
    };
    Ok(format!("invoices of {whose}"))
}

/// Ends what the office of a firm, of which the account is, has of a deal. Whether it had anything.
pub(super) async fn part(connection: &mut AnyConnection, deal: &str, account: AccountId) -> Result<bool, Error> {
    let part = sqlx::query(PART).bind(deal.to_owned()).bind(account.to_string());
    Ok(part.execute(connection).await?.rows_affected() == 1)
}

/// Lets go of the deals of a firm that is erased.
pub(super) async fn leave(connection: &mut AnyConnection, firm: &str) -> Result<(), Error> {
    for statement in LEAVE {
        sqlx::query(statement).bind(firm.to_owned()).execute(&mut *connection).await?;
    }
    Ok(())
}

/// How many of a firm's places are left for new members.
pub(super) fn has_place(taken: i64) -> Result<(), Error> {
    match taken < model::firm::MEMBERS_MAX {
        true => Ok(()),
        false => Err(Error::new(ErrorCode::TooMany, "A firm has at most ten members.")),
    }
}
