//! Work on all things of a sort.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::system::SystemType;
use serde::Serialize;

/// Work on all things of a sort, spread over months.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Programme {
    /// Its name.
    pub name: String,
    /// What it is about.
    pub sort: SystemType,
    /// A day of its first month.
    pub from: Option<Date>,
    /// Over so many months.
    #[serde(skip_serializing_if = "is_default")]
    pub months: u32,
    /// So many in a month.
    #[serde(skip_serializing_if = "is_default")]
    pub capacity: u32,
    /// Who does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub vendor: Option<RecordId>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Programme {
    "name" => name,
    "sort" => sort,
    "from" => from,
    "months" => months,
    "capacity" => capacity,
    "vendor" => vendor,
    "deleted" => deleted,
});

impl Letter for Programme {
    const KIND: &'static str = "programme";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        if self.from.is_none() {
            check.fault("from", FaultCode::Missing);
        }
        check.within("months", self.months.into(), 1, 360);
        check.within("capacity", self.capacity.into(), 1, 5000);
    }
}
