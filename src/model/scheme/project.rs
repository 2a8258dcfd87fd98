//! What a scheme is told of a unit: how it stands and what is in it, worked out from the unit's logbooks and from what its owner shows.
//!
//! What is hidden is taken out before anything is worked out ([`veil`]), so that nothing that is told can depend on it. Costs, people and messages are told by
//! no field of what comes out.

mod book;
mod joint;
mod proof;
mod stock;
pub mod veil;

pub use book::{Book, Logbook};

use super::{Hidden, Inventory, Siting, Spot, Sum, Twin, UnitStanding};
use crate::basis::Purpose;
use crate::certificate::CertificateType;
use crate::date::Date;
use crate::estate::grid::{Cell, Column};
use crate::estate::matrix::{self, Row};
use crate::estate::responsibility::Standing;
use crate::estate::score::{Contribution, Evidence, Share};
use crate::health::{Known, Part, Reason, SystemHealth, of_home};
use crate::id::RecordId;
use joint::Joint;
use std::collections::BTreeMap;

/// A unit as the scheme knows it.
#[derive(Clone, Copy, Debug)]
pub struct Place<'a> {
    /// The unit.
    pub unit: RecordId,
    /// Whether it is a place of the common property.
    pub is_common: bool,
    /// Where its systems stand, as the scheme found out.
    pub sitings: &'a [Siting],
    /// Systems of which there are two records.
    pub twins: &'a [Twin],
}

/// What is told of a unit.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Told {
    /// How it stands.
    pub standing: UnitStanding,
    /// What is in it, and what falls due there.
    pub inventory: Inventory,
}

/// What a scheme is told of a unit on a day by its logbooks: that which the scheme keeps, and its owner's.
///
/// A unit without a logbook is told too: nothing is known of it, which lowers the confidence of the scheme.
pub fn told(place: Place<'_>, held: Option<&Logbook<'_>>, own: Option<&Logbook<'_>>, today: Date) -> Told {
    let hidden: Vec<Hidden> = match (own, held) {
        (Some(own), _) => own.hidden(),
        (None, Some(_)) => Vec::new(),
        (None, None) => Hidden::ALL.to_vec(),
    };
    let joint = Joint::of(held, own, place.twins);
    let health = of_home(&Known {
        today,
        systems: joint.systems.iter().map(|thing| (thing.id, &thing.letter)).collect(),
        zones: Vec::new(),
        entries: joint.entries.iter().map(book::written).collect(),
        tasks: &joint.planned,
        looked_at: joint.looked_at.clone(),
        papers: joint.papered.clone(),
        basis: &joint.basis,
    });
    let cells = joint.cells(&health.systems);
    let is_told = held.is_some() || own.is_some_and(|own| own.shows(Hidden::Certificates));
    let certified = |sort, on, purpose| joint.certified(sort, on, purpose);
    let proofs = if is_told { proof::chains(&joint.basis, today, certified) } else { Vec::new() };
    let row: Row = std::array::from_fn(|at| {
        let sort = CertificateType::ALL[at];
        if is_told { joint.certified(sort, today, Purpose::Safety) } else { matrix::Cell::NOT_SHARED }
    });
    let sums = sums(place, &joint, &health.systems, &row);
    let standing = UnitStanding {
        unit: Some(place.unit),
        on: Some(today),
        held: held.is_some(),
        linked: own.is_some(),
        since: None,
        hidden,
        cells: spots(&joint, &cells),
        proofs,
        common: Sum::of(&sums.common),
        compliance: Sum::of(&sums.compliance),
        care: Sum::of(&sums.care),
        faults: Sum::of(&sums.faults),
        emergencies: sums.emergencies,
    };
    Told { standing, inventory: stock::inventory(place.unit, &joint, &cells, today) }
}

/// The cells of the grid: of several systems in a column the worst shows. Where the owner shows no systems, every column may hold some.
fn spots(joint: &Joint, cells: &BTreeMap<RecordId, Cell>) -> Vec<Spot> {
    let mut columns: BTreeMap<Column, Cell> = BTreeMap::new();
    if joint.is_veiled {
        columns.extend(Column::ALL.iter().map(|column| (*column, Cell::NOT_SHARED)));
    }
    for thing in &joint.systems {
        if let Some(cell) = cells.get(&thing.id) {
            let place = columns.entry(Column::of(thing.letter.sort));
            place.and_modify(|before| *before = before.joined(*cell)).or_insert(*cell);
        }
    }
    columns.into_iter().map(|(column, cell)| spot(column, cell)).collect()
}

fn spot(column: Column, cell: Cell) -> Spot {
    let Cell { mark, cause, amount, score, confidence, systems } = cell;
    Spot { column, mark, cause, amount, score, confidence, systems }
}

/// What the unit adds to the parts of the score.
fn sums(place: Place<'_>, joint: &Joint, health: &[SystemHealth], row: &Row) -> Contribution {
    let is_common = |id: RecordId| {
        let sited = place.sitings.iter().find(|siting| siting.system == Some(id)).map(|siting| siting.standing);
        sited.unwrap_or_default() == Standing::Common || (place.is_common && sited != Some(Standing::Section))
    };
    let common: Vec<SystemHealth> = health.iter().filter(|system| is_common(system.id)).cloned().collect();
    let mut sums = Contribution::default().systems(&common).certificates(row);
    if joint.is_veiled {
        sums = sums.cared(0, 0, 1).faulty(None, false);
    }
    for system in health {
        let (on_time, late, unknown) = cared(system);
        sums = sums.cared(on_time, late, unknown);
        let open: Vec<_> = system.lost.iter().filter_map(|lost| lost.reason.severity()).collect();
        let is_shown = !joint.hidden(system.id).contains(&Part::Faults);
        sums = sums.faulty(is_shown.then_some(open.as_slice()), is_common(system.id));
    }
    sums
}

/// Whether the care of a system is on time, late or not known.
fn cared(system: &SystemHealth) -> (u64, u64, u64) {
    let mut care = system.lost.iter().filter(|lost| lost.part == Part::Care).map(|lost| lost.reason);
    match care.next() {
        None => (1, 0, 0),
        Some(first) if std::iter::once(first).chain(care).any(|one| matches!(one, Reason::Late { .. })) => (0, 1, 0),
        Some(_) => (0, 0, 1),
    }
}

impl Sum {
    /// A share of the score as a record says it.
    pub fn of(share: &Share) -> Self {
        let Share { earned, known, whole, evidence } = *share;
        Self { earned, known, whole, good: evidence.good, bad: evidence.bad, unknown: evidence.unknown }
    }

    /// The same as the score reads it.
    pub fn share(&self) -> Share {
        let evidence = Evidence { good: self.good, bad: self.bad, unknown: self.unknown };
        Share { earned: self.earned, known: self.known, whole: self.whole, evidence }
    }
}

#[cfg(test)]
mod tests;
