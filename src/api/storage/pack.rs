//! Meeting packs: what a link of a scheme shows, as it was given when the link was made.

use super::row::counted;
use super::{Scope, Storage};
use crate::error::Error;
use model::visit::estate::without;
use model::{FaultCode, Record, RecordId, ShareId};
use serde::Serialize;
use sqlx::AnyConnection;
use wire::ErrorCode;

/// Bytes of one pack at most: a scheme of 5,000 units with all that is told of it, several times over.
const BYTES_MAX: usize = 128 * 1024 * 1024;

const HEAD: &str = "select head from spaces where id = $1";

/// The scheme is still as the pack shows it: what was taken away meanwhile is in no pack.
const HOLD: &str = "update spaces set head = head where id = $1 and head = $2 and erased is null";

const ADD: &str = "insert into packs (share, records, cases) values ($1, $2, $3)";

/// Owners who have linked their logbooks; who opened what the scheme holds has linked nothing.
const NOTE: &str = "insert into pack_units (share, unit, home, account) \
     select $1, logbooks.unit, logbooks.home, members.account from logbooks \
     join members on members.space = logbooks.home and members.role in ('owner', 'co_owner') and members.estate is null \
     where logbooks.estate = $2 and logbooks.held = 0";

const FIND: &str = "select records, cases from packs where share = $1";

const CHANGE: &str = "update packs set records = $2, cases = $3 where share = $1";

const OF_ACCOUNT: &str = "select share, unit from pack_units where account = $1 order by share, unit";

const OF_HOME: &str = "select share, unit from pack_units where home = $1 order by share, unit";

const FORGET_UNIT: &str = "delete from pack_units where share = $1 and unit = $2";

/// With a link that was ended its pack goes.
pub(super) const END: &str =
    "delete from packs where share in (select id from shares where space = $1 and revoked is not null)";

/// What a pack holds.
#[derive(Clone, Debug, Default)]
pub struct Pack {
    /// The records of the scheme.
    pub records: Vec<Record>,
    /// Those of each of its cases.
    pub cases: Vec<Vec<Record>>,
    /// The number of the latest revision that it shows.
    pub head: u64,
}

impl Storage {
    /// Number of the latest revision of a space, as it is now.
    pub async fn head(&self, scope: &Scope) -> Result<u64, Error> {
        let (head,): (i64,) = self.readers.one(sqlx::query_as(HEAD).bind(scope.space().to_string())).await?;
        Ok(counted(head))
    }

    /// The pack of a link; none where it has none.
    pub async fn pack(&self, share: ShareId) -> Result<Option<Pack>, Error> {
        let row: Option<(String, String)> = self.readers.optional(sqlx::query_as(FIND).bind(share.to_string())).await?;
        row.map(|row| read(&row)).transpose()
    }
}

fn read((records, cases): &(String, String)) -> Result<Pack, Error> {
    let records = serde_json::from_str(records).map_err(Error::broken)?;
    Ok(Pack { records, cases: serde_json::from_str(cases).map_err(Error::broken)?, head: 0 })
}

fn text(of: &impl Serialize) -> Result<String, Error> {
    serde_json::to_string(of).map_err(Error::broken)
}

/// Keeps the pack of a link that was just made.
///
/// # Errors
/// `Conflict` where the scheme was written to since the pack was read, `Invalid` where it is too large.
pub(super) async fn add(connection: &mut AnyConnection, space: &str, share: ShareId, pack: &Pack) -> Result<(), Error> {
    let hold = sqlx::query(HOLD).bind(space.to_owned()).bind(pack.head.cast_signed());
    if hold.execute(&mut *connection).await?.rows_affected() != 1 {
        return Err(Error::new(ErrorCode::Conflict, "The scheme was written to meanwhile."));
    }
    let (records, cases) = (text(&pack.records)?, text(&pack.cases)?);
    if records.len() + cases.len() > BYTES_MAX {
        let fault = model::Fault::limited("snapshot", FaultCode::TooBig, BYTES_MAX as i64);
        return Err(Error::new(ErrorCode::Invalid, "Too much for one pack: give fewer parts.").with_faults(vec![fault]));
    }
    let add = sqlx::query(ADD).bind(share.to_string()).bind(records).bind(cases);
    add.execute(&mut *connection).await?;
    let note = sqlx::query(NOTE).bind(share.to_string()).bind(space.to_owned());
    note.execute(connection).await?;
    Ok(())
}

/// Takes the units of an account that is erased out of every pack.
pub(super) async fn forget_account(connection: &mut AnyConnection, account: &str) -> Result<(), Error> {
    forget(connection, OF_ACCOUNT, account).await
}

/// Takes the unit of a home that is erased out of every pack.
pub(super) async fn forget_home(connection: &mut AnyConnection, home: &str) -> Result<(), Error> {
    forget(connection, OF_HOME, home).await
}

async fn forget(connection: &mut AnyConnection, of: &'static str, whose: &str) -> Result<(), Error> {
    let units: Vec<(String, String)> = sqlx::query_as(of).bind(whose.to_owned()).fetch_all(&mut *connection).await?;
    for (share, unit) in units {
        let find = sqlx::query_as(FIND).bind(share.clone()).fetch_optional(&mut *connection).await?;
        if let Some(row) = find {
            let Pack { records, mut cases, .. } = read(&row)?;
            let id: RecordId = super::row::parsed(&unit)?;
            // A case that is about the unit goes with what says so.
            cases.retain(|case| without(case.clone(), id).len() == case.len());
            let change = sqlx::query(CHANGE).bind(share.clone()).bind(text(&without(records, id))?);
            change.bind(text(&cases)?).execute(&mut *connection).await?;
        }
        sqlx::query(FORGET_UNIT).bind(share).bind(unit).execute(&mut *connection).await?;
    }
    Ok(())
}
