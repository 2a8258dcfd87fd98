//! What has to be written, once what the sheets say is laid beside what the scheme has.

use super::Asked;
use super::existing::{Existing, building_key, number_key};
use super::logbook::held;
use super::row::{Read, UnitRow};
use super::talk::{Doubt, Outcome, Quotas};
use model::body::Fields;
use model::estate::levy::{self, quotas};
use model::letter::NOTE_CHARS_MAX;
use model::scheme::{Building, Unit};
use model::{Letter, RecordId};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// A record that is made or changed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The record.
    pub id: RecordId,
    /// Its kind.
    pub kind: String,
    /// The fields that are written.
    pub fields: Fields,
}

/// First records of the logbook that the scheme would keep of a unit.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Held {
    /// The unit.
    pub unit: RecordId,
    /// The records, the home's own first.
    pub records: Vec<Change>,
}

/// What becomes of everything.
#[derive(Default)]
pub(super) struct Plan {
    /// What has to be written, buildings first.
    pub(super) changes: Vec<Change>,
    /// First records of logbooks.
    pub(super) held: Vec<Held>,
    /// Outcomes, in the order of the rows.
    pub(super) outcomes: Vec<Outcome>,
    /// Names of the buildings that are made.
    pub(super) buildings: Vec<String>,
    /// What quotas would come to.
    pub(super) quotas: Option<Quotas>,
}

/// Names a row for [`super::talk::Answers::wanted`].
pub(super) fn key(row: &UnitRow) -> String {
    format!("{}#{}", row.place, row.row)
}

/// Plans it.
pub(super) fn plan(read: &Read, asked: &Asked<'_>, fresh: &mut dyn FnMut() -> RecordId) -> Plan {
    let mut existing = Existing::of(asked.records);
    let mut plan = Plan::default();
    let mut seen: Seen<'_> = HashMap::new();
    let mut after: HashMap<RecordId, Unit> = HashMap::new();
    let mut matched: HashSet<RecordId> = HashSet::new();
    let mut units = Vec::new();
    for row in &read.units {
        let wanted = asked.answers.wanted.contains(&key(row));
        let (unit, outcome) = match outcome(row, &existing, &mut seen, &matched) {
            Found::Doubt(doubt) if !wanted => {
                plan.outcomes.push(Outcome::Doubtful(doubt));
                continue;
            }
            Found::Known(id, before) => {
                matched.insert(id);
                let building = building(row, &mut existing, &mut plan, fresh).or(before.building);
                let unit = joined(&before, &Unit { building, ..row.unit.clone() });
                let fields = unit.changes(&before);
                let names = fields.keys().cloned().collect::<Vec<_>>();
                if !fields.is_empty() {
                    units.push(Change { id, kind: Unit::KIND.to_owned(), fields });
                }
                after.insert(id, unit);
                (id, if names.is_empty() { Outcome::Same } else { Outcome::Changed(names) })
            }
            Found::New | Found::Doubt(_) => {
                let id = fresh();
                let building = building(row, &mut existing, &mut plan, fresh);
                let unit = Unit { building, ..row.unit.clone() };
                units.push(Change { id, kind: Unit::KIND.to_owned(), fields: unit.fields() });
                after.insert(id, unit);
                (id, Outcome::New)
            }
        };
        plan.outcomes.push(outcome);
        if !existing.has_logbook(unit) {
            plan.held.extend(held(row, unit, asked.words, fresh));
        }
    }
    plan.changes.extend(units);
    plan.quotas = Some(told(read, &existing, &after));
    plan
}

/// Rows by the number and the building of their units, as these are compared.
type Seen<'a> = HashMap<(String, String), &'a UnitRow>;

/// What a row is beside the scheme.
enum Found {
    New,
    Known(RecordId, Box<Unit>),
    Doubt(Doubt),
}

