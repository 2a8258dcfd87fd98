//! The systems of a scheme with where they stand, read from its records.

use crate::deeds::estate::OwnEstate;
use model::RecordId;
use model::estate::responsibility::{self, OwnRule, Regime, Serves, Standing};
use model::scheme::{Inventory, Scheme, Siting, Thing, Unit};
use model::standing::living;
use model::system::SystemType;
use std::collections::BTreeMap;

/// A scheme with its units and their systems.
#[derive(Clone, Debug, PartialEq)]
pub struct Sites {
    /// The record of the scheme.
    pub id: RecordId,
    /// What it says of itself.
    pub scheme: Scheme,
    /// Its units and common places, as they are in its list.
    pub units: Vec<(RecordId, Unit)>,
    /// Their systems.
    pub things: Vec<Site>,
}

/// A system of a unit.
#[derive(Clone, Debug, PartialEq)]
pub struct Site {
    /// The unit.
    pub unit: RecordId,
    /// The system.
    pub thing: Thing,
    /// Where it stands as the scheme found out, with the record that says so.
    pub siting: Option<(RecordId, Siting)>,
}

impl Sites {
    /// Of the records of a scheme; none where it has not said what it is.
    pub fn of(own: &OwnEstate) -> Option<Self> {
        let (id, scheme) = own.scheme()?;
        let mut units: Vec<(RecordId, Unit)> =
            living::<Unit>(&own.records).into_iter().map(|one| (one.root, one.letter)).collect();
        // Unit 2 before unit 10.
        units.sort_by(|(_, one), (_, other)| {
            let key = |unit: &Unit| (unit.number.len(), unit.number.clone());
            key(one).cmp(&key(other))
        });
        let sitings: BTreeMap<_, (RecordId, Siting)> = living::<Siting>(&own.records)
            .into_iter()
            .filter_map(|one| Some(((one.letter.unit?, one.letter.system?), (one.root, one.letter))))
            .collect();
        let told = living::<Inventory>(&own.records).into_iter().filter_map(|one| Some((one.letter.unit?, one.letter)));
        let site = |unit: RecordId, thing: Thing| {
            let siting = sitings.get(&(unit, thing.id)).cloned();
            Site { unit, thing, siting }
        };
        let things = told.flat_map(|(unit, told)| told.things.into_iter().map(move |thing| (unit, thing)));
        let things = things.map(|(unit, thing)| site(unit, thing)).collect();
        Some(Self { id, scheme, units, things })
    }

    /// The scheme's own rules, in their order.
    pub fn own(&self) -> Vec<OwnRule> {
        self.scheme.rules.iter().map(model::scheme::SchemeRule::own).collect()
    }

    /// A unit.
    pub fn unit(&self, id: RecordId) -> Option<&Unit> {
        self.units.iter().find(|(own, _)| *own == id).map(|(_, unit)| unit)
    }

    /// Sorts of system that stand anywhere in the scheme; those that every scheme has where nothing is told.
    pub fn sorts(&self) -> Vec<SystemType> {
        let mut sorts: Vec<SystemType> = self.things.iter().map(|site| site.thing.sort).collect();
        if sorts.is_empty() {
            use SystemType::{DistributionBoard, Drainage, Geyser, Plumbing, Roof, Wiring};
            sorts = vec![Geyser, Plumbing, Drainage, Wiring, DistributionBoard, Roof];
        }
        sorts.sort_unstable();
        sorts.dedup();
        sorts
    }
}

impl Site {
    /// Where it stands and whom it serves. Nothing is guessed where nobody has said.
    pub fn asked(&self, regime: Regime) -> responsibility::Thing {
        let (standing, serves) = match &self.siting {
            Some((_, siting)) => (siting.standing, siting.serves),
            None => (Standing::Unknown, Serves::Unknown),
        };
        responsibility::Thing { regime, sort: self.thing.sort, standing, serves }
    }
}
