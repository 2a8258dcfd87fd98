//! `data/revisions.jsonl`: how records came to be as they are. A record that was never changed is its own history, and has no line.

use crate::home::{Home, is_carrying};
use crate::line;
use model::canonical::{BODY_BYTES_MAX, canonical_text, normal};
use model::letter::LINE_CHARS_MAX;
use model::past::Past;
use model::source;
use model::{AccountId, Body, Edit, Instant, Letter, Record, RecordId, Stamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, HashSet};
use std::fmt::Write;

/// Bytes that the rest of a piece's body may take.
const FRAME_BYTES: usize = 64;

/// One edit of a record: what was written, by whom and when.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Revision {
    /// The record.
    pub record: RecordId,
    /// Its number in the space; 0 while no server has accepted it.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub rev: u64,
    /// Who made it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
    /// What that account is called, where it is known. It is no part of a line: `data/people.jsonl` says it once.
    #[serde(default, alias = "email", skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When a server accepted it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// When the device says that it was made.
    pub stamp: Stamp,
    /// The fields it wrote; one that it cleared is null.
    pub fields: Map<String, Value>,
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

/// What a device knows of how records came to be that wait there to be sent: `bases` are those of them that a server has already, `edits` all that waits.
///
/// A record that was changed before has told its beginning to the server, which tells it itself.
pub fn waiting(bases: &[Record], edits: &[Edit]) -> Vec<Revision> {
    let begun = bases.iter().filter(|record| record.later.is_empty() && record.rev > 0).map(|record| Revision {
        record: record.id,
        rev: record.rev,
        by: record.by,
        name: String::new(),
        at: record.at,
        stamp: record.stamp,
        fields: record.body.open(),
    });
    let unsent = edits.iter().map(|edit| Revision {
        record: edit.id,
        stamp: edit.stamp,
        fields: edit.fields.open(),
        ..Revision::default()
    });
    begun.chain(unsent).collect()
}

/// Revisions of a home as an archive tells them, by record: those that an earlier archive told, then those that were made here.
///
/// What brought the home in here is left out: it tells of the carrying. Only of a record that was changed here for the first time its beginning is told, as it
/// is claimed.
pub(crate) fn told(home: &Home) -> BTreeMap<RecordId, Vec<Revision>> {
    let mut told: BTreeMap<RecordId, Vec<Revision>> = BTreeMap::new();
    for revision in claimed(home) {
        told.entry(revision.record).or_default().push(revision);
    }
    let known: HashSet<RecordId> = told.keys().copied().collect();
    let mut made: BTreeMap<RecordId, Vec<(bool, Revision)>> = BTreeMap::new();
    for (has_carried, revision) in witnessed(home) {
        made.entry(revision.record).or_default().push((has_carried, revision));
    }
    for (record, revisions) in made {
        let is_new = !known.contains(&record) && revisions.iter().any(|(has_carried, _)| !has_carried);
        let bare = revisions
            .into_iter()
            .filter(|(has_carried, _)| is_new || !has_carried)
            .map(|(has_carried, revision)| bare(revision, has_carried));
        told.entry(record).or_default().extend(bare);
    }
    told.retain(|record, revisions| revisions.len() > 1 || known.contains(record));
    told
}

/// What was made in this space, oldest first, each with whether it only brought the home in: made before the note of that was.
fn witnessed(home: &Home) -> Vec<(bool, Revision)> {
    let mut revisions: Vec<Revision> = home.revisions.iter().flatten().cloned().collect();
    revisions.sort_by_key(|revision| (revision.rev == 0, revision.rev));
    // What was told to wait, and was accepted before the server was asked, comes twice.
    let (mut numbers, mut stamps) = (HashSet::new(), HashSet::new());
    revisions.retain(|one| {
        if one.rev == 0 {
            return !stamps.contains(&(one.record, one.stamp));
        }
        stamps.insert((one.record, one.stamp));
        numbers.insert((one.record, one.rev))
    });
    let notes: BTreeMap<RecordId, u64> =
        home.records.iter().filter(|record| is_carrying(record)).map(|record| (record.id, record.rev)).collect();
    let first = revisions.iter().position(|revision| notes.contains_key(&revision.record));
    let rev = notes.values().copied().filter(|rev| *rev > 0).min().unwrap_or_default();
    let has_carried = |(place, revision): (usize, &Revision)| {
        first.map_or(0 < revision.rev && revision.rev < rev, |first| place < first)
    };
    let marks: Vec<bool> = revisions.iter().enumerate().map(has_carried).collect();
    let told = |(_, revision): &(bool, Revision)| !notes.contains_key(&revision.record);
    marks.into_iter().zip(revisions).filter(told).collect()
}

