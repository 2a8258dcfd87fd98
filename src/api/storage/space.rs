//! Spaces: taking one into an account, listing them, erasing one.

use super::firm::{self, reaches_once, role};
use super::row::{counted, parsed};
use super::{Scope, Storage, deal, handover, logbook, outlook, pack};
use crate::auth::Principal;
use crate::error::Error;
use model::access::{Role, Sort};
use model::{AccountId, Fault, FaultCode, Instant, SpaceId};
use sqlx::AnyConnection;
use wire::ErrorCode;
use wire::space::Membership;

/// The spaces of an account: those that it is a member of, and the deals of its homes and its firm.
const LIST: &str = concat!(
    "select spaces.id, ",
    role!(),
    ", spaces.head, members.version, spaces.sort, spaces.closed, case when spaces.home = members.space then spaces.home end \
     from members join spaces on (spaces.id = members.space or spaces.home = members.space or spaces.firm = members.space) \
     and spaces.erased is null where members.account = $1 and ",
    reaches_once!(),
    " order by case when spaces.sort = 'home' then 0 else 1 end, spaces.created, spaces.id"
);

const FIND: &str = "select spaces.erased, members.role, spaces.head, members.version, spaces.sort from spaces \
     left join members on members.space = spaces.id and members.account = $2 where spaces.id = $1";

const NEW: &str = "insert into spaces (id, head, access, total, created) values ($1, 0, 1, 0, $2)";

const OWN: &str = "insert into members (space, account, role, version, since) values ($1, $2, $3, 1, $4)";

/// Homes of one account: what a large estate manages, and few enough to be listed in one answer.
const SPACES_MAX: i64 = 1_000;

/// What erasing leaves of a space: the numbers, hashes, kinds and times of its revisions, so that the numbering stays whole.
const ERASE: [&str; 16] = [
    "update revisions set contents = null where space = $1",
    "delete from records where space = $1",
    "delete from dues where space = $1",
    "delete from due_grounds where space = $1",
    "delete from due_homes where space = $1",
    "delete from claims where space = $1",
    "delete from files where space = $1",
    "delete from invitations where space = $1",
    "delete from members where space = $1",
    // An inbox is nobody's: when it was erased tells nothing, only that its files have to go.
    "update spaces set erased = created where id in (select inbox from shares where space = $1)",
    "delete from claims where space in (select inbox from shares where space = $1)",
    "delete from files where space in (select inbox from shares where space = $1)",
    "delete from contributions where share in (select id from shares where space = $1)",
    "delete from sights where share in (select id from shares where space = $1)",
    "delete from visits where share in (select id from shares where space = $1)",
    "delete from shares where space = $1",
];

impl Storage {
    /// The spaces that somebody is a member of, oldest first.
    pub async fn memberships(&self, principal: &Principal) -> Result<Vec<Membership>, Error> {
        let rows: Vec<Listed> = self.readers.all(sqlx::query_as(LIST).bind(principal.account.to_string())).await?;
        rows.into_iter().map(listed).collect()
    }

    /// Takes a space that was made on a device into an account, as its owner; again is harmless.
    ///
    /// # Errors
    /// `Conflict` where another account has it, `Gone` where it was erased.
    pub async fn take_space(&self, principal: &Principal, space: SpaceId, now: Instant) -> Result<Membership, Error> {
        let account = principal.account;
        self.write(move |connection| Box::pin(take(connection, account, space, now))).await
    }

    /// Erases a space with everything in it but the bare numbering of its history. Its files are removed by the caller.
    pub async fn erase_space(&self, scope: &Scope, now: Instant) -> Result<(), Error> {
        let space = scope.space().to_string();
        self.write(move |connection| Box::pin(async move { erase(connection, &space, now).await })).await?;
        self.forget_log().await
    }
}

