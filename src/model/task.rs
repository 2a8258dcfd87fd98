//! Something to do for the home, by a day.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Something to do.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Task {
    /// What to do, in a line.
    pub title: String,
    /// The day by which it should be done.
    pub due: Option<Date>,
    /// The systems it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// Who usually does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<RecordId>,
    /// The entry that records that it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<RecordId>,
    /// The fault that it is about, whose photos are shown with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<RecordId>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Task {
    "title" => title,
    "due" => due,
    "systems" => systems,
    "contact" => contact,
    "done" => done,
    "fault" => fault,
    "notes" => notes,
    "deleted" => deleted,
});

impl Letter for Task {
    const KIND: &'static str = "task";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        if self.due.is_none() {
            check.fault("due", FaultCode::Missing);
        }
        check.years("due", self.due.map(Into::into), 1950, YEAR_MAX);
        check.list("systems", &self.systems);
        check.note("notes", &self.notes);
    }
}
