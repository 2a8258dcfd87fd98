//! Where a system stands and whom it serves.

use crate::estate::responsibility::Serves;
use crate::estate::responsibility::Standing;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Where a system stands and whom it serves, as the scheme found out: by that it is known who has to see to it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Siting {
    /// The unit.
    pub unit: Option<RecordId>,
    /// The system, as its home knows it.
    pub system: Option<RecordId>,
    /// Whose the place is.
    pub standing: Standing,
    /// Whom it serves.
    pub serves: Serves,
    /// How that is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Siting {
    "unit" => unit,
    "system" => system,
    "standing" => standing,
    "serves" => serves,
    "note" => note,
    "deleted" => deleted,
});

impl Letter for Siting {
    const KIND: &'static str = "siting";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.unit.is_none() {
            check.fault("unit", FaultCode::Missing);
        }
        if self.system.is_none() {
            check.fault("system", FaultCode::Missing);
        }
        check.note("note", &self.note);
    }
}
