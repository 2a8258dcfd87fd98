//! Who changed what in a record, and when.

use super::row::{counted, parsed};
use super::{Scope, Storage};
use crate::error::Error;
use model::RecordId;
use model::access::deal::is_told;
use model::access::{Role, Sort};
use serde::Deserialize;
use serde_json::{Map, Value};
use std::collections::BTreeMap;
use wire::space::{Change, Changes, History, Revision};

/// Revisions that are shown of one record, the latest. A person reads no more, and a page stays small.
const REVISIONS_MAX: i64 = 1_000;

/// What was taken away with its record when the home changed hands is told to nobody.
const REVISIONS: &str = "select revisions.kind, revisions.seq, revisions.account, accounts.email, revisions.at, revisions.stamp, \
     revisions.contents from revisions left join accounts on accounts.id = revisions.account \
     where revisions.space = $1 and revisions.record = $2 and revisions.contents is not null order by revisions.seq desc limit $3";

/// Revisions of a page of changes.
const CHANGES: usize = 500;

/// One more than a page has tells whether there are more.
const CHANGED: &str = "select revisions.record, revisions.kind, revisions.seq, revisions.account, accounts.email, revisions.at, \
     revisions.stamp, revisions.contents from revisions left join accounts on accounts.id = revisions.account \
     where revisions.space = $1 and revisions.seq > $2 and revisions.contents is not null and exists (select 1 from revisions as other \
     where other.space = $1 and other.record = revisions.record and other.seq <> revisions.seq) \
     order by revisions.seq limit $3";

/// A column each: kind, number, account, e-mail, when, stamp, nonces and values unless they were erased.
type Row = (String, i64, String, Option<String>, String, String, Option<String>);
/// The record in front of that.
type ChangeRow = (String, String, i64, String, Option<String>, String, String, Option<String>);

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
        let revisions = rows.into_iter().rev().map(|row| revision(scope, row)).collect::<Result<_, _>>()?;
        Ok(History { record, revisions })
    }

    /// The histories of all records that were changed, from the revision after `after` on: a page.
    pub async fn changes(&self, scope: &Scope, after: u64) -> Result<Changes, Error> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let query = sqlx::query_as(CHANGED).bind(scope.space().to_string()).bind(after).bind(CHANGES as i64 + 1);
        let mut rows: Vec<ChangeRow> = self.readers.all(query).await?;
        let more = rows.len() > CHANGES;
        rows.truncate(CHANGES);
        let change = |(record, kind, seq, by, email, at, stamp, contents): ChangeRow| {
            let revision = revision(scope, (kind, seq, by, email, at, stamp, contents))?;
            Ok::<_, Error>(Change { record: parsed(&record)?, revision })
        };
        Ok(Changes { changes: rows.into_iter().map(change).collect::<Result<_, _>>()?, more })
    }
}

/// A revision as it is told to who asks: a provider is told nobody's address, and no field of the client's alone; a technician of a firm no more than when it
/// was made, and in a deal nothing of its money.
fn revision(scope: &Scope, (kind, seq, by, email, at, stamp, contents): Row) -> Result<Revision, Error> {
    let contents: BTreeMap<String, Content> = match contents {
        Some(text) => serde_json::from_str(&text).map_err(Error::broken)?,
        None => BTreeMap::new(),
    };
    let is_told = |name: &str| match (scope.sort(), scope.role()) {
        (Sort::Deal, role) => is_told(role, &kind, name),
        (_, Role::Technician) => false,
        _ => true,
    };
    let told = contents.into_iter().filter(|(name, _)| is_told(name));
    let fields: Map<String, Value> = told.map(|(name, content)| (name, content.value)).collect();
    let email = email.filter(|_| !matches!(scope.role(), Role::Provider | Role::Technician));
    Ok(Revision { rev: counted(seq), by: parsed(&by)?, email, at: parsed(&at)?, stamp: parsed(&stamp)?, fields })
}