/// Erases one space, and with a home or a firm those deals that nobody has any more; the write-ahead log still has to be forgotten.
pub(super) async fn erase(connection: &mut AnyConnection, space: &str, now: Instant) -> Result<(), Error> {
    for deal in deal::leave(connection, space, None, now).await? {
        erase_one(connection, &deal, now).await?;
    }
    erase_one(connection, space, now).await?;
    deal::erase_orphans(connection, now).await
}

pub(super) async fn erase_one(connection: &mut AnyConnection, space: &str, now: Instant) -> Result<(), Error> {
    firm::leave(connection, space).await?;
    logbook::leave_space(connection, space, now).await?;
    pack::forget_home(connection, space).await?;
    outlook::leave(connection, space).await?;
    for statement in ERASE {
        sqlx::query(statement).bind(space.to_owned()).execute(&mut *connection).await?;
    }
    handover::forget_space(connection, space, now).await?;
    let note = sqlx::query("update spaces set erased = $2, total = 0, access = access + 1 where id = $1");
    note.bind(space.to_owned()).bind(now.to_string()).execute(connection).await?;
    Ok(())
}

/// A row of [`LIST`].
type Listed = (String, String, i64, i64, String, Option<String>, Option<String>);

fn listed((space, role, head, version, sort, closed, home): Listed) -> Result<Membership, Error> {
    let (home, closed) = (home.as_deref().map(parsed).transpose()?, closed.as_deref().map(parsed).transpose()?);
    Ok(Membership { sort: parsed(&sort)?, home, closed, ..membership(parsed(&space)?, &role, head, version)? })
}

/// When it was erased; the role of the one who asks, the head, the version of the access; what the space is.
type Found = (Option<String>, Option<String>, i64, Option<i64>, String);

pub(super) async fn take(
    connection: &mut AnyConnection,
    account: AccountId,
    space: SpaceId,
    now: Instant,
) -> Result<Membership, Error> {
    let found: Option<Found> =
        sqlx::query_as(FIND).bind(space.to_string()).bind(account.to_string()).fetch_optional(&mut *connection).await?;
    match found {
        Some((Some(_), ..)) => Err(Error::new(ErrorCode::Gone, "This home was erased.")),
        Some((None, Some(role), head, Some(version), sort)) if parsed::<Sort>(&sort)? == Sort::Home => {
            membership(space, &role, head, version)
        }
        Some(_) => Err(Error::new(ErrorCode::Conflict, "Another account has this home already.")),
        None => {
            has_room(&mut *connection, account).await?;
            let insert = sqlx::query(NEW).bind(space.to_string()).bind(now.to_string());
            insert.execute(&mut *connection).await?;
            let own = sqlx::query(OWN).bind(space.to_string()).bind(account.to_string());
            own.bind(Role::Owner.as_str()).bind(now.to_string()).execute(connection).await?;
            Ok(Membership { space, role: Role::Owner, head: 0, scope: 1, sort: Sort::Home, home: None, closed: None })
        }
    }
}

/// Whether an account may have one home more.
///
/// # Errors
/// `Invalid` where it may not.
pub(super) async fn has_room(connection: &mut AnyConnection, account: AccountId) -> Result<(), Error> {
    let held = sqlx::query_as("select count(*) from members where account = $1 and estate is null");
    let held = held.bind(account.to_string());
    let (held,): (i64,) = held.fetch_one(connection).await?;
    if held < SPACES_MAX { Ok(()) } else { Err(too_many()) }
}

pub(super) fn membership(space: SpaceId, role: &str, head: i64, version: i64) -> Result<Membership, Error> {
    let (role, head, scope) = (parsed(role)?, counted(head), counted(version));
    Ok(Membership { space, role, head, scope, sort: Sort::Home, home: None, closed: None })
}

fn too_many() -> Error {
    let fault = Fault::limited("id", FaultCode::TooMany, SPACES_MAX);
    Error::new(ErrorCode::Invalid, format!("An account has at most {SPACES_MAX} homes.")).with_faults(vec![fault])
}
