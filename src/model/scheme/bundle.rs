//! One call-out for many units.

use super::{CENTS_MAX, Inventory, Joining};
use crate::date::Date;
use crate::estate::bundle::{self as rule, Answer, Due};
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use crate::system::SystemType;
use serde::Serialize;
use std::collections::BTreeMap;

/// One call-out for a task that is due in many units.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Bundle {
    /// The task.
    pub title: String,
    /// Which task of the catalogue it is.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// At what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<SystemType>,
    /// The first day on which it may be done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Date>,
    /// The last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// Who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<RecordId>,
    /// What coming costs, once, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub call_out: Option<i64>,
    /// What each unit costs beside that, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub each: Option<i64>,
    /// The units that are asked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<RecordId>,
    /// The day by which owners answer.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub answer_by: Option<Date>,
    /// The day on which the vendor comes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub day: Option<Date>,
    /// The day on which it was ordered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ordered_on: Option<Date>,
    /// The day on which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<Date>,
    /// What owners should know.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Bundle {
    "title" => title,
    "key" => key,
    "sort" => sort,
    "from" => from,
    "by" => by,
    "vendor" => vendor,
    "call_out" => call_out,
    "each" => each,
    "units" => units,
    "answer_by" => answer_by,
    "day" => day,
    "ordered_on" => ordered_on,
    "done_on" => done_on,
    "notes" => notes,
    "deleted" => deleted,
});

impl Letter for Bundle {
    const KIND: &'static str = "bundle";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        check.line("key", &self.key);
        check.years("from", self.from.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.years("by", self.by.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.within("call_out", self.call_out.unwrap_or(0), 0, CENTS_MAX);
        check.within("each", self.each.unwrap_or(0), 0, CENTS_MAX);
        check.many("units", self.units.len(), 1500);
        check.years("answer_by", self.answer_by.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.years("day", self.day.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.years("ordered_on", self.ordered_on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.years("done_on", self.done_on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.note("notes", &self.notes);
    }
}

/// What several units could have done together, and is no call-out yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Together {
    /// What is due, where and by when.
    pub bundle: rule::Bundle,
    /// The task, as the first of the units calls it.
    pub title: String,
    /// Which task of the catalogue it is; nothing for one of the homes' own.
    pub key: String,
    /// At what.
    pub sort: Option<SystemType>,
}

/// What can be done together of what falls due by `inventories`, within `window` days; what a call-out of `bundles` sees to is left out.
pub fn together(inventories: &[Inventory], bundles: &[Bundle], window: u32, today: Date) -> Vec<Together> {
    let mut named: BTreeMap<String, (String, String, Option<SystemType>)> = BTreeMap::new();
    let mut dues = Vec::new();
    for inventory in inventories {
        let Some(unit) = inventory.unit else { continue };
        for task in &inventory.tasks {
            let Some(by) = task.by else { continue };
            if bundles.iter().any(|bundle| bundle.sees_to(unit, &task.key, &task.title, task.sort, by)) {
                continue;
            }
            let name = same(&task.key, &task.title, task.sort);
            named.entry(name.clone()).or_insert_with(|| (task.title.clone(), task.key.clone(), task.sort));
            dues.push(Due { unit, task: name, by, answer: Answer::Unanswered });
        }
    }
    let found = rule::bundles(&dues, window, today).into_iter().filter_map(|bundle| {
        let (title, key, sort) = named.get(&bundle.task)?.clone();
        Some(Together { bundle, title, key, sort })
    });
    let mut found: Vec<Together> = found.collect();
    found.sort_by_key(|one| one.bundle.by);
    found
}

/// Tasks that have this in common are the same work: the catalogue's key, else what they are called, and what they are done at.
fn same(key: &str, title: &str, sort: Option<SystemType>) -> String {
    let name = if key.is_empty() { title } else { key };
    [name, sort.map_or("", SystemType::as_str)].join("\n")
}

impl Bundle {
    /// Whether that task of a unit is seen to by it: while it is not done, and afterwards what was due by then.
    fn sees_to(&self, unit: RecordId, key: &str, title: &str, sort: Option<SystemType>, by: Date) -> bool {
        self.units.contains(&unit)
            && same(&self.key, &self.title, self.sort) == same(key, title, sort)
            && self.done_on.is_none_or(|done| by <= done)
    }

    /// What a vendor asks for it; none while either figure is missing.
    pub fn offer(&self) -> Option<rule::Offer> {
        Some(rule::Offer { call_out: self.call_out?, each: self.each? })
    }

    /// The call-out with the answers of its units by the last of `joinings` of each, in the order in which they arrived. Who declined is left out.
    pub fn answered(&self, answers: &BTreeMap<RecordId, Joining>) -> rule::Bundle {
        let by = self.by.or(self.from).unwrap_or_default();
        let due = |unit: &RecordId| {
            let answer = answers.get(unit).map_or(Answer::Unanswered, |one| match one.joins {
                true => Answer::Joins,
                false => Answer::Declines,
            });
            Due { unit: *unit, task: self.title.clone(), by, answer }
        };
        let dues = self.units.iter().map(due).filter(|due| due.answer != Answer::Declines).collect();
        rule::Bundle { task: self.title.clone(), by, dues }
    }

    /// What it costs all that join, cents; none while that is not known.
    pub fn cost(&self, answers: &BTreeMap<RecordId, Joining>) -> Option<i64> {
        let prices = self.answered(answers).prices(self.offer()?);
        Some(prices.iter().fold(0, |sum, price| price.cents.saturating_add(sum)))
    }
}
