//! To what extent a plan was carried out in a year: what trustees report to the annual general meeting. Source: rule 22(4) of Annexure 1, STSM
//! Regulations 2016.

use super::item::Plan;
use super::work;
use crate::date::Date;
use crate::estate::cents::WHOLE;
use crate::estate::year::FinancialYear;
use crate::id::RecordId;
use crate::portal::money::scaled;

/// What the approved plan has for the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Planned {
    /// The item.
    pub item: RecordId,
    /// What it was to cost in that year, cents; none where the plan does not say.
    pub cents: Option<i64>,
}

/// What a job says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Job {
    /// The item that it was for.
    pub item: RecordId,
    /// The day on which it was finished, or last worked on.
    pub on: Date,
    /// What it cost, cents; none where no invoice says so.
    pub cents: Option<i64>,
    /// Whether the item's work of the year is finished with it.
    pub is_last: bool,
}

/// That an item was put off.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Postponement {
    /// The item.
    pub item: RecordId,
    /// Until that financial year.
    pub to: i32,
    /// Why; empty where nobody has said.
    pub reason: String,
}

/// How far an item came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Implemented {
    /// It was done.
    Done {
        /// The day of its last job.
        on: Date,
    },
    /// Work was done, and more is to be.
    Begun,
    /// Nothing was done.
    Open,
}

/// What is reported of an item.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reported {
    /// The item.
    pub item: RecordId,
    /// How far it came.
    pub implemented: Implemented,
    /// What was planned, cents; none where the plan does not say, or had nothing of it in this year.
    pub planned: Option<i64>,
    /// What its jobs of the year cost, cents.
    pub paid: i64,
    /// So many of its jobs have no cost yet.
    pub unpriced: usize,
    /// That it, or what is left of it, was put off; none of what was done.
    pub postponed: Option<Postponement>,
}

impl Reported {
    /// What it cost beyond the plan, cents, below nothing where less; none until it is done and every cost is known.
    pub fn over(&self) -> Option<i64> {
        let is_done = matches!(self.implemented, Implemented::Done { .. });
        self.planned.filter(|_| is_done && self.unpriced == 0).map(|planned| self.paid.saturating_sub(planned))
    }
}

/// The report of a year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Implementation {
    /// The financial year.
    pub year: i32,
    /// What was planned, in the order of the plan.
    pub items: Vec<Reported>,
    /// What was worked on and not planned for the year.
    pub unplanned: Vec<Reported>,
}

impl Implementation {
    /// So many of the planned items were done.
    pub fn done(&self) -> usize {
        self.items.iter().filter(|item| matches!(item.implemented, Implemented::Done { .. })).count()
    }

    /// What the done ones were to cost, as a part of all that was planned, basis points; none where no cost was planned.
    pub fn share(&self) -> Option<i64> {
        let planned = |item: &Reported| item.planned.unwrap_or(0);
        let is_done = |item: &&Reported| matches!(item.implemented, Implemented::Done { .. });
        let all = self.items.iter().map(planned).fold(0, i64::saturating_add);
        let done = self.items.iter().filter(is_done).map(planned).fold(0, i64::saturating_add);
        (all > 0).then(|| scaled(done, WHOLE, all))
    }
}

/// What a plan has for a year: one line an item, at the prices of then. Of an item without a year nothing is planned.
pub fn planned(plan: &Plan, year: i32) -> Vec<Planned> {
    let end = year.saturating_add(1);
    let mut lines = Vec::new();
    for item in &plan.items {
        let works = work::works(item, plan.first, end).unwrap_or_default();
        let own: Vec<i64> = works.iter().filter(|work| work.year == year).map(|work| work.cents).collect();
        if !own.is_empty() {
            lines.push(Planned { item: item.id, cents: Some(own.into_iter().fold(0, i64::saturating_add)) });
        } else if item.cost.is_none() && item.due.is_some_and(|due| due.max(plan.first) == year) {
            lines.push(Planned { item: item.id, cents: None });
        }
    }
    lines
}

/// The report of a year. Jobs of other years are none of it.
pub fn implementation(
    years: FinancialYear,
    year: i32,
    planned: &[Planned],
    jobs: &[Job],
    postponements: &[Postponement],
) -> Implementation {
    let jobs: Vec<&Job> = jobs.iter().filter(|job| years.of(job.on) == year).collect();
    let report = |item: RecordId, planned: Option<i64>| {
        let own: Vec<&Job> = jobs.iter().copied().filter(|job| job.item == item).collect();
        let last = own.iter().filter(|job| job.is_last).map(|job| job.on).max();
        let implemented = match last {
            Some(on) => Implemented::Done { on },
            None if own.is_empty() => Implemented::Open,
            None => Implemented::Begun,
        };
        let paid = own.iter().filter_map(|job| job.cents).fold(0, i64::saturating_add);
        let unpriced = own.iter().filter(|job| job.cents.is_none()).count();
        let put_off = postponements.iter().rev().find(|one| one.item == item && last.is_none());
        Reported { item, implemented, planned, paid, unpriced, postponed: put_off.cloned() }
    };
    let items = planned.iter().map(|one| report(one.item, one.cents)).collect();
    let mut others: Vec<RecordId> = jobs.iter().map(|job| job.item).collect();
    others.retain(|item| planned.iter().all(|one| one.item != *item));
    others.sort_unstable();
    others.dedup();
    Implementation { year, items, unplanned: others.into_iter().map(|item| report(item, None)).collect() }
}
