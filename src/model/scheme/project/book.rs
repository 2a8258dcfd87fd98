//! One logbook of a unit, read as far as it is shown.

use super::veil;
use crate::basis::Paper;
use crate::certificate::Certificate;
use crate::date::Date;
use crate::document::Document;
use crate::entry::Entry;
use crate::health::{Written, looked_at};
use crate::id::RecordId;
use crate::inspection::Inspection;
use crate::property::Property;
use crate::record::Record;
use crate::schedule::{self, Planned};
use crate::scheme::Hidden;
use crate::standing::{Standing, facts, living};
use crate::system::System;
use crate::warranty::Warranty;
use std::cmp::Reverse;

/// The records of a home, and what is shown of them.
#[derive(Clone, Debug)]
pub struct Logbook<'a> {
    /// The records, of every kind and in any order.
    pub records: &'a [Record],
    /// What is shown.
    pub shows: &'a [Hidden],
}

impl Logbook<'_> {
    /// Whether that is shown.
    pub fn shows(&self, what: Hidden) -> bool {
        self.shows.contains(&what)
    }

    /// What is not.
    pub fn hidden(&self) -> Vec<Hidden> {
        Hidden::ALL.iter().copied().filter(|one| !self.shows(*one)).collect()
    }
}

/// An entry as it stands: its first version, the one that stands, and what that says.
pub(super) type Told = (RecordId, RecordId, Entry);

/// What a logbook says, as far as it is shown.
#[derive(Clone, Debug, Default)]
pub struct Book {
    pub(super) property: Option<Property>,
    pub(super) systems: Vec<(RecordId, System)>,
    pub(super) entries: Vec<Told>,
    pub(super) certificates: Vec<Paper>,
    pub(super) planned: Vec<Planned>,
    pub(super) looked_at: Vec<(RecordId, Date)>,
    /// Systems about which there are papers.
    pub(super) papered: Vec<RecordId>,
}

impl Book {
    /// Reads a logbook.
    pub fn read(logbook: &Logbook<'_>) -> Self {
        let is_shown = |what| logbook.shows(what);
        let records = logbook.records.iter().filter(|record| veil::is_read(&record.kind, is_shown));
        let records: Vec<Record> = records.cloned().collect();
        let systems = living::<System>(&records).into_iter();
        let entries = stands(facts::<Entry>(&records, |entry| entry.amends)).into_iter();
        let inspections = stands(facts::<Inspection>(&records, |_| None));
        let documents = living::<Document>(&records).into_iter().flat_map(|one| one.letter.systems);
        let warranties = living::<Warranty>(&records).into_iter().flat_map(|one| one.letter.systems);
        Self {
            property: living::<Property>(&records).into_iter().next().map(|one| one.letter),
            systems: systems.map(|one| (one.root, veil::system(one.letter, is_shown))).collect(),
            entries: entries
                .filter_map(|one| Some((one.root, one.record.id, veil::entry(one.letter, is_shown)?)))
                .collect(),
            certificates: certificates(&records),
            planned: schedule::of_home(&records),
            looked_at: inspections.iter().flat_map(|one| looked_at(&one.letter)).collect(),
            papered: documents.chain(warranties).collect(),
        }
    }
}

/// An entry as the rules of health read it.
pub(super) fn written((root, id, letter): &Told) -> Written<'_> {
    Written { root: *root, id: *id, letter }
}

fn stands<T>(mut all: Vec<Standing<'_, T>>) -> Vec<Standing<'_, T>> {
    all.retain(|fact| fact.withdrawn.is_none());
    all
}

/// The certificates as they stand, newest first.
fn certificates(records: &[Record]) -> Vec<Paper> {
    let standing = stands(facts::<Certificate>(records, |certificate| certificate.amends)).into_iter();
    let mut papers: Vec<Paper> =
        standing.map(|one| Paper { root: one.root, id: one.record.id, letter: one.letter }).collect();
    sort(&mut papers);
    papers
}

/// Puts papers in the order in which the rules look at them.
pub(super) fn sort(papers: &mut [Paper]) {
    papers.sort_by_key(|paper| Reverse((paper.letter.issued.map(|issued| issued.sort_key()), paper.root)));
}
