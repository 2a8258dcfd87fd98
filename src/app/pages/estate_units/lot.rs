//! Units and buildings of a scheme in the order in which people read them.

use crate::deeds::estate::OwnEstate;
use model::estate::levy::{self, Quotas, quotas};
use model::scheme::board::reading;
use model::scheme::{Building, Unit, UnitStanding};
use model::standing::living;
use model::{Letter, RecordId};
use serde::Serialize;
use std::collections::{BTreeMap, HashMap};

/// A unit of the list.
#[derive(Clone, Debug, PartialEq)]
pub struct UnitLine {
    /// It.
    pub id: RecordId,
    /// What is known of it.
    pub unit: Unit,
    /// The name of its building.
    pub building: String,
    /// Which logbooks there are.
    pub ties: Ties,
}

/// Which logbooks a unit has: all that the list reads of how it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Ties {
    /// The unit.
    pub unit: Option<RecordId>,
    /// The scheme keeps one.
    pub held: bool,
    /// The owner linked theirs.
    pub linked: bool,
}

model::fielded!(Ties {
    "unit" => unit,
    "held" => held,
    "linked" => linked,
});

/// Units and buildings.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Lot {
    /// Buildings by their places.
    pub buildings: Vec<(RecordId, Building)>,
    /// Units by building, then by number; the common property last.
    pub units: Vec<UnitLine>,
}

impl Lot {
    /// Those of a scheme.
    pub fn of(estate: &OwnEstate) -> Self {
        let mut buildings: Vec<(RecordId, Building)> =
            living::<Building>(&estate.records).into_iter().map(|one| (one.root, one.letter)).collect();
        buildings.sort_by_cached_key(|(_, one)| (one.place, reading(&one.name)));
        let places: BTreeMap<RecordId, usize> = buildings.iter().enumerate().map(|(at, (id, _))| (*id, at)).collect();
        let ties: HashMap<RecordId, Ties> = ties(estate);
        let line = |(id, unit): (RecordId, Unit)| {
            let at = unit.building.and_then(|building| places.get(&building));
            let building = at.map_or(String::new(), |at| buildings[*at].1.name.clone());
            UnitLine { id, unit, building, ties: ties.get(&id).copied().unwrap_or_default() }
        };
        let all = living::<Unit>(&estate.records).into_iter().map(|one| (one.root, one.letter));
        let mut units: Vec<UnitLine> = all.map(line).collect();
        let place = |unit: &Unit| unit.building.and_then(|building| places.get(&building)).copied();
        units.sort_by_cached_key(|line| {
            let is_common = line.unit.common == Some(true);
            (is_common, place(&line.unit).unwrap_or(usize::MAX), reading(&line.unit.number), line.id)
        });
        Self { buildings, units }
    }

    /// How many are units, and how many common places.
    pub fn counts(&self) -> (usize, usize) {
        let common = self.units.iter().filter(|line| line.unit.common == Some(true)).count();
        (self.units.len() - common, common)
    }

    /// What the quotas come to, and how many units have none; nothing where no unit has one.
    pub fn quotas(&self) -> Option<(Quotas, usize)> {
        let own = || self.units.iter().filter(|line| line.unit.common != Some(true));
        let told = own().filter_map(|line| Some(levy::Unit { id: line.id, quota: line.unit.quota? }));
        let told: Vec<levy::Unit> = told.collect();
        (!told.is_empty()).then(|| (quotas(&told), own().count() - told.len()))
    }
}

/// Which logbooks units have.
fn ties(estate: &OwnEstate) -> HashMap<RecordId, Ties> {
    let standings = estate.records.iter().filter(|record| record.kind == UnitStanding::KIND && !record.is_deleted());
    let read = standings.filter_map(|record| serde_json::from_str::<Ties>(record.body.text()).ok());
    read.filter_map(|ties| Some((ties.unit?, ties))).collect()
}
