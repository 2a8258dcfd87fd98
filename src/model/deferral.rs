//! The fact that a task was put off, or left out this time.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A round of a task that is put off until a day, or left out. Written once, taken back by a withdrawal.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Deferral {
    /// The task.
    pub task: Option<RecordId>,
    /// The round: the day on which it was due.
    pub due: Option<Date>,
    /// The day until which it is put off; none if it is left out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub until: Option<Date>,
    /// The day on which that was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Date>,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

fielded!(Deferral { "task" => task, "due" => due, "until" => until, "on" => on, "reason" => reason });

/// The first year in which a task may be due.
const YEAR_MIN: i32 = 1950;

impl Letter for Deferral {
    const KIND: &'static str = "deferral";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        for (field, missing) in [("task", self.task.is_none()), ("due", self.due.is_none())] {
            if missing {
                check.fault(field, FaultCode::Missing);
            }
        }
        for (field, day) in [("due", self.due), ("until", self.until), ("on", self.on)] {
            check.years(field, day.map(Into::into), YEAR_MIN, YEAR_MAX);
        }
        check.line("reason", &self.reason);
    }
}
