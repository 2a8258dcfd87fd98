//! Reading what a push needs to know, and writing what its plan says.

use super::Incoming;
use super::plan::{Known, Plan, plan};
use crate::error::Error;
use crate::storage::batch::{ROWS_MAX, pieces, places};
use crate::storage::row::{counted, parsed};
use model::access::{Action, Role, may};
use model::canonical::field_hash;
use model::{AccountId, Edit, EditKey, FileHash, Instant, Record, RecordId, SpaceId};
use serde_json::{Map, Value, json};
use sqlx::{AnyConnection, AssertSqlSafe};
use std::fmt::Write;
use wire::push::Outcome;
use wire::{ErrorCode, PushReply};

/// Takes the lock of the space's row, under which everything else is read and written.
const LOCK: &str = "update spaces set head = head where id = $1 returning head, \
     (select role from members where members.space = spaces.id and members.account = $2), \
     (select version from members where members.space = spaces.id and members.account = $2)";

const ANSWERED: &str = "select edit_key, seq, stamp, account, at from revisions where space = $1 and edit_key in ";

const RECORDS: &str = "select id, space, record from records where id in ";

const REVISE: &str =
    "insert into revisions (space, seq, record, kind, edit_key, account, at, stamp, hashes, contents) values ";

const KEEP: (&str, &str) = (
    "insert into records (id, space, kind, rev, record) values ",
    " on conflict (id) do update set rev = excluded.rev, record = excluded.record",
);

const CLAIM: (&str, &str) = ("insert into claims (space, hash, record) values ", " on conflict do nothing");

const MOVE_HEAD: &str = "update spaces set head = $2, total = total + $3 where id = $1";

pub(super) async fn push(
    connection: &mut AnyConnection,
    space: SpaceId,
    account: AccountId,
    edits: Vec<Incoming>,
    now: Instant,
) -> Result<PushReply, Error> {
    let (before, scope) = lock(connection, space, account).await?;
    let mut known = Known { head: before, ..Known::default() };
    read_answered(connection, space, &edits, &mut known).await?;
    read_records(connection, space, &edits, &mut known).await?;
    let plan = plan(known, edits, account, now);
    if !plan.revisions.is_empty() {
        write(connection, space, account, now, &plan).await?;
    }
    Ok(PushReply { scope, before, head: plan.head, answers: plan.answers })
}

/// Head of the space and the version of the access, once nobody else can change either.
async fn lock(connection: &mut AnyConnection, space: SpaceId, account: AccountId) -> Result<(u64, u64), Error> {
    let row: Option<(i64, Option<String>, Option<i64>)> =
        sqlx::query_as(LOCK).bind(space.to_string()).bind(account.to_string()).fetch_optional(connection).await?;
    let Some((head, Some(role), Some(version))) = row else { return Err(Error::not_found()) };
    if !may(parsed::<Role>(&role)?, Action::Write) {
        return Err(Error::new(ErrorCode::Forbidden, "Your role in this home does not allow that."));
    }
    Ok((counted(head), counted(version)))
}

async fn read_answered(
    connection: &mut AnyConnection,
    space: SpaceId,
    edits: &[Incoming],
    known: &mut Known,
) -> Result<(), Error> {
    for piece in pieces(edits, ROWS_MAX) {
        let text = format!("{ANSWERED}{}", places(1, piece.len(), 1));
        let mut query = sqlx::query_as(AssertSqlSafe(text)).bind(space.to_string());
        for incoming in piece {
            query = query.bind(incoming.key.to_string());
        }
        let rows: Vec<(String, i64, String, String, String)> = query.fetch_all(&mut *connection).await?;
        for (key, seq, stamp, by, at) in rows {
            let outcome =
                Outcome::Accepted { rev: counted(seq), stamp: parsed(&stamp)?, by: parsed(&by)?, at: parsed(&at)? };
            known.answered.insert(parsed::<EditKey>(&key)?, outcome);
        }
    }
    Ok(())
}

