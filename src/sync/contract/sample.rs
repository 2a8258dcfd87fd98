//! Small records, edits and pages to test with; `n` makes them different, and the same `n` makes the same again.

use crate::store::Opened;
use model::{AccountId, Body, DeviceId, Edit, EditKey, FileHash, FileRef, Record, RecordId, SpaceId, Stamp};
use std::collections::BTreeMap;
use std::str::FromStr;
use wire::{Cursor, Page};

fn id<T: FromStr<Err: std::fmt::Debug>>(kind: u32, n: u64) -> T {
    format!("{kind:08x}-0000-7000-8000-{n:012x}").parse().expect("hexadecimal digits in the form of a UUID are one")
}

pub(super) fn space(n: u64) -> SpaceId {
    id(1, n)
}

pub(super) fn record_id(n: u64) -> RecordId {
    id(2, n)
}

pub(super) fn key(n: u64) -> EditKey {
    id(3, n)
}

pub(super) fn account() -> AccountId {
    id(4, 1)
}

pub(super) fn stamp(at_ms: u64) -> Stamp {
    Stamp { at_ms, count: 0, device: DeviceId(7) }
}

/// Edit number `n`, of record `n`. Its text has what breaks careless storage: quotes, astral characters, a nul, a line separator.
pub(super) fn edit(n: u64) -> Edit {
    let body = format!(r#"{{"title":"\"Geyser\" 🔧 {n} \u0000 \u2028 קבלה"}}"#);
    let fields = Body::from_text(body).expect("the sample is JSON");
    Edit { key: key(n), id: record_id(n), kind: "entry".to_owned(), stamp: stamp(n), fields }
}

/// Edits of a range of numbers.
pub(super) fn edits(numbers: std::ops::Range<u64>) -> Vec<Edit> {
    numbers.map(edit).collect()
}

/// Record `n` at revision `rev`.
pub(super) fn record(n: u64, rev: u64) -> Record {
    let fields = Body::from_text(format!(r#"{{"title":"{n} at {rev}"}}"#)).expect("the sample is JSON");
    Record { rev, by: Some(account()), body: fields, ..Record::first(&edit(n)) }
}

/// A page of records, each given by its number and its revision, as JSON text.
pub(super) fn page(space: SpaceId, records: impl IntoIterator<Item = (u64, u64)>) -> String {
    let records: Vec<Record> = records.into_iter().map(|(n, rev)| record(n, rev)).collect();
    let head = records.iter().map(|record| record.rev).max().unwrap_or_default();
    let page = Page { space, scope: 3, head, more: false, total: records.len() as u64, records };
    serde_json::to_string(&page).expect("a page is always writable")
}

pub(super) fn cursor(after: u64) -> Cursor {
    Cursor { after, before: None, scope: 3 }
}

/// A file of `size` bytes that differ from their neighbours.
pub(super) fn file(n: u64, size: usize) -> (FileRef, Vec<u8>) {
    let content: Vec<u8> = (0..size).map(|at| ((at as u64 * 31 + at as u64 / 251 + n) % 256) as u8).collect();
    let file = FileRef {
        hash: FileHash::of(&content),
        name: format!("photo {n}.jpg"),
        media: "image/jpeg".to_owned(),
        size: size as u64,
        ..FileRef::default()
    };
    (file, content)
}

/// What a space shows: each record at its highest revision.
pub(super) fn shown(opened: &Opened) -> BTreeMap<RecordId, Record> {
    let mut shown: BTreeMap<RecordId, Record> = BTreeMap::new();
    let pages = opened.segments.iter().filter_map(|text| serde_json::from_str::<Page>(text).ok());
    for record in pages.flat_map(|page| page.records).chain(opened.records.iter().cloned()) {
        if shown.get(&record.id).is_none_or(|kept| kept.rev < record.rev) {
            shown.insert(record.id, record);
        }
    }
    shown
}

/// How many copies of records are kept, superseded ones included.
pub(super) fn copies(opened: &Opened) -> usize {
    let pages = opened.segments.iter().filter_map(|text| serde_json::from_str::<Page>(text).ok());
    pages.map(|page| page.records.len()).sum::<usize>() + opened.records.len()
}
