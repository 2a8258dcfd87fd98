//! What an opening reads in vain, and how the rest is packed anew: the plan of a fold, which every store performs in one transaction.
//!
//! A space is kept as *values*: pulled pages (segments) and, beside them, the records that one push settled. A record that is written again
//! stands in a later value too, so earlier copies are dead weight, and every small value costs an opening about as much as a record.

use model::body::Fields;
use model::{Record, RecordId, SpaceId};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use std::collections::HashMap;
use wire::pull::{PAGE_RECORDS, PAGE_RECORDS_MAX};

/// A fold is worth it once what it spares is one part in so many of the records that stay. Below that an opening reads at most a quarter
/// more than it shows; from there on a fold writes at most four records for each that it spares.
pub const SPARE_SHARE: usize = 4;

/// Counts what is kept of a space, each value once: segments first, then settled ones, both in the order of their keys.
#[derive(Debug, Default)]
pub struct Census {
    latest: HashMap<RecordId, Latest>,
    /// Whether an earlier copy of a record still holds what was taken out of it.
    holds_erased: bool,
    values: Vec<Value>,
    scope: u64,
    head: u64,
}

/// Packs the living records of the values that it [rewrites](Self::rewrites) into new segments.
#[derive(Debug)]
pub struct Plan {
    space: SpaceId,
    census: Census,
    packed: Vec<Box<RawValue>>,
}

/// A kept value, as text.
#[derive(Clone, Copy, Debug)]
pub enum Kept<'a> {
    /// A pulled page.
    Segment(&'a str),
    /// An array of the records that a push settled.
    Settled(&'a str),
}

/// Where the latest revision of a record was found.
#[derive(Debug)]
struct Latest {
    rev: u64,
    value: usize,
    at: usize,
    cleared: Vec<String>,
}

/// What is known of one value.
#[derive(Clone, Copy, Debug)]
struct Value {
    readable: bool,
    settled: bool,
    records: usize,
    live: usize,
}

/// What a fold reads of a record.
#[derive(Deserialize)]
struct Seen<'a> {
    id: RecordId,
    #[serde(default)]
    rev: u64,
    #[serde(default, borrow)]
    later: Option<&'a RawValue>,
    #[serde(default, borrow)]
    body: Option<&'a RawValue>,
}

impl Seen<'_> {
    /// The fields that were cleared: they have a stamp and no value.
    fn cleared(&self) -> Vec<String> {
        let fields = |text: Option<&RawValue>| -> Fields {
            text.and_then(|text| serde_json::from_str(text.get()).ok()).unwrap_or_default()
        };
        // Nearly every record is as it was first written.
        if self.later.is_none() {
            return Vec::new();
        }
        let body = fields(self.body);
        fields(self.later).into_iter().map(|(name, _)| name).filter(|name| !body.contains_key(name)).collect()
    }
}

impl Latest {
    /// Whether an earlier copy of the record, with these fields cleared, has a value where this one has none.
    fn erases(&self, earlier: &[String]) -> bool {
        self.cleared.iter().any(|name| !earlier.contains(name))
    }
}

/// What a fold reads of a page.
#[derive(Deserialize)]
struct Paper<R> {
    #[serde(default)]
    scope: u64,
    #[serde(default)]
    head: u64,
    records: Vec<R>,
}

/// A [`wire::Page`] with its records untouched, fields of a newer version included.
#[derive(Serialize)]
struct Folded<'a> {
    space: SpaceId,
    scope: u64,
    head: u64,
    more: bool,
    total: usize,
    records: &'a [Box<RawValue>],
}

/// Whether any of these records was taken a value out of, so that earlier copies of it should go at once.
pub fn erases(records: &[Record]) -> bool {
    let cleared = |record: &Record| {
        let body = if record.later.is_empty() { Fields::new() } else { record.body.open() };
        record.later.keys().any(|name| !body.contains_key(name))
    };
    records.iter().any(cleared)
}

