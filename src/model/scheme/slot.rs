//! When a thing of a programme is done.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// When a thing of a programme is to be done.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Slot {
    /// The programme.
    pub programme: Option<RecordId>,
    /// The thing.
    pub system: Option<RecordId>,
    /// Its unit.
    pub unit: Option<RecordId>,
    /// The first day of the month.
    pub month: Option<Date>,
    /// The day on which it was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<Date>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Slot {
    "programme" => programme,
    "system" => system,
    "unit" => unit,
    "month" => month,
    "done" => done,
    "deleted" => deleted,
});

impl Letter for Slot {
    const KIND: &'static str = "slot";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.programme.is_none() {
            check.fault("programme", FaultCode::Missing);
        }
        if self.system.is_none() {
            check.fault("system", FaultCode::Missing);
        }
        if self.unit.is_none() {
            check.fault("unit", FaultCode::Missing);
        }
        if self.month.is_none() {
            check.fault("month", FaultCode::Missing);
        }
        check.years("done", self.done.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
    }
}
