//! Who changed what in a record, and when.

use super::row::{counted, parsed};
use super::{Scope, Storage};
use crate::error::Error;
use model::RecordId;
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use wire::space::{History, Revision};

/// Revisions that are shown of one record, the latest. A person reads no more, and a page stays small.
const REVISIONS_MAX: i64 = 1_000;

const REVISIONS: &str = "select revisions.seq, revisions.account, accounts.email, revisions.at, revisions.stamp, \
     revisions.contents from revisions left join accounts on accounts.id = revisions.account \
     where revisions.space = $1 and revisions.record = $2 order by revisions.seq desc limit $3";

/// A column each: number, account, e-mail, when, stamp, nonces and values unless they were erased.
type Row = (i64, String, Option<String>, String, String, Option<String>);

#[derive(Deserialize)]
struct Content {
    value: Value,
}

impl Storage {
    /// The history of a record, oldest first.
    ///
    /// # Errors
    /// `NotFound` where the space has no such record.
    pub async fn history(&self, scope: &Scope, record: RecordId) -> Result<History, Error> {
        let rows: Vec<Row> = self
            .readers
            .all(sqlx::query_as(REVISIONS).bind(scope.space().to_string()).bind(record.to_string()).bind(REVISIONS_MAX))
            .await?;
        if rows.is_empty() {
            return Err(Error::not_found());
        }
        let revisions = rows.into_iter().rev().map(revision).collect::<Result<_, _>>()?;
        Ok(History { record, revisions })
    }
}

fn revision((seq, by, email, at, stamp, contents): Row) -> Result<Revision, Error> {
    let contents: BTreeMap<String, Content> = match contents {
        Some(text) => serde_json::from_str(&text).map_err(Error::broken)?,
        None => BTreeMap::new(),
    };
    let fields: Map<String, Value> = contents.into_iter().map(|(name, content)| (name, content.value)).collect();
    Ok(Revision { rev: counted(seq), by: parsed(&by)?, email, at: parsed(&at)?, stamp: parsed(&stamp)?, fields })
}
