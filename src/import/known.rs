//! What the home has already, as far as an import looks into it.

use model::body::Fields;
use model::history::{Fact, Says, threads};
use model::kind::{Nature, kind_of};
use model::{Letter, Record, RecordId, Source, import::Import, withdrawal::Withdrawal};
use serde::Deserialize;
use std::collections::{HashMap, HashSet};

/// A home's records by where they came from and what they are called.
#[derive(Default)]
pub struct Known<'r> {
    by_source: HashMap<(String, String), Thing<'r>>,
    by_name: HashMap<(&'r str, String), Vec<Thing<'r>>>,
}

/// A record that stands, or that a person took away.
#[derive(Clone, Copy)]
pub struct Thing<'r> {
    /// The record as an import last wrote it: of a fact that was amended since, an earlier version.
    pub brought: &'r Record,
    /// What stands; of a living record the same.
    pub stands: &'r Record,
    /// Whether a person deleted or withdrew it.
    pub gone: bool,
}

/// As much of a body as is needed to find it again.
#[derive(Deserialize, Default)]
#[serde(default)]
struct Peek {
    name: String,
    title: String,
    deleted: Option<bool>,
    amends: Option<RecordId>,
    of: Option<RecordId>,
    undone: Option<bool>,
    source: Option<Origin>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Origin {
    from: String,
    key: String,
    import: Option<RecordId>,
    claimed: Option<Claim>,
}

#[derive(Deserialize, Default)]
#[serde(default)]
struct Claim {
    import: Option<RecordId>,
}

impl Origin {
    /// As [`Source::brought_by`].
    fn brought_by(&self) -> Option<RecordId> {
        self.claimed.as_ref().and_then(|claimed| claimed.import).or(self.import)
    }
}

impl Peek {
    fn called(&self) -> &str {
        if self.name.is_empty() { &self.title } else { &self.name }
    }
}

impl<'r> Known<'r> {
    /// What `records` are, of which there is one under each id.
    pub fn of(records: &'r [Record]) -> Self {
        let peeks: Vec<Peek> = records.iter().map(|record| record.body.read().unwrap_or_default()).collect();
        let mut undone = HashSet::new();
        for (record, peek) in records.iter().zip(&peeks) {
            if record.kind == Import::KIND && peek.undone == Some(true) {
                undone.insert(record.id);
            }
        }
        let mut known = Self::default();
        for (record, peek) in records.iter().zip(&peeks) {
            if kind_of(&record.kind).is_some_and(|kind| kind.nature == Nature::Living) {
                let thing = Thing { brought: record, stands: record, gone: peek.deleted == Some(true) };
                known.add(thing, peek.source.as_ref(), peek.called(), &undone);
            }
        }
        known.add_facts(records, &peeks, &undone);
        known
    }

    fn add_facts(&mut self, records: &'r [Record], peeks: &[Peek], undone: &HashSet<RecordId>) {
        let is_fact = |record: &Record| kind_of(&record.kind).is_none_or(|kind| kind.nature == Nature::Fact);
        let at: HashMap<RecordId, usize> = records
            .iter()
            .enumerate()
            .filter(|(_, record)| is_fact(record))
            .map(|(at, record)| (record.id, at))
            .collect();
        let says = |at: usize| match (records[at].kind == Withdrawal::KIND, peeks[at].of, peeks[at].amends) {
            (true, Some(of), _) => Says::Withdraws(of),
            (false, _, Some(amended)) => Says::Amends(amended),
            _ => Says::Alone,
        };
        let facts = at.iter().map(|(id, at)| Fact { id: *id, stamp: records[*at].stamp, says: says(*at) }).collect();
        for thread in threads(facts) {
            let versions: Vec<usize> = thread.versions.iter().map(|id| at[id]).collect();
            let current = *versions.last().expect("a thread begins with a fact");
            let brought = versions.iter().rev().copied().find(|at| peeks[*at].source.is_some()).unwrap_or(current);
            let thing =
                Thing { brought: &records[brought], stands: &records[current], gone: thread.withdrawn_by.is_some() };
            self.add(thing, peeks[brought].source.as_ref(), peeks[current].called(), undone);
        }
    }

    fn add(&mut self, thing: Thing<'r>, origin: Option<&Origin>, called: &str, undone: &HashSet<RecordId>) {
        if let Some(origin) = origin.filter(|origin| !origin.key.is_empty()) {
            // What an import that was undone had made is as if it had never been there.
            let never_was = thing.gone && origin.brought_by().is_some_and(|import| undone.contains(&import));
            let place = (origin.from.clone(), origin.key.clone());
            // What was taken away and brought in again is what stands.
            let better = |there: &Thing<'_>| (there.gone, thing.stands.stamp) >= (thing.gone, there.stands.stamp);
            if !never_was && self.by_source.get(&place).is_none_or(better) {
                self.by_source.insert(place, thing);
            }
        }
        if !thing.gone && !called.is_empty() {
            self.by_name.entry((&thing.stands.kind, folded(called))).or_default().push(thing);
        }
    }

    /// The record that an earlier import made of what is called `key` in the format `from`.
    pub fn from_source(&self, from: &str, key: &str) -> Option<Thing<'r>> {
        self.by_source.get(&(from.to_owned(), key.to_owned())).copied()
    }

    /// The records of `kind` that are called `name`, however it is written.
    pub fn called(&self, kind: &'r str, name: &str) -> &[Thing<'r>] {
        self.by_name.get(&(kind, folded(name))).map_or(&[], Vec::as_slice)
    }
}

/// What `fields` call the record.
pub fn called(fields: &Fields) -> &str {
    let text = |name: &str| fields.get(name).and_then(serde_json::Value::as_str).filter(|text| !text.is_empty());
    text("name").or_else(|| text("title")).or_else(|| text("number")).unwrap_or_default()
}

/// Names are the same whatever their case and blanks.
fn folded(name: &str) -> String {
    name.split_whitespace().map(str::to_lowercase).collect::<Vec<_>>().join(" ")
}

/// Where a record came from, if it says so.
pub fn source(record: &Record) -> Option<Source> {
    Source::of(&record.body.open())
}
