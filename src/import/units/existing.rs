//! What the scheme has, by what units and buildings are found again by.

use crate::text::{fold, words};
use model::scheme::{Building, Unit, UnitStanding};
use model::standing::living;
use model::{Record, RecordId};
use std::collections::{HashMap, HashSet};

/// Words in front of a number that say nothing.
const BEFORE: &[&str] =
    &["unit", "flat", "door", "no", "nr", "number", "apartment", "house", "stand", "eenheid", "woonstel"];

/// Buildings and units of the scheme.
pub(super) struct Existing {
    buildings: HashMap<String, RecordId>,
    units: HashMap<String, Vec<(RecordId, Unit)>>,
    held: HashSet<RecordId>,
    /// The place after the last building's.
    pub(super) place: u32,
}

/// What a unit's number is compared by: `Unit 12`, `12` and `12.0` are one, `1-2` and `12` are not.
pub(super) fn number_key(number: &str) -> String {
    let number = number.strip_suffix(".0").unwrap_or(number);
    let said = words(number);
    let bare = said.iter().position(|word| !BEFORE.contains(&word.as_str())).unwrap_or(0);
    said[bare.min(said.len())..].join("-")
}

/// What a building's name is compared by.
pub(super) fn building_key(name: &str) -> String {
    fold(name)
}

impl Existing {
    /// What is in those records.
    pub(super) fn of(records: &[Record]) -> Self {
        let mut buildings = HashMap::new();
        let mut place = 0;
        for one in living::<Building>(records) {
            place = place.max(one.letter.place.saturating_add(1));
            buildings.entry(building_key(&one.letter.name)).or_insert(one.root);
        }
        let mut units: HashMap<String, Vec<(RecordId, Unit)>> = HashMap::new();
        for one in living::<Unit>(records) {
            units.entry(number_key(&one.letter.number)).or_default().push((one.root, one.letter));
        }
        let standings = living::<UnitStanding>(records).into_iter().filter(|one| one.letter.held);
        let held = standings.filter_map(|one| one.letter.unit).collect();
        Self { buildings, units, held, place }
    }

    /// Whether the scheme keeps a logbook of the unit already.
    pub(super) fn has_logbook(&self, unit: RecordId) -> bool {
        self.held.contains(&unit)
    }

    /// The building of that name.
    pub(super) fn building(&self, name: &str) -> Option<RecordId> {
        self.buildings.get(&building_key(name)).copied()
    }

    /// Notes a building that is made.
    pub(super) fn add(&mut self, id: RecordId, name: &str) {
        self.buildings.insert(building_key(name), id);
        self.place = self.place.saturating_add(1);
    }

    /// Units that have that number.
    pub(super) fn numbered(&self, number: &str) -> &[(RecordId, Unit)] {
        self.units.get(&number_key(number)).map_or(&[], Vec::as_slice)
    }

    /// All units.
    pub(super) fn units(&self) -> impl Iterator<Item = &(RecordId, Unit)> {
        self.units.values().flatten()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_unit_is_found_again_however_its_number_is_written() {
        for number in ["12", "Unit 12", "UNIT NO. 12", "12.0", " 12 ", "Flat 12"] {
            assert_eq!(number_key(number), "12", "{number}");
        }
        for (number, expected) in
            [("1-2", "1-2"), ("12A", "12a"), ("120", "120"), ("A 12", "a-12"), ("", ""), ("--", "")]
        {
            assert_eq!(number_key(number), expected, "{number}");
        }
        assert_eq!(number_key("Unit"), "unit");
    }
}