impl<'a> Kept<'a> {
    fn read<R: Deserialize<'a>>(self) -> Result<Paper<R>, serde_json::Error> {
        match self {
            Self::Segment(text) => serde_json::from_str(text),
            Self::Settled(text) => serde_json::from_str(text).map(|records| Paper { scope: 0, head: 0, records }),
        }
    }
}

impl Census {
    /// Counts the next value. One that cannot be read will stay as it is.
    pub fn count(&mut self, kept: Kept) {
        let settled = matches!(kept, Kept::Settled(_));
        let Ok(paper) = kept.read::<Seen>() else {
            self.values.push(Value { readable: false, settled, records: 0, live: 0 });
            return;
        };
        self.scope = self.scope.max(paper.scope);
        self.head = self.head.max(paper.head);
        let value = self.values.len();
        self.values.push(Value { readable: true, settled, records: paper.records.len(), live: 0 });
        for (at, seen) in paper.records.iter().enumerate() {
            let found = Latest { rev: seen.rev, value, at, cleared: seen.cleared() };
            // Among equals the first stays: the server's own copy is in a segment, and those come first.
            match self.latest.get(&seen.id) {
                Some(stays) if stays.rev >= found.rev => {
                    self.holds_erased |= stays.erases(&found.cleared);
                    continue;
                }
                Some(before) => {
                    self.holds_erased |= found.erases(&before.cleared);
                    self.values[before.value].live -= 1;
                }
                None => {}
            }
            self.latest.insert(seen.id, found);
            self.values[value].live += 1;
        }
    }

    /// What to do about it; none while it is not worth it. What was erased is always worth it: it shall not lie here until enough else
    /// has changed.
    pub fn plan(self, space: SpaceId) -> Option<Plan> {
        let rewritten = || self.values.iter().filter(|value| value.is_rewritten());
        let superseded: usize = rewritten().map(|value| value.records - value.live).sum();
        let stays: usize = rewritten().map(|value| value.live).sum();
        let spared_values = rewritten().count().saturating_sub(stays.div_ceil(PAGE_RECORDS_MAX));
        let spare = superseded + spared_values;
        let worth_it = self.holds_erased || spare > 0 && spare * SPARE_SHARE >= self.latest.len();
        worth_it.then(|| Plan { space, census: self, packed: Vec::new() })
    }
}

impl Value {
    /// Full pages without a superseded record are left alone, so that a fold costs what has changed and not what there is.
    fn is_rewritten(&self) -> bool {
        self.readable && (self.settled || self.live < self.records || self.records < PAGE_RECORDS)
    }
}

impl Plan {
    /// Whether the value that was counted as number `value` goes, and its living records into new segments.
    pub fn rewrites(&self, value: usize) -> bool {
        self.census.values[value].is_rewritten()
    }

    /// Takes in a value that goes. Returns a new segment each time one is full.
    pub fn pack(&mut self, value: usize, kept: Kept) -> Result<Option<String>, serde_json::Error> {
        let seen = kept.read::<Seen>()?.records;
        let texts = kept.read::<&RawValue>()?.records;
        for (at, (seen, text)) in seen.iter().zip(texts).enumerate() {
            let latest = self.census.latest.get(&seen.id);
            if latest.is_some_and(|latest| latest.value == value && latest.at == at) {
                self.packed.push(text.to_owned());
            }
        }
        Ok(if self.packed.len() >= PAGE_RECORDS_MAX { self.rest() } else { None })
    }

    /// The last segment, if anything is left for it.
    pub fn rest(&mut self) -> Option<String> {
        let records = std::mem::take(&mut self.packed);
        let Census { scope, head, .. } = self.census;
        let page =
            Folded { space: self.space, scope, head, more: false, total: self.census.latest.len(), records: &records };
        let text = || serde_json::to_string(&page).expect("a page of JSON texts and numbers is always writable");
        (!records.is_empty()).then(text)
    }
}
