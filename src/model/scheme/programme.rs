//! Work on all things of a sort.

use super::{Inventory, Slot};
use crate::date::Date;
use crate::estate::programme::{self as rule, Piece, Terms};
use crate::fault::FaultCode;
use crate::health::weight::share;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::life::{Stage, age};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::system::{System, SystemType};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

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

/// What has to be written so that slots say what a programme says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Laid {
    /// One that is new.
    New(Slot),
    /// One goes to another month.
    Moved(RecordId, Date),
    /// One has no place any more.
    Gone(RecordId),
}

impl Programme {
    /// The time there is; none where its first month is missing.
    pub fn terms(&self) -> Option<Terms> {
        Some(Terms { from: self.from?, months: self.months, capacity: self.capacity })
    }

    /// The things that it is about: those of its sort, and those that were done by it and are not there any more. What was put in since it began
    /// and has no place in it needs nothing.
    pub fn pieces(&self, inventories: &[Inventory], slots: &[(RecordId, Slot)], today: Date) -> Vec<Piece> {
        let done: BTreeMap<RecordId, Date> =
            slots.iter().filter_map(|(_, slot)| Some((slot.system?, slot.done?))).collect();
        let placed: BTreeSet<RecordId> = slots.iter().filter_map(|(_, slot)| slot.system).collect();
        let mut seen = BTreeSet::new();
        let mut pieces = Vec::new();
        for inventory in inventories {
            let Some(unit) = inventory.unit else { continue };
            for thing in inventory.things.iter().filter(|thing| thing.sort == self.sort) {
                let is_since =
                    self.from.zip(thing.installed).is_some_and(|(from, installed)| installed.first() >= from);
                if (is_since && !placed.contains(&thing.id)) || !seen.insert(thing.id) {
                    continue;
                }
                let life_years = thing.life.map(i64::from);
                let system = System { sort: thing.sort, installed: thing.installed, life_years, ..System::default() };
                let age = age(&system, today);
                pieces.push(Piece {
                    id: thing.id,
                    unit,
                    stage: age.map_or(Stage::Unknown, |age| age.stage),
                    age: age.map(|age| age.years),
                    risk: share(thing.sort).risk,
                    fault: thing.fault,
                    done: done.get(&thing.id).copied(),
                });
            }
        }
        let gone = slots.iter().filter_map(|(_, slot)| {
            let (id, unit, done) = (slot.system?, slot.unit?, slot.done?);
            let risk = share(self.sort).risk;
            let piece = Piece { id, unit, stage: Stage::Unknown, age: None, risk, fault: None, done: Some(done) };
            seen.insert(id).then_some(piece)
        });
        pieces.extend(gone.collect::<Vec<_>>());
        pieces
    }
}

/// The programme that `slots` lay down, in the order of its months.
pub fn laid(slots: &[(RecordId, Slot)]) -> rule::Programme {
    let slot =
        |(_, slot): &(RecordId, Slot)| Some(rule::Slot { piece: slot.system?, unit: slot.unit?, month: slot.month? });
    let mut slots: Vec<rule::Slot> = slots.iter().filter_map(slot).collect();
    slots.sort_by_key(|slot| slot.month);
    rule::Programme { slots, unplaced: Vec::new(), capacity_needed: None }
}

/// What makes the slots of the programme `id` say `plan`. What is done stays where it is.
pub fn lay(id: RecordId, plan: &rule::Programme, slots: &[(RecordId, Slot)]) -> Vec<Laid> {
    let mut open: BTreeMap<RecordId, (RecordId, Option<Date>)> = BTreeMap::new();
    let mut laid = Vec::new();
    for (own, slot) in slots.iter().filter(|(_, slot)| slot.done.is_none()) {
        match slot.system {
            Some(system) if !open.contains_key(&system) => drop(open.insert(system, (*own, slot.month))),
            // Two devices laid it down at once.
            _ => laid.push(Laid::Gone(*own)),
        }
    }
    for slot in &plan.slots {
        match open.remove(&slot.piece) {
            Some((_, month)) if month == Some(slot.month) => {}
            Some((own, _)) => laid.push(Laid::Moved(own, slot.month)),
            None => laid.push(Laid::New(Slot {
                programme: Some(id),
                system: Some(slot.piece),
                unit: Some(slot.unit),
                month: Some(slot.month),
                ..Slot::default()
            })),
        }
    }
    laid.extend(open.into_values().map(|(own, _)| Laid::Gone(own)));
    laid
}
