//! A record as a line of an archive: without what it claims of the archive it came from, author, time and number as claimed.

use crate::trouble::DamageCode;
use model::canonical::canonical_text;
use model::source::{self, Claimed};
use model::{AccountId, Body, Instant, Record, RecordId, Stamp};
use serde::Deserialize;
use serde_json::{Map, Value};

/// The format that a source names where a record came from an archive.
pub const FORMAT: &str = "codessa";

/// `record` as it is told, and what the account that wrote it is called where the record claims that (else empty).
///
/// A record that was restored from an archive tells the author, time and number that it claims, and nothing of the restoring. So an archive of a restored
/// home says what the archive said that it was restored from.
pub fn told(record: &Record) -> (Record, String) {
    let is_plain = !record.body.text().contains("\"source\"") && !record.later.contains_key(source::FIELD);
    let mut told = record.clone();
    let mut name = String::new();
    let mut fields = told.body.open();
    if !is_plain && let Some(Value::Object(source)) = fields.get_mut(source::FIELD) {
        if let Some(claimed) = claim(source) {
            source.remove("claimed");
            match claimed.import {
                Some(import) => source.insert("import".into(), import.to_string().into()),
                None => source.remove("import"),
            };
            (told.by, told.at, told.rev, name) = (claimed.by, claimed.at, claimed.rev, claimed.name);
        }
        if source.len() == 1 && source.get("from").is_some_and(|from| from == FORMAT) {
            fields.remove(source::FIELD);
        }
    }
    if !fields.contains_key(source::FIELD) {
        told.later.remove(source::FIELD);
    }
    told.body = Body::seal(&fields);
    (told, name)
}

fn claim(source: &Map<String, Value>) -> Option<Claimed> {
    serde_json::from_value(source.get("claimed")?.clone()).ok()
}

/// The line of a record that is [told]: canonical JSON without a line feed.
pub fn text(record: &Record) -> String {
    let value = serde_json::to_value(record).expect("a record is always writable");
    canonical_text(&value)
}

/// The shape of a line. Its body is read by itself, so that no field of it is lost whatever the kind.
#[derive(Deserialize)]
struct Line {
    id: RecordId,
    kind: String,
    #[serde(default)]
    rev: u64,
    stamp: Stamp,
    #[serde(default)]
    later: std::collections::BTreeMap<String, Stamp>,
    #[serde(default)]
    by: Option<AccountId>,
    #[serde(default)]
    at: Option<Instant>,
    body: Map<String, Value>,
}

/// Reads a line.
///
/// # Errors
/// `NotText` where it is not UTF-8, `NotJson` where it is not JSON or nested too deeply, `NotRecord` where it is not a record.
pub fn read(line: &[u8]) -> Result<Record, DamageCode> {
    let text = std::str::from_utf8(line).map_err(|_| DamageCode::NotText)?;
    // Derived code would read a list of the fields' values as well.
    if !text.trim_start().starts_with('{') && serde_json::from_str::<serde::de::IgnoredAny>(text).is_ok() {
        return Err(DamageCode::NotRecord);
    }
    let line: Line = serde_json::from_str(text).map_err(|error| match error.classify() {
        serde_json::error::Category::Data => DamageCode::NotRecord,
        _ => DamageCode::NotJson,
    })?;
    let Line { id, kind, rev, stamp, later, by, at, body } = line;
    Ok(Record { id, kind, rev, stamp, later, by, at, body: Body::seal(&body) })
}
