//! The same task due in many units: one call-out for them, and what each pays.

use super::cents;
use crate::date::Date;
use crate::id::RecordId;
use std::collections::{BTreeMap, BTreeSet};

/// A task that falls due in a unit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Due {
    /// The unit.
    pub unit: RecordId,
    /// What is to be done: tasks with the same name are the same work.
    pub task: String,
    /// The day by which it should be done.
    pub by: Date,
    /// What the owner said to doing it together.
    pub answer: Answer,
}

/// What an owner says to doing it together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Nothing yet.
    Unanswered,
    /// Joins.
    Joins,
    /// Does it alone.
    Declines,
}

/// A call-out for several units.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bundle {
    /// What is to be done.
    pub task: String,
    /// The day by which it should be done, so that it is late nowhere; today where it is late already.
    pub by: Date,
    /// Where, the earliest due first. A unit stands as often as it has the task.
    pub dues: Vec<Due>,
}

/// What a vendor asks, cents with tax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Offer {
    /// For coming out, once.
    pub call_out: i64,
    /// For each time that the task is done.
    pub each: i64,
}

/// What a unit pays.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Price {
    /// The unit.
    pub unit: RecordId,
    /// Together with the others, cents.
    pub cents: i64,
    /// What the same would cost it alone, cents.
    pub alone: i64,
}

/// Which tasks can be done together: none is done more than `window` days before it is due, none later than due unless it is late today, and there
/// are as few call-outs of a task as that allows. What only one unit needs is no bundle; who declined is left out.
pub fn bundles(dues: &[Due], window: u32, today: Date) -> Vec<Bundle> {
    let mut open: Vec<&Due> = dues.iter().filter(|due| due.answer != Answer::Declines).collect();
    open.sort_by(|a, b| (&a.task, a.by.max(today), a.unit).cmp(&(&b.task, b.by.max(today), b.unit)));
    let mut bundles: Vec<Bundle> = Vec::new();
    for due in open {
        let by = due.by.max(today);
        match bundles.last_mut() {
            // Every group begins with what is due first, and takes all that may be done on that day: no other day serves more of the rest.
            Some(last) if last.task == due.task && by <= last.by.plus_days(window) => last.dues.push(due.clone()),
            _ => bundles.push(Bundle { task: due.task.clone(), by, dues: vec![due.clone()] }),
        }
    }
    bundles.retain(|bundle| bundle.units().len() > 1);
    bundles
}

impl Bundle {
    /// The units, each once, in the order of their days.
    pub fn units(&self) -> Vec<RecordId> {
        units(self.dues.iter())
    }

    /// The units whose owners join.
    pub fn joined(&self) -> Vec<RecordId> {
        units(self.joining())
    }

    /// What each pays that joins, by now.
    pub fn prices(&self, offer: Offer) -> Vec<Price> {
        prices(self.joining(), offer)
    }

    /// What each would pay if all joined that have not declined.
    pub fn prices_if_all(&self, offer: Offer) -> Vec<Price> {
        prices(self.dues.iter(), offer)
    }

    fn joining(&self) -> impl Iterator<Item = &Due> + Clone {
        self.dues.iter().filter(|due| due.answer == Answer::Joins)
    }
}

fn units<'a>(dues: impl Iterator<Item = &'a Due>) -> Vec<RecordId> {
    let mut seen = BTreeSet::new();
    dues.map(|due| due.unit).filter(|unit| seen.insert(*unit)).collect()
}

/// Coming out is shared by the unit, in whole cents that make it; the work each unit pays for itself.
fn prices<'a>(dues: impl Iterator<Item = &'a Due> + Clone, offer: Offer) -> Vec<Price> {
    let mut work: BTreeMap<RecordId, i64> = BTreeMap::new();
    for due in dues.clone() {
        let cents = work.entry(due.unit).or_default();
        *cents = cents.saturating_add(offer.each);
    }
    let parts = u32::try_from(work.len()).unwrap_or(u32::MAX);
    let price = |(unit, at): (RecordId, u32)| {
        let (work, share) = (work[&unit], cents::part(offer.call_out, parts, at));
        Price { unit, cents: work.saturating_add(share), alone: work.saturating_add(offer.call_out) }
    };
    units(dues).into_iter().zip(0..).map(price).collect()
}
