//! Systems of which there are two records.

use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Two records of one system: one in the logbook that the scheme keeps of a unit, one in that of its owner. The owner's counts.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Twin {
    /// The unit.
    pub unit: Option<RecordId>,
    /// The system in the scheme's logbook.
    pub held: Option<RecordId>,
    /// The system in the owner's.
    pub own: Option<RecordId>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Twin {
    "unit" => unit,
    "held" => held,
    "own" => own,
    "deleted" => deleted,
});

impl Letter for Twin {
    const KIND: &'static str = "twin";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.unit.is_none() {
            check.fault("unit", FaultCode::Missing);
        }
        if self.held.is_none() {
            check.fault("held", FaultCode::Missing);
        }
        if self.own.is_none() {
            check.fault("own", FaultCode::Missing);
        }
    }
}
