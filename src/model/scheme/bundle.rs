//! One call-out for many units.

use super::CENTS_MAX;
use crate::date::Date;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use crate::system::SystemType;
use serde::Serialize;

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
        check.years("ordered_on", self.ordered_on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.years("done_on", self.done_on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.note("notes", &self.notes);
    }
}
