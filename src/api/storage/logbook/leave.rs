//! What ends with what: the link of a home with its scheme, and what a scheme has of homes.

use super::place::untell;
use crate::error::Error;
use crate::storage::space;
use model::Instant;
use sqlx::AnyConnection;

const UNLINK: &str = "delete from logbooks where home = $1 and held = 0 returning estate, unit";

const LOSE: &str = "delete from logbooks where home = $1 returning estate, unit";

const OPENED: &str = "select space from members where estate = $1 and account = $2 order by space";

const OPENED_BY_ANY: &str =
    "select space, account from members where space = $1 and estate is not null order by account";

/// What somebody did in a home that they were a member of by a scheme, and that ends with that.
const CLOSE: [&str; 4] = [
    "delete from invitations where space = $1 and invited_by = $2",
    "update shares set revoked = $3 where space = $1 and made_by = $2 and revoked is null",
    "delete from members where space = $1 and account = $2 and estate is not null",
    "update spaces set access = access + 1 where id = $1",
];

const HELD: &str = "delete from logbooks where estate = $1 and held = 1 returning home";

/// What is left of a scheme that is erased.
const FORGET: [&str; 5] = [
    "delete from logbooks where estate = $1",
    "delete from logbook_invitations where estate = $1",
    "delete from places where estate = $1",
    "delete from place_notes where estate = $1",
    "delete from tallies where estate = $1",
];

const FORGET_ACCOUNT: &str = "delete from logbook_invitations where invited_by = $1 \
     or email = (select email from accounts where id = $1)";

/// Before a space is erased: a home tells no scheme anything any more, and of a scheme the homes go that it holds.
pub(in crate::storage) async fn leave_space(
    connection: &mut AnyConnection,
    space: &str,
    now: Instant,
) -> Result<(), Error> {
    let lost = sqlx::query_as(LOSE).bind(space.to_owned()).fetch_optional(&mut *connection).await?;
    if let Some((estate, unit)) = lost {
        let (estate, unit): (String, String) = (estate, unit);
        untell(connection, &estate, &unit, now).await?;
    }
    let held: Vec<(String,)> = sqlx::query_as(HELD).bind(space.to_owned()).fetch_all(&mut *connection).await?;
    for (home,) in held {
        Box::pin(space::erase(connection, &home, now)).await?;
    }
    for statement in FORGET {
        sqlx::query(statement).bind(space.to_owned()).execute(&mut *connection).await?;
    }
    Ok(())
}

/// Ends the link of a home with its scheme, and takes away what the scheme was told by it. Whether there was one.
pub(in crate::storage) async fn leave_unit_of(
    connection: &mut AnyConnection,
    home: &str,
    now: Instant,
) -> Result<bool, Error> {
    let linked = sqlx::query_as(UNLINK).bind(home.to_owned()).fetch_optional(&mut *connection).await?;
    let Some((estate, unit)): Option<(String, String)> = linked else { return Ok(false) };
    untell(connection, &estate, &unit, now).await?;
    Ok(true)
}

/// Ends what somebody has of the homes that a scheme holds, with their membership of the scheme.
pub(in crate::storage) async fn leave_estate(
    connection: &mut AnyConnection,
    estate: &str,
    account: &str,
    now: Instant,
) -> Result<(), Error> {
    let opened = sqlx::query_as(OPENED).bind(estate.to_owned()).bind(account.to_owned());
    let opened: Vec<(String,)> = opened.fetch_all(&mut *connection).await?;
    for (home,) in opened {
        close(connection, &home, account, now).await?;
    }
    let uninvite = sqlx::query("delete from logbook_invitations where estate = $1 and invited_by = $2");
    uninvite.bind(estate.to_owned()).bind(account.to_owned()).execute(connection).await?;
    Ok(())
}

/// Ends what everybody has of a home by the scheme that held it.
pub(super) async fn close_all(connection: &mut AnyConnection, home: &str, now: Instant) -> Result<(), Error> {
    let opened: Vec<(String, String)> =
        sqlx::query_as(OPENED_BY_ANY).bind(home.to_owned()).fetch_all(&mut *connection).await?;
    for (home, account) in opened {
        close(connection, &home, &account, now).await?;
    }
    Ok(())
}

async fn close(connection: &mut AnyConnection, home: &str, account: &str, now: Instant) -> Result<(), Error> {
    for (at, statement) in CLOSE.iter().enumerate() {
        let mut end = sqlx::query(*statement).bind(home.to_owned());
        if at < 3 {
            end = end.bind(account.to_owned());
        }
        if at == 1 {
            end = end.bind(now.to_string());
        }
        end.execute(&mut *connection).await?;
    }
    Ok(())
}

/// Before an account is erased: its links for owners go, and those that were sent to it.
pub(in crate::storage) async fn leave_account(connection: &mut AnyConnection, account: &str) -> Result<(), Error> {
    sqlx::query(FORGET_ACCOUNT).bind(account.to_owned()).execute(connection).await?;
    Ok(())
}
