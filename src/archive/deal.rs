//! `data/deals/<id>.jsonl`: what the home and its providers wrote to each other, a file for each deal.
//!
//! A deal does not come back as one: its provider has nothing to do with the home that is restored. That home keeps what is told of it beside its past, as text
//! that only an archive opens, and so does not hold the files that only a deal names.

use crate::home::Home;
use crate::line;
use crate::revision::past;
use model::{Record, SpaceId};
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A deal of a home.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Deal {
    /// Its space.
    pub space: SpaceId,
    /// Its records, of every kind, in any order.
    pub records: Vec<Record>,
}

/// The deals that are told of, each with its records in the order of their ids: those of the home, and those of which an earlier archive told.
pub(crate) fn told(home: &Home) -> BTreeMap<SpaceId, Vec<Record>> {
    let mut told: BTreeMap<SpaceId, Vec<Record>> = BTreeMap::new();
    for (space, record) in past(home).lines().filter_map(kept) {
        told.entry(space).or_default().push(record);
    }
    told.extend(home.deals.iter().map(|deal| (deal.space, deal.records.clone())));
    told.values_mut().for_each(|records| records.sort_by_key(|record| record.id));
    told
}

/// Where the lines of a deal stand.
pub(crate) fn path(space: SpaceId) -> String {
    format!("{FOLDER}{space}{LINES}")
}

/// The deal whose lines a file has; none if it has none.
pub(crate) fn of_path(path: &str) -> Option<SpaceId> {
    path.strip_prefix(FOLDER)?.strip_suffix(LINES)?.parse().ok()
}

const FOLDER: &str = "data/deals/";
const LINES: &str = ".jsonl";
/// The files that only deals name.
pub(crate) const FILES: &str = "data/deals/files.jsonl";

/// The lines by which a home keeps what is told of deals. None can be taken for a revision.
pub(crate) fn lines(deals: &[Deal]) -> impl Iterator<Item = Value> {
    let line = |space: SpaceId, record: &Record| {
        let told = serde_json::to_value(record).expect("a record is always writable");
        json!({ "deal": space, "told": told })
    };
    deals.iter().flat_map(move |deal| deal.records.iter().map(move |record| line(deal.space, record)))
}

/// Reads such a line.
fn kept(text: &str) -> Option<(SpaceId, Record)> {
    let line: Value = serde_json::from_str(text).ok()?;
    let space = line.get("deal")?.as_str()?.parse().ok()?;
    Some((space, line::read(line.get("told")?.to_string().as_bytes()).ok()?))
}
