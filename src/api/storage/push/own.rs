//! What the server writes of its own into a space: how units of a scheme stand, and what their owners answered. It is numbered and kept as any revision.

use super::perform::Planned;
use super::plan::Plan;
use super::write::write;
use crate::error::Error;
use crate::storage::row::counted;
use model::body::{Body, Fields};
use model::{AccountId, DeviceId, Edit, EditKey, Instant, Record, RecordId, SpaceId, Stamp};
use serde_json::Value;
use sqlx::AnyConnection;
use uuid::Uuid;

/// Takes the lock of the space's row, under which the rest is read and written.
const LOCK: &str = "update spaces set head = head where id = $1 and erased is null returning head";

const FIND: &str = "select record from records where space = $1 and id = $2";

/// Of what is taken away no value stays, nor in what was written of it before.
const FORGET: &str = "update revisions set contents = null where space = $1 and record = $2 and seq <= $3";

/// A record as the server leaves it.
#[derive(Clone, Debug)]
pub(in crate::storage) struct Own {
    /// Which.
    pub(in crate::storage) id: RecordId,
    /// Its kind.
    pub(in crate::storage) kind: &'static str,
    /// All that it says from then on; none where it is taken away.
    pub(in crate::storage) fields: Option<Fields>,
}

/// Writes records into a space, those left out that say already what they are to say, but for the fields of `aside`. Whether anything was written.
///
/// # Errors
/// `NotFound` where there is no such space any more.
pub(in crate::storage) async fn write_own(
    connection: &mut AnyConnection,
    space: SpaceId,
    account: AccountId,
    records: Vec<Own>,
    aside: &[&str],
    now: Instant,
) -> Result<bool, Error> {
    let before = locked(connection, space).await?;
    let mut plan = Plan { head: before, ..Plan::default() };
    let mut forgotten = Vec::new();
    for own in records {
        let stands = stands(connection, space, own.id).await?;
        if let Some(changed) = changed(stands.as_ref(), &own, aside) {
            forgotten.extend(own.fields.is_none().then_some(own.id));
            let edit = edit(stands.as_ref(), &own, &changed, now);
            plan.write(stands, edit, changed, account, now);
        }
    }
    if plan.head == before {
        return Ok(false);
    }
    let planned = [Planned::own(space.to_string(), before, account, now, plan)];
    write(connection, &planned).await?;
    for record in forgotten {
        let forget = sqlx::query(FORGET).bind(space.to_string()).bind(record.to_string());
        forget.bind(before.cast_signed()).execute(&mut *connection).await?;
    }
    Ok(true)
}

/// Takes the lock of a space's row and gives its head.
///
/// # Errors
/// `NotFound` where there is no such space any more.
pub(super) async fn locked(connection: &mut AnyConnection, space: SpaceId) -> Result<u64, Error> {
    let locked = sqlx::query_as(LOCK).bind(space.to_string()).fetch_optional(connection).await?;
    let (head,): (i64,) = locked.ok_or_else(Error::not_found)?;
    Ok(counted(head))
}

/// A record as it stands in a space.
pub(super) async fn stands(
    connection: &mut AnyConnection,
    space: SpaceId,
    record: RecordId,
) -> Result<Option<Record>, Error> {
    let find = sqlx::query_as(FIND).bind(space.to_string()).bind(record.to_string());
    let stands: Option<(String,)> = find.fetch_optional(connection).await?;
    stands.map(|(text,)| serde_json::from_str(&text).map_err(Error::broken)).transpose()
}

/// The fields that change, with null for what is said no more; none where nothing does.
fn changed(stands: Option<&Record>, own: &Own, aside: &[&str]) -> Option<Fields> {
    let before = stands.map(|record| record.body.open()).unwrap_or_default();
    let after = match &own.fields {
        Some(fields) => fields.clone(),
        None if stands.is_none() => return None,
        None => Fields::from_iter([("deleted".to_owned(), Value::from(true))]),
    };
    let cleared = before.keys().filter(|name| !after.contains_key(*name)).map(|name| (name.clone(), Value::Null));
    let cleared: Vec<_> = cleared.collect();
    let written = after.into_iter().filter(|(name, value)| before.get(name) != Some(value));
    let changed: Fields = written.chain(cleared).collect();
    let matters = changed.keys().any(|name| !aside.contains(&name.as_str()));
    matters.then_some(changed)
}

/// The edit that says so, later than all that was written of the record.
fn edit(stands: Option<&Record>, own: &Own, changed: &Fields, now: Instant) -> Edit {
    let latest = stands.map(Record::latest).unwrap_or_default();
    let at_ms = now.0.max(0).cast_unsigned();
    let stamp = match at_ms > latest.at_ms {
        true => Stamp { at_ms, count: 0, device: DeviceId(0) },
        false if latest.count == u16::MAX => Stamp { at_ms: latest.at_ms + 1, count: 0, device: DeviceId(0) },
        false => Stamp { count: latest.count + 1, device: DeviceId(0), ..latest },
    };
    Edit { key: EditKey(Uuid::new_v4()), id: own.id, kind: own.kind.to_owned(), stamp, fields: Body::seal(changed) }
}