fn outcome<'a>(row: &'a UnitRow, existing: &Existing, seen: &mut Seen<'a>, matched: &HashSet<RecordId>) -> Found {
    let own = (number_key(&row.unit.number), building_key(&row.building));
    if let Some(first) = seen.get(&own) {
        let elsewhere = if first.place == row.place { String::new() } else { format!(" ({})", first.place) };
        return Found::Doubt(Doubt::Twice(format!("{}{elsewhere}", first.row)));
    }
    seen.insert(own, row);
    let there = existing.numbered(&row.unit.number);
    let building = existing.building(&row.building);
    let fits = |unit: &&(RecordId, Unit)| {
        // A row that names no building means the only unit of that number, and a unit without one is given that of its row.
        let same = row.building.is_empty() || unit.1.building.is_none() || unit.1.building == building;
        same && !matched.contains(&unit.0)
    };
    let exact = |unit: &&(RecordId, Unit)| {
        unit.1.building == building && building.is_some() != row.building.is_empty() && !matched.contains(&unit.0)
    };
    let known = |(id, unit): &(RecordId, Unit)| Found::Known(*id, Box::new(unit.clone()));
    if let Some(unit) = there.iter().find(exact) {
        return known(unit);
    }
    let mut close = there.iter().filter(fits);
    match (close.next(), close.next()) {
        (None, _) => Found::New,
        (Some(unit), None) => known(unit),
        (Some(_), Some(_)) => Found::Doubt(Doubt::Several),
    }
}

/// The building of a row, made where the scheme has none of that name.
fn building(
    row: &UnitRow,
    existing: &mut Existing,
    plan: &mut Plan,
    fresh: &mut dyn FnMut() -> RecordId,
) -> Option<RecordId> {
    if building_key(&row.building).is_empty() {
        return None;
    }
    if let Some(id) = existing.building(&row.building) {
        return Some(id);
    }
    let (id, letter) =
        (fresh(), Building { name: row.building.clone(), place: existing.place.min(10_000), ..Building::default() });
    plan.changes.push(Change { id, kind: Building::KIND.to_owned(), fields: letter.fields() });
    plan.buildings.push(row.building.clone());
    existing.add(id, &row.building);
    Some(id)
}

/// A unit with what a row says of it: what the row leaves open stays, and lines are added to its notes that are not in them.
fn joined(before: &Unit, row: &Unit) -> Unit {
    let text = |row: &str, before: &str| if row.is_empty() { before.to_owned() } else { row.to_owned() };
    let mut notes = before.notes.clone();
    for line in row.notes.lines().filter(|line| !before.notes.lines().any(|known| known == *line)) {
        if notes.chars().count() + line.chars().count() < NOTE_CHARS_MAX {
            let gap = if notes.is_empty() { "" } else { "\n" };
            notes = format!("{notes}{gap}{line}");
        }
    }
    Unit {
        number: before.number.clone(),
        section: text(&row.section, &before.section),
        building: row.building.or(before.building),
        common: row.common.or(before.common),
        quota: row.quota.or(before.quota),
        suburb: text(&row.suburb, &before.suburb),
        owner: text(&row.owner, &before.owner),
        owner_email: text(&row.owner_email, &before.owner_email),
        owner_phone: text(&row.owner_phone, &before.owner_phone),
        tenant: text(&row.tenant, &before.tenant),
        owned_since: row.owned_since.or(before.owned_since),
        responsible: text(&row.responsible, &before.responsible),
        notes,
        deleted: before.deleted,
    }
}

/// What the quotas of the whole scheme would come to.
fn told(read: &Read, existing: &Existing, after: &HashMap<RecordId, Unit>) -> Quotas {
    let old = existing.units().filter(|(id, _)| !after.contains_key(id)).map(|(id, unit)| (id, unit));
    let all = old.chain(after.iter()).filter(|(_, unit)| unit.common != Some(true));
    let (mut shares, mut without) = (Vec::new(), 0);
    for (id, unit) in all {
        match unit.quota {
            Some(quota) => shares.push(levy::Unit { id: *id, quota }),
            None => without += 1,
        }
    }
    let (off, is_rounding) = match quotas(&shares) {
        levy::Quotas::Whole => (0, false),
        levy::Quotas::Rounded(off) => (off, true),
        levy::Quotas::Off(off) => (off, false),
    };
    Quotas { off, is_rounding, form: read.form, without, any: !shares.is_empty() }
}
