//! A part of a home: a room, the roof, the garden.

use crate::choice::choice;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A part of a home.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Zone {
    /// What its people call it.
    pub name: String,
    /// What sort of place.
    pub place: Place,
    /// The zone it lies in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent: Option<RecordId>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Zone {
    "name" => name,
    "place" => place,
    "parent" => parent,
    "notes" => notes,
    "deleted" => deleted,
});

choice! {
    /// Sorts of place.
    Place {
        /// A room.
        Room = "room",
        /// A kitchen.
        Kitchen = "kitchen",
        /// A bathroom.
        Bathroom = "bathroom",
        /// A bedroom.
        Bedroom = "bedroom",
        /// A garage or store.
        Garage = "garage",
        /// The roof and what is under it.
        Roof = "roof",
        /// The garden, drive and walls.
        Garden = "garden",
        /// The pool and its plant.
        Pool = "pool",
        /// A storey or an outbuilding.
        Building = "building",
        /// Anything else.
        Other = "other",
    }
}

impl Letter for Zone {
    const KIND: &'static str = "zone";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.note("notes", &self.notes);
    }
}
