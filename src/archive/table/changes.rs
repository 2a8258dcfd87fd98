//! Who changed what, and when: a row for each field that was written.

use super::{Row, written};
use crate::book::Book;
use crate::home::Telling;
use crate::revision::Revision;
use model::{AccountId, Instant, RecordId};
use serde_json::Value;
use std::collections::{BTreeMap, HashMap};

/// The table, if anything was changed.
pub(super) fn table(book: &Book, telling: &Telling, people: &BTreeMap<AccountId, String>) -> Option<(String, Vec<u8>)> {
    telling.history().next()?;
    let kinds: HashMap<RecordId, &str> = telling.records().map(|record| (record.id, record.kind.as_str())).collect();
    let row = |revision: &Revision, field: &str, value: &Value| {
        let kind = kinds.get(&revision.record).copied().unwrap_or_default();
        let by = revision.by.and_then(|by| people.get(&by)).map_or("", String::as_str);
        let mut row = Row::new(book);
        fill(&mut row, (kind, revision.record), (by, moment(revision)), (field, value));
        row
    };
    let head = row(&Revision::default(), "", &Value::Null).names;
    let fields =
        telling.history().flat_map(|revision| revision.fields.iter().map(move |(name, value)| (revision, name, value)));
    let shown = fields.filter(|(_, name, _)| *name != model::source::FIELD);
    Some(written("changes", head, shown.map(|(revision, name, value)| row(revision, name, value).cells)))
}

/// When it was accepted, else when its device says that it was made.
fn moment(revision: &Revision) -> Instant {
    revision.at.unwrap_or(Instant(revision.stamp.at_ms.cast_signed()))
}

fn fill(row: &mut Row, (kind, record): (&str, RecordId), (by, at): (&str, Instant), (field, value): (&str, &Value)) {
    let column = &row.book.words.archive().column;
    let told = match value {
        Value::Null => String::new(),
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    row.text(column.sort, kind).one(column.title, Some(record)).text(column.written_on, &at.to_string());
    row.text(column.written_by, by).text(column.field, field).text(column.set_to, &told);
}
