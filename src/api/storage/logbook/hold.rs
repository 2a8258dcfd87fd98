//! Logbooks that a scheme holds: making them, and opening one.

use super::place::touch;
use super::text_of;
use crate::error::Error;
use crate::storage::push::{Asked, Sender, push_all};
use crate::storage::{Incoming, Scope, Storage, space};
use model::access::Role;
use model::scheme::Hidden;
use model::{AccountId, Instant, RecordId, SpaceId};
use sqlx::AnyConnection;
use wire::ErrorCode;
use wire::push::Outcome;
use wire::space::Membership;

/// Homes of one scheme that somebody has open at most: of the hundredth and first that was opened longest ago is closed.
const OPEN_MAX: i64 = 100;

const IS_UNIT: &str = "select 1 from records where space = $1 and id = $2 and kind = 'unit'";

const MAKE: &str =
    "insert into spaces (id, head, access, total, created) values ($1, 0, 1, 0, $2) on conflict (id) do nothing";

const HELD: &str = "select home from logbooks where estate = $1 and unit = $2 and held = 1";

const KEEP: &str =
    "insert into logbooks (estate, unit, home, held, shows, since, account) values ($1, $2, $3, 1, $4, $5, $6)";

const JOIN: &str = "insert into members (space, account, role, version, since, estate) \
     select id, $2, $3, access + 1, $4, $5 from spaces where id = $1 and erased is null on conflict (space, account) do nothing";

const BUMP: &str = "update spaces set access = access + 1 where id = $1";

const STANDING: &str = "select members.role, spaces.head, members.version from members \
     join spaces on spaces.id = members.space where members.space = $1 and members.account = $2";

const CLOSE: &str = "delete from members where account = $1 and estate = $2 and space in (select space from members \
     where account = $1 and estate = $2 order by since desc, space limit 1000 offset $3)";

/// A logbook to be held.
#[derive(Clone, Debug)]
pub struct LogbookRow {
    /// The unit.
    pub unit: RecordId,
    /// Its home.
    pub home: SpaceId,
    /// The first records.
    pub edits: Vec<Incoming>,
}

impl Storage {
    /// Makes logbooks that a scheme holds, with their first records, all or none; again is harmless.
    ///
    /// # Errors
    /// `NotFound` where the scheme has no such unit, `Conflict` where it holds another of it or something else has the id, what refuses a record.
    pub async fn hold_logbooks(&self, scope: &Scope, new: Vec<LogbookRow>, now: Instant) -> Result<(), Error> {
        let (estate, account) = (scope.space(), scope.account());
        self.write(move |connection| {
            Box::pin(async move {
                for logbook in new {
                    hold(connection, estate, account, logbook, now).await?;
                }
                Ok(())
            })
        })
        .await
    }

    /// Makes a member of a scheme a member of the home that it holds for a unit; again is harmless.
    ///
    /// # Errors
    /// `NotFound` where it holds none.
    pub async fn open_logbook(&self, scope: &Scope, unit: RecordId, now: Instant) -> Result<Membership, Error> {
        let (estate, account) = (scope.space(), scope.account());
        let role = if scope.role() == Role::Trustee { Role::Viewer } else { Role::CoOwner };
        self.write(move |connection| {
            Box::pin(async move {
                let held = sqlx::query_as(HELD).bind(estate.to_string()).bind(unit.to_string());
                let (home,): (String,) = held.fetch_optional(&mut *connection).await?.ok_or_else(Error::not_found)?;
                join(connection, &home, estate, account, role, now).await?;
                let close = sqlx::query(CLOSE).bind(account.to_string()).bind(estate.to_string()).bind(OPEN_MAX);
                close.execute(&mut *connection).await?;
                let standing = sqlx::query_as(STANDING).bind(home.clone()).bind(account.to_string());
                let (role, head, version): (String, i64, i64) = standing.fetch_one(connection).await?;
                space::membership(crate::storage::row::parsed(&home)?, &role, head, version)
            })
        })
        .await
    }
}

/// Lets somebody in who is of the scheme. Who is a member already stays what they are.
async fn join(
    connection: &mut AnyConnection,
    home: &str,
    estate: SpaceId,
    account: AccountId,
    role: Role,
    now: Instant,
) -> Result<bool, Error> {
    let join = sqlx::query(JOIN).bind(home.to_owned()).bind(account.to_string()).bind(role.as_str());
    let join = join.bind(now.to_string()).bind(estate.to_string());
    let is_new = join.execute(&mut *connection).await?.rows_affected() == 1;
    if is_new {
        sqlx::query(BUMP).bind(home.to_owned()).execute(connection).await?;
    }
    Ok(is_new)
}

async fn hold(
    connection: &mut AnyConnection,
    estate: SpaceId,
    account: AccountId,
    new: LogbookRow,
    now: Instant,
) -> Result<(), Error> {
    let LogbookRow { unit, home, edits } = new;
    let is_unit = sqlx::query_as(IS_UNIT).bind(estate.to_string()).bind(unit.to_string());
    let is_unit: Option<(i64,)> = is_unit.fetch_optional(&mut *connection).await?;
    is_unit.ok_or_else(Error::not_found)?;
    let held = sqlx::query_as(HELD).bind(estate.to_string()).bind(unit.to_string());
    let held: Option<(String,)> = held.fetch_optional(&mut *connection).await?;
    match held {
        Some((own,)) if own == home.to_string() => return Ok(()),
        Some(_) => return Err(Error::new(ErrorCode::Conflict, "The scheme holds a logbook of this unit already.")),
        None => {}
    }
    let make = sqlx::query(MAKE).bind(home.to_string()).bind(now.to_string());
    if make.execute(&mut *connection).await?.rows_affected() != 1 {
        return Err(Error::new(ErrorCode::Conflict, "Something else has this id."));
    }
    let keep = sqlx::query(KEEP).bind(estate.to_string()).bind(unit.to_string()).bind(home.to_string());
    let keep = keep.bind(text_of(Hidden::ALL)?).bind(now.to_string()).bind(account.to_string());
    keep.execute(&mut *connection).await?;
    if !edits.is_empty() {
        begin(connection, estate, account, home, edits, now).await?;
    }
    touch(connection, &estate.to_string(), &unit.to_string(), &now.to_string()).await
}

/// Writes the first records, as somebody who is a member for just that long.
async fn begin(
    connection: &mut AnyConnection,
    estate: SpaceId,
    account: AccountId,
    home: SpaceId,
    edits: Vec<Incoming>,
    now: Instant,
) -> Result<(), Error> {
    join(connection, &home.to_string(), estate, account, Role::CoOwner, now).await?;
    let asked = Asked { space: home, from: Sender::Account(account), edits, files: Vec::new(), now };
    let reply = Box::pin(push_all(connection, vec![asked])).await?.pop();
    let reply = reply.unwrap_or_else(|| Err(Error::broken("a push without an answer")))?;
    for answer in reply.answers {
        if let Outcome::Refused { code, faults } = answer.outcome {
            return Err(Error::new(code, "A logbook cannot begin so.").with_faults(faults));
        }
    }
    let leave = sqlx::query("delete from members where space = $1 and account = $2");
    leave.bind(home.to_string()).bind(account.to_string()).execute(connection).await?;
    Ok(())
}
