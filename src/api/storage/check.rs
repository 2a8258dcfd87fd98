//! Whether a database is whole: what the engine says of its file, what numbers say of each other, and whether every hash in the history
//! belongs to its value.

use super::connect;
use super::row::{counted, parsed};
use crate::error::Error;
use futures_util::TryStreamExt;
use model::canonical::{canonical_text, field_hash};
use model::{FileHash, SpaceId};
use serde::Deserialize;
use serde_json::Value;
use sqlx::{AnyConnection, Connection};
use std::collections::BTreeMap;
use std::path::Path;
use uuid::Uuid;

/// What is in a database, and what is wrong with it.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Findings {
    /// Spaces, erased ones included.
    pub spaces: u64,
    /// Records.
    pub records: u64,
    /// Revisions.
    pub revisions: u64,
    /// Everything wrong, in sentences.
    pub wrong: Vec<String>,
}

/// A file as the database knows it.
#[derive(Clone, Debug)]
pub struct KnownFile {
    /// Its space.
    pub space: SpaceId,
    /// Its hash.
    pub hash: FileHash,
    /// Bytes of the whole file.
    pub size: u64,
    /// Bytes from the start without a gap.
    pub received: u64,
    /// Whether it is whole.
    pub complete: bool,
}

/// Statements that find what contradicts itself: each gives the names of what is wrong.
const CONTRADICTIONS: [(&str, &str); 5] = [
    (
        "the history of home % has gaps",
        "select id from spaces where head <> (select count(*) from revisions where space = spaces.id)",
    ),
    (
        "the history of home % does not end at its head",
        "select id from spaces where head <> coalesce((select max(seq) from revisions where space = spaces.id), 0)",
    ),
    (
        "home % holds another number of records than it says",
        "select id from spaces where total <> (select count(*) from records where space = spaces.id)",
    ),
    (
        "record % is ahead of its home's history",
        "select records.id from records join spaces on spaces.id = records.space where records.rev > spaces.head",
    ),
    (
        "record % has no history",
        "select id from records where not exists \
         (select 1 from revisions where revisions.space = records.space and revisions.seq = records.rev \
         and revisions.record = records.id)",
    ),
];

const REVISIONS: &str = "select space, seq, hashes, contents from revisions where contents is not null";

#[derive(Deserialize)]
struct Content {
    nonce: Uuid,
    value: Value,
}

/// Looks at everything in the database at `path`, which nobody else has open.
pub async fn check(path: &Path) -> Result<Findings, Error> {
    let mut connection = connect::sqlite(path).await?;
    let mut findings = Findings::default();
    for pragma in ["pragma integrity_check", "pragma foreign_key_check"] {
        let rows = sqlx::query_as::<_, (String,)>(pragma).fetch_all(&mut connection).await?;
        findings.wrong.extend(rows.into_iter().map(|(said,)| said).filter(|said| said != "ok"));
    }
    for (sentence, statement) in CONTRADICTIONS {
        let rows: Vec<(String,)> = sqlx::query_as(statement).fetch_all(&mut connection).await?;
        findings.wrong.extend(rows.into_iter().map(|(name,)| sentence.replace('%', &name)));
    }
    check_hashes(&mut connection, &mut findings).await?;
    let count =
        "select (select count(*) from spaces), (select count(*) from records), (select count(*) from revisions)";
    let (spaces, records, revisions): (i64, i64, i64) = sqlx::query_as(count).fetch_one(&mut connection).await?;
    (findings.spaces, findings.records, findings.revisions) = (counted(spaces), counted(records), counted(revisions));
    connection.close().await?;
    Ok(findings)
}

async fn check_hashes(connection: &mut AnyConnection, findings: &mut Findings) -> Result<(), Error> {
    let mut rows = sqlx::query_as::<_, (String, i64, String, String)>(REVISIONS).fetch(connection);
    while let Some((space, seq, hashes, contents)) = rows.try_next().await? {
        let hashes: BTreeMap<String, FileHash> = serde_json::from_str(&hashes).map_err(Error::broken)?;
        let contents: BTreeMap<String, Content> = serde_json::from_str(&contents).map_err(Error::broken)?;
        let right = |(name, content): (&String, &Content)| {
            hashes
                .get(name)
                .is_some_and(|hash| hash.0 == field_hash(content.nonce.as_bytes(), &canonical_text(&content.value)))
        };
        // A value that was taken away when the home changed hands has left its hash.
        if !contents.iter().all(right) {
            findings.wrong.push(format!("revision {seq} of home {space} is not what was accepted"));
        }
    }
    Ok(())
}

/// Every file that the database at `path` knows.
pub async fn known_files(path: &Path) -> Result<Vec<KnownFile>, Error> {
    let mut connection = connect::sqlite(path).await?;
    let statement = "select space, hash, size, received, complete from files order by space, hash";
    let rows: Vec<(String, String, i64, i64, i64)> = sqlx::query_as(statement).fetch_all(&mut connection).await?;
    connection.close().await?;
    let known = |(space, hash, size, received, complete): &(String, String, i64, i64, i64)| {
        Ok(KnownFile {
            space: parsed(space)?,
            hash: parsed(hash)?,
            size: counted(*size),
            received: counted(*received),
            complete: *complete == 1,
        })
    };
    rows.iter().map(known).collect()
}

/// Notes how much of a file is really there.
pub async fn correct_file(path: &Path, file: &KnownFile) -> Result<(), Error> {
    let mut connection = connect::sqlite(path).await?;
    let change = sqlx::query("update files set received = $3, complete = $4 where space = $1 and hash = $2");
    let change = change.bind(file.space.to_string()).bind(file.hash.to_string());
    change.bind(file.received.cast_signed()).bind(i64::from(file.complete)).execute(&mut connection).await?;
    Ok(connection.close().await?)
}
