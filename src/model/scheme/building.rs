//! Buildings.

use crate::letter::{Check, Letter};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A building, or a part of an estate that is looked after as one.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Building {
    /// Its name.
    pub name: String,
    /// Its place among the buildings.
    #[serde(skip_serializing_if = "is_default")]
    pub place: u32,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Building {
    "name" => name,
    "place" => place,
    "notes" => notes,
    "deleted" => deleted,
});

impl Letter for Building {
    const KIND: &'static str = "building";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.within("place", self.place.into(), 0, 10_000);
        check.note("notes", &self.notes);
    }
}
