//! From the records of an archive to the edits that make the same records in an empty space.

use crate::deal::{self, Deal};
use crate::line::FORMAT;
use crate::revision::{self, Revision};
use model::body::Fields;
use model::canonical::{BODY_BYTES_MAX, WHOLE_MAX, normal};
use model::kind::kind_of;
use model::letter::{LINE_CHARS_MAX, Letter};
use model::past::Past;
use model::source::{self, Claimed};
use model::{AccountId, Body, Edit, EditKey, Nature, Record, RecordId, Stamp};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// Edits that, merged into an empty space in their order, make exactly these records: id, kind, stamp, stamps of fields, body. Each record claims, in its
/// source, what the archive says of author, time and number, and names `import` as what last wrote it.
///
/// How the records came to be so, their `revisions`, and what was told of `deals` is kept beside them. `people` are the authors' names, `fresh` gives a new key for each edit. No edit is larger than a server takes.
pub fn restore(
    records: &[Record],
    revisions: &[Revision],
    deals: &[Deal],
    people: &BTreeMap<AccountId, String>,
    import: RecordId,
    fresh: &mut dyn FnMut() -> EditKey,
) -> Vec<Edit> {
    let mut edits = Vec::with_capacity(records.len());
    for record in records {
        for (stamp, fields) in steps(record, claimed_source(record, people, import)) {
            let (id, kind, fields) = (record.id, record.kind.clone(), Body::seal(&fields));
            edits.push(Edit { key: fresh(), id, kind, stamp, fields });
        }
    }
    let stamp = records.iter().map(Record::latest).max().unwrap_or_default();
    let lines = revision::lines(revisions, people).chain(deal::lines(deals));
    for past in revision::pieces(lines) {
        let (id, kind, fields) = (RecordId(fresh().0), Past::KIND.to_owned(), Body::seal(&past.fields()));
        edits.push(Edit { key: fresh(), id, kind, stamp, fields });
    }
    edits
}

/// The source of a record with what the archive claims of it; none where the record's own cannot be read, and is left as it is.
fn claimed_source(record: &Record, people: &BTreeMap<AccountId, String>, import: RecordId) -> Option<Value> {
    let mut fields = record.body.open();
    let mut source = match fields.remove(source::FIELD) {
        None => Fields::new(),
        Some(Value::Object(source)) => source,
        Some(_) => return None,
    };
    let before = source.get("import").and_then(Value::as_str).and_then(|text| text.parse().ok());
    let named = record.by.and_then(|by| people.get(&by)).map(|name| normal(name)).unwrap_or_default();
    let claimed = Claimed {
        by: record.by,
        name: named.chars().take(LINE_CHARS_MAX).collect(),
        at: record.at,
        rev: if record.rev <= WHOLE_MAX.unsigned_abs() { record.rev } else { 0 },
        import: before,
    };
    source.entry("from").or_insert_with(|| FORMAT.into());
    source.insert("import".into(), import.to_string().into());
    source.insert("claimed".into(), serde_json::to_value(claimed).expect("a claim is always writable"));
    Some(Value::Object(source))
}

/// What has to be written, in order, to make the record: the fields with their stamps.
fn steps(record: &Record, source: Option<Value>) -> Vec<(Stamp, Fields)> {
    let mut body = record.body.open();
    let own = body.get(source::FIELD).cloned();
    if let Some(source) = source {
        body.insert(source::FIELD.to_owned(), source);
    }
    if kind_of(&record.kind).is_some_and(|kind| kind.nature == Nature::Fact) {
        return vec![(record.stamp, fact(record, body, own))];
    }
    // A new record must be whole, so its first edit carries what others wrote later as well. Only what was written with an earlier stamp is not in it:
    // that was taken because nobody had written the field before, and must be again.
    let is_first = |name: &String| record.later.get(name).is_none_or(|stamp| *stamp >= record.stamp);
    let mut first: Fields = body.clone().into_iter().filter(|(name, _)| is_first(name)).collect();
    first.extend(cleared(record, &body, record.stamp));
    let mut steps = Vec::new();
    for (at, mut fields) in packed(first).into_iter().enumerate() {
        // What was too much for the first edit and comes later anyway need not come twice.
        fields.retain(|name, _| at == 0 || record.stamp_of(name) == record.stamp);
        if at == 0 || !fields.is_empty() {
            steps.push((record.stamp, fields));
        }
    }
    let stamps: BTreeSet<Stamp> = record.later.values().copied().filter(|stamp| *stamp != record.stamp).collect();
    for stamp in stamps {
        let written = body.iter().filter(|(name, _)| record.later.get(*name) == Some(&stamp));
        let mut fields: Fields = written.map(|(name, value)| (name.clone(), value.clone())).collect();
        fields.extend(cleared(record, &body, stamp));
        steps.extend(packed(fields).into_iter().map(|fields| (stamp, fields)));
    }
    steps
}

/// Nulls for what an edit with that stamp cleared.
fn cleared(record: &Record, body: &Fields, stamp: Stamp) -> Fields {
    let gone = record.later.iter().filter(|(name, at)| **at == stamp && !body.contains_key(*name));
    gone.map(|(name, _)| (name.clone(), Value::Null)).collect()
}

/// A fact is written once, so it cannot be parted: one that would be too large with its claim goes without.
fn fact(record: &Record, mut fields: Fields, own: Option<Value>) -> Fields {
    fields.extend(cleared(record, &fields, record.stamp));
    if Body::seal(&fields).text().len() > BODY_BYTES_MAX {
        match own {
            Some(own) => fields.insert(source::FIELD.to_owned(), own),
            None => fields.remove(source::FIELD),
        };
    }
    fields
}

/// `fields` in as few parts as a server takes, the small fields first: names, titles and dates, without which no record is whole, are in the first part.
fn packed(fields: Fields) -> Vec<Fields> {
    let size = |name: &str, value: &Value| Value::from(name).to_string().len() + value.to_string().len() + 2;
    let mut sized: Vec<(usize, String, Value)> =
        fields.into_iter().map(|(name, value)| (size(&name, &value), name, value)).collect();
    if sized.iter().map(|(size, ..)| size).sum::<usize>() >= BODY_BYTES_MAX {
        sized.sort_by(|(a, first, _), (b, second, _)| (a, first).cmp(&(b, second)));
    }
    let mut parts = vec![Fields::new()];
    let mut used = 0;
    for (size, name, value) in sized {
        if used + size >= BODY_BYTES_MAX && used > 0 {
            parts.push(Fields::new());
            used = 0;
        }
        used += size;
        parts.last_mut().expect("there is always one part").insert(name, value);
    }
    parts
}