async fn read_records(
    connection: &mut AnyConnection,
    space: SpaceId,
    edits: &[Incoming],
    known: &mut Known,
) -> Result<(), Error> {
    let space = space.to_string();
    let ids: Vec<RecordId> =
        edits.iter().filter_map(|incoming| incoming.edit.as_ref().ok()).map(|edit| edit.id).collect();
    for piece in pieces(&ids, ROWS_MAX) {
        let mut query = sqlx::query_as(AssertSqlSafe(format!("{RECORDS}{}", places(1, piece.len(), 0))));
        for id in piece {
            query = query.bind(id.to_string());
        }
        let rows: Vec<(String, String, String)> = query.fetch_all(&mut *connection).await?;
        for (id, owner, text) in rows {
            let record = (owner == space).then(|| serde_json::from_str::<Record>(&text)).transpose();
            known.records.insert(parsed(&id)?, record.map_err(Error::broken)?);
        }
    }
    Ok(())
}

async fn write(
    connection: &mut AnyConnection,
    space: SpaceId,
    account: AccountId,
    now: Instant,
    plan: &Plan,
) -> Result<(), Error> {
    let (space, account, now) = (space.to_string(), account.to_string(), now.to_string());
    for piece in pieces(&plan.revisions, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{REVISE}{}", places(piece.len(), 10, 0))));
        for (seq, edit) in piece {
            let (hashes, contents) = sealed(edit)?;
            query = query.bind(space.clone()).bind(seq.cast_signed()).bind(edit.id.to_string()).bind(edit.kind.clone());
            query = query.bind(edit.key.to_string()).bind(account.clone()).bind(now.clone());
            query = query.bind(edit.stamp.to_string()).bind(hashes).bind(contents);
        }
        query.execute(&mut *connection).await?;
    }
    let records: Vec<&Record> = plan.records.values().collect();
    for piece in pieces(&records, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{}{}{}", KEEP.0, places(piece.len(), 5, 0), KEEP.1)));
        for record in piece {
            let text = serde_json::to_string(record).map_err(Error::broken)?;
            query = query.bind(record.id.to_string()).bind(space.clone()).bind(record.kind.clone());
            query = query.bind(record.rev.cast_signed()).bind(text);
        }
        query.execute(&mut *connection).await?;
    }
    let claims: Vec<&(FileHash, RecordId)> = plan.claims.iter().collect();
    for piece in pieces(&claims, ROWS_MAX) {
        let mut query = sqlx::query(AssertSqlSafe(format!("{}{}{}", CLAIM.0, places(piece.len(), 3, 0), CLAIM.1)));
        for (hash, record) in piece {
            query = query.bind(space.clone()).bind(hash.to_string()).bind(record.to_string());
        }
        query.execute(&mut *connection).await?;
    }
    let head = sqlx::query(MOVE_HEAD).bind(space).bind(plan.head.cast_signed()).bind(plan.born.cast_signed());
    head.execute(connection).await?;
    Ok(())
}

/// The hash of every field with a nonce of its own, and apart from it what an erasure takes away: nonces and values.
fn sealed(edit: &Edit) -> Result<(String, String), Error> {
    let fields = edit.fields.open();
    let mut nonces = vec![[0_u8; 16]; fields.len()];
    getrandom::fill(nonces.as_flattened_mut()).map_err(Error::broken)?;
    let (mut hashes, mut contents) = (Map::new(), Map::new());
    for ((name, value), nonce) in fields.into_iter().zip(&nonces) {
        hashes.insert(name.clone(), Value::String(hexadecimal(&field_hash(nonce, &value))));
        contents.insert(name, json!({"nonce": hexadecimal(nonce), "value": value}));
    }
    Ok((Value::Object(hashes).to_string(), Value::Object(contents).to_string()))
}

fn hexadecimal(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 2);
    bytes.iter().for_each(|byte| write!(text, "{byte:02x}").expect("a string takes everything"));
    text
}