/// A revision without what it claims of an archive; one that brought its record in is told as it claims.
fn bare(mut revision: Revision, has_carried: bool) -> Revision {
    if has_carried {
        let Revision { record: id, rev, by, at, stamp, .. } = revision;
        let body = Body::seal(&revision.fields);
        let record = Record { id, kind: String::new(), rev, stamp, later: BTreeMap::new(), by, at, body };
        let (told, name) = line::told(&record);
        // What came in a step of its own claims nothing, and nobody here has made it.
        let is_claimed = told.body.text() != record.body.text();
        let Record { rev, by, at, body, .. } =
            if is_claimed { told } else { Record { rev: 0, by: None, at: None, ..told } };
        return Revision { record: id, rev, by, name, at, stamp, fields: body.open() };
    }
    if let Some(Value::Object(source)) = revision.fields.get_mut(source::FIELD) {
        source.remove("claimed");
    }
    revision
}

/// What an earlier archive told of this home. A line that cannot be read is passed over.
fn claimed(home: &Home) -> Vec<Revision> {
    past(home).lines().filter_map(|line| read(line.as_bytes())).collect()
}

/// The text that a home keeps of what an earlier archive told.
pub(crate) fn past(home: &Home) -> String {
    let pieces = home.records.iter().filter(|record| record.kind == Past::KIND);
    let mut pieces: Vec<(i64, RecordId, String)> = pieces
        .filter_map(|record| record.body.read::<Past>().ok().map(|past| (past.part, record.id, past.text)))
        .collect();
    pieces.sort();
    pieces.into_iter().map(|(.., text)| text).collect()
}

/// A line of the data file: canonical JSON without a line feed.
pub(crate) fn text(revision: &Revision) -> String {
    let revision = Revision { name: String::new(), ..revision.clone() };
    canonical_text(&serde_json::to_value(revision).expect("a revision is always writable"))
}

/// Reads a line; none if it is no revision.
pub(crate) fn read(line: &[u8]) -> Option<Revision> {
    // Derived code would read a list of the fields' values as well.
    let is_object = line.trim_ascii_start().starts_with(b"{");
    is_object.then(|| serde_json::from_slice(line).ok()).flatten()
}

/// The lines by which a home keeps revisions of an archive; `people` are the authors' names.
pub(crate) fn lines(revisions: &[Revision], people: &BTreeMap<AccountId, String>) -> impl Iterator<Item = Value> {
    revisions.iter().map(|revision| {
        let name = revision.by.and_then(|by| people.get(&by)).map(|name| normal(name)).unwrap_or_default();
        let revision = Revision { name: name.chars().take(LINE_CHARS_MAX).collect(), ..revision.clone() };
        serde_json::to_value(revision).expect("a revision is always writable")
    })
}

/// Lines as a home keeps them, in pieces that a server takes.
pub(crate) fn pieces(lines: impl Iterator<Item = Value>) -> Vec<Past> {
    let mut pieces: Vec<Past> = Vec::new();
    let mut left_bytes = 0;
    for value in lines {
        for c in plain(&canonical_text(&value)).chars().chain(['\n']) {
            // In the body, what JSON marks is marked once more.
            let bytes = if matches!(c, '"' | '\\' | '\n') { 2 } else { 1 };
            if left_bytes < bytes {
                pieces.push(Past { part: pieces.len().try_into().unwrap_or(i64::MAX), text: String::new() });
                left_bytes = BODY_BYTES_MAX - FRAME_BYTES;
            }
            left_bytes -= bytes;
            pieces.last_mut().expect("there is one").text.push(c);
        }
    }
    pieces
}

/// JSON text that says the same in ASCII only: it can be cut anywhere, and no server finds anything in it to refuse.
fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for c in text.chars() {
        if (' '..='~').contains(&c) {
            plain.push(c);
        } else {
            let mut units = [0; 2];
            c.encode_utf16(&mut units).iter().for_each(|unit| _ = write!(plain, "\\u{unit:04x}"));
        }
    }
    plain
}
