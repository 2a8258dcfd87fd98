//! What the entries, tasks and papers of a home say, by system: gone through once.

use super::found::late_from;
use super::weight::SEEN_MONTHS;
use super::{Known, Written};
use crate::date::Date;
use crate::entry::{Entry, EntryType, Severity};
use crate::id::RecordId;
use std::collections::{BTreeMap, BTreeSet};

/// What there is about one thing.
#[derive(Clone, Debug, Default)]
pub(super) struct Found {
    /// Open faults.
    pub(super) faults: Vec<(RecordId, Severity)>,
    /// Tasks that are late, and since how many days.
    pub(super) late: Vec<(RecordId, i64)>,
    /// Something is planned.
    pub(super) is_planned: bool,
    /// Somebody looked after it lately, or when it was last due.
    pub(super) is_seen: bool,
    /// There is a paper about it.
    pub(super) has_paper: bool,
}

/// What there is about everything.
#[derive(Debug, Default)]
pub(super) struct Index {
    /// By system in use.
    pub(super) systems: BTreeMap<RecordId, Found>,
    /// Faults by zone, of those that concern no system in use.
    pub(super) zones: BTreeMap<RecordId, Vec<(RecordId, Severity)>>,
    /// What concerns no system in use.
    pub(super) own: Found,
}

impl Index {
    pub(super) fn of(known: &Known<'_>) -> Self {
        let in_use = known.systems.iter().filter(|(_, system)| system.in_use());
        let mut index = Self { systems: in_use.map(|(id, _)| (*id, Found::default())).collect(), ..Self::default() };
        let concerns: BTreeMap<RecordId, &[RecordId]> =
            known.tasks.iter().map(|planned| (planned.id, planned.task.systems.as_slice())).collect();
        let settled: BTreeSet<RecordId> = known.entries.iter().filter_map(|entry| entry.letter.settles).collect();
        let since = known.today.minus_months(SEEN_MONTHS);
        for entry in &known.entries {
            index.entry(*entry, &settled);
            if is_care(entry.letter) && is_between(entry.letter, since, known.today) {
                let task = entry.letter.completes.and_then(|task| concerns.get(&task)).copied();
                let systems = entry.letter.systems.iter().chain(task.into_iter().flatten());
                index.each(systems, |found| found.is_seen = true);
            }
            if !entry.letter.documents.is_empty() {
                index.each(entry.letter.systems.iter(), |found| found.has_paper = true);
            }
        }
        index.tasks(known);
        let looked = known.looked_at.iter().filter(|(_, on)| (since..=known.today).contains(on));
        index.each(looked.map(|(system, _)| system), |found| found.is_seen = true);
        index.each(known.papers.iter(), |found| found.has_paper = true);
        index.each(known.basis.papers.iter().flat_map(|paper| &paper.letter.systems), |found| found.has_paper = true);
        index
    }

    fn each<'i>(&mut self, systems: impl Iterator<Item = &'i RecordId>, mut note: impl FnMut(&mut Found)) {
        for system in systems {
            if let Some(found) = self.systems.get_mut(system) {
                note(found);
            }
        }
    }

    /// Notes an open fault with every system in use that it concerns, else with its zones and the home.
    fn entry(&mut self, entry: Written<'_>, settled: &BTreeSet<RecordId>) {
        let letter = entry.letter;
        if letter.sort != EntryType::Fault || settled.contains(&entry.root) || settled.contains(&entry.id) {
            return;
        }
        let fault = (entry.root, letter.severity.unwrap_or_default());
        if !letter.systems.iter().any(|system| self.systems.contains_key(system)) {
            self.own.faults.push(fault);
            letter.zones.iter().for_each(|zone| self.zones.entry(*zone).or_default().push(fault));
        }
        self.each(letter.systems.iter(), |found| {
            // A system that is named twice has one fault.
            if found.faults.last() != Some(&fault) {
                found.faults.push(fault);
            }
        });
    }

    fn tasks(&mut self, known: &Known<'_>) {
        for planned in known.tasks {
            let days = late_from(planned).map(|due| known.today.days_since(due));
            let late = days.filter(|days| *days > 0).map(|days| (planned.id, days));
            let is_kept = planned.was_done && days.is_some_and(|days| days <= 0);
            if planned.task.systems.is_empty() {
                self.own.late.extend(late);
            }
            self.each(planned.task.systems.iter(), |found| {
                found.is_planned = true;
                found.is_seen |= is_kept;
                if found.late.last().map(|(id, _)| *id) != Some(planned.id) {
                    found.late.extend(late);
                }
            });
        }
    }
}

/// Whether an entry tells that somebody looked after something.
fn is_care(entry: &Entry) -> bool {
    !matches!(entry.sort, EntryType::Fault | EntryType::Note) || entry.completes.is_some()
}

/// Whether it surely was between two days, those days too.
fn is_between(entry: &Entry, since: Date, until: Date) -> bool {
    entry.when.and_then(|when| when.earliest()).is_some_and(|when| (since..=until).contains(&when))
}
