//! Taking what stays private out of a home: out of its records, out of every revision, and the claims of papers that go.
//!
//! Numbers, ids and stamps stay. A value that is gone leaves its hash, as after an erasure; one that became another (a file without its caption) is sealed
//! anew, so that every hash that has a value belongs to it.

use crate::error::Error;
use crate::storage::row::parsed;
use model::body::Fields;
use model::canonical::{canonical_text, field_hash};
use model::handover::{Counts, Private, Redaction};
use model::{AccountId, FileHash, Record, RecordId, SpaceId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use sqlx::AnyConnection;
use std::collections::BTreeMap;
use uuid::Uuid;

/// Revisions that are read at a time.
const PIECE: i64 = 1_000;

const RECORDS: &str = "select record from records where space = $1 order by rev";

const KEEP: &str = "update records set record = $3 where space = $1 and id = $2";

/// What goes with a record that goes as a whole. Its files are stale from then on, unless another record names them.
const DROP: [&str; 4] = [
    "update files set started = '' where space = $1 and hash in (select hash from claims where space = $1 and record = $2)",
    "delete from claims where space = $1 and record = $2",
    "update revisions set contents = null where space = $1 and record = $2",
    "delete from records where space = $1 and id = $2",
];

const COUNT: &str = "update spaces set total = (select count(*) from records where space = $1) where id = $1";

const REVISIONS: &str = "select seq, record, kind, hashes, contents from revisions \
     where space = $1 and seq > $2 and contents is not null order by seq limit $3";

const REVISE: &str = "update revisions set hashes = $3, contents = $4 where space = $1 and seq = $2";

const UNSIGN: &str = "update revisions set account = $2 where space = $1 and account <> $3";

/// A value with what keeps it from being guessed by its hash.
#[derive(Serialize, Deserialize)]
struct Content {
    nonce: String,
    value: Value,
}

/// Takes what is private out of a home. How much that was.
pub(super) async fn rewrite(
    connection: &mut AnyConnection,
    space: SpaceId,
    private: &[Private],
    buyer: AccountId,
) -> Result<Counts, Error> {
    if private.is_empty() {
        return Ok(Counts::default());
    }
    let rows: Vec<(String,)> = sqlx::query_as(RECORDS).bind(space.to_string()).fetch_all(&mut *connection).await?;
    let records = rows.iter().map(|(text,)| serde_json::from_str(text).map_err(Error::broken));
    let records = records.collect::<Result<Vec<Record>, _>>()?;
    let redaction = Redaction::of(&records, private, Some(buyer));
    rewrite_records(connection, space, &records, &redaction).await?;
    rewrite_revisions(connection, space, &redaction).await?;
    if private.contains(&Private::Names) {
        let unsign = sqlx::query(UNSIGN).bind(space.to_string()).bind(AccountId::default().to_string());
        unsign.bind(buyer.to_string()).execute(connection).await?;
    }
    Ok(redaction.counts(&records))
}

async fn rewrite_records(
    connection: &mut AnyConnection,
    space: SpaceId,
    records: &[Record],
    redaction: &Redaction,
) -> Result<(), Error> {
    for record in records {
        match redaction.record(record) {
            Some(redacted) if redacted == *record => {}
            Some(redacted) => {
                let text = serde_json::to_string(&redacted).map_err(Error::broken)?;
                let keep = sqlx::query(KEEP).bind(space.to_string()).bind(record.id.to_string()).bind(text);
                keep.execute(&mut *connection).await?;
            }
            None => {
                for statement in DROP {
                    let drop = sqlx::query(statement).bind(space.to_string()).bind(record.id.to_string());
                    drop.execute(&mut *connection).await?;
                }
            }
        }
    }
    sqlx::query(COUNT).bind(space.to_string()).execute(connection).await?;
    Ok(())
}

async fn rewrite_revisions(connection: &mut AnyConnection, space: SpaceId, redaction: &Redaction) -> Result<(), Error> {
    let mut after = 0;
    loop {
        let piece = sqlx::query_as(REVISIONS).bind(space.to_string()).bind(after).bind(PIECE);
        let rows: Vec<(i64, String, String, String, String)> = piece.fetch_all(&mut *connection).await?;
        let Some((last, ..)) = rows.last() else { return Ok(()) };
        after = *last;
        for (seq, record, kind, hashes, contents) in rows {
            let Some((hashes, contents)) = redacted(redaction, &kind, parsed(&record)?, &hashes, &contents)? else {
                continue;
            };
            let revise = sqlx::query(REVISE).bind(space.to_string()).bind(seq).bind(hashes).bind(contents);
            revise.execute(&mut *connection).await?;
        }
    }
}

/// Hashes and contents of a revision as they are afterwards; none if nothing changes.
fn redacted(
    redaction: &Redaction,
    kind: &str,
    id: RecordId,
    hashes: &str,
    contents: &str,
) -> Result<Option<(String, String)>, Error> {
    let mut hashes: BTreeMap<String, String> = serde_json::from_str(hashes).map_err(Error::broken)?;
    let mut contents: BTreeMap<String, Content> = serde_json::from_str(contents).map_err(Error::broken)?;
    let before: Fields = contents.iter().map(|(name, content)| (name.clone(), content.value.clone())).collect();
    let after = redaction.fields(kind, id, before.clone());
    if after == before {
        return Ok(None);
    }
    contents.retain(|name, _| after.contains_key(name));
    for (name, value) in after {
        if before.get(&name) != Some(&value) {
            let (hash, content) = sealed(value)?;
            hashes.insert(name.clone(), hash);
            contents.insert(name, content);
        }
    }
    let text = |value: serde_json::Result<String>| value.map_err(Error::broken);
    Ok(Some((text(serde_json::to_string(&hashes))?, text(serde_json::to_string(&contents))?)))
}

fn sealed(value: Value) -> Result<(String, Content), Error> {
    let mut nonce = [0; 16];
    getrandom::fill(&mut nonce).map_err(Error::broken)?;
    let hash = FileHash(field_hash(&nonce, &canonical_text(&value)));
    Ok((hash.to_string(), Content { nonce: Uuid::from_bytes(nonce).simple().to_string(), value }))
}
