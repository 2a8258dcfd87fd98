//! How a scheme stands, in memory: its places with their cells, certificates and sums. One place that changed is put in without going through the others.

mod paper;
mod reading;
mod reserve;

pub use paper::Papers;
pub use reading::reading;
pub use reserve::reserve;

use super::{Building, Scheme, Spot, Unit, UnitStanding};
use crate::estate::grid::{self, Cell, Column, Grid, Mark, Tally};
use crate::estate::score::{Contribution, Weights};
use crate::id::RecordId;
use std::collections::BTreeMap;

/// A unit, or a place of the common property.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seat {
    /// The unit.
    pub id: RecordId,
    /// What the scheme knows of it.
    pub unit: Unit,
    /// Its building, by its place among [`Board::buildings`].
    pub building: u16,
    /// How it stands, as far as the scheme is shown; none where no logbook tells.
    pub standing: Option<UnitStanding>,
}

impl Seat {
    /// Whether it is a place of the common property.
    pub fn is_common(&self) -> bool {
        self.unit.common == Some(true)
    }

    /// Who answers for it to the trustees; nobody where nobody is named.
    pub fn responsible(&self) -> Option<&str> {
        [&self.unit.responsible, &self.unit.owner].into_iter().find(|name| !name.is_empty()).map(String::as_str)
    }
}

/// How a scheme stands.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Board {
    buildings: Vec<String>,
    seats: Vec<Seat>,
    rows: BTreeMap<RecordId, usize>,
    grid: Grid,
    marks: Tally,
    total: Contribution,
}

impl Board {
    /// The places of a scheme, of which nothing is told yet: units as people read them, then the common property. What stands in no building is of one
    /// without a name, the last.
    pub fn new(mut buildings: Vec<(RecordId, Building)>, units: Vec<(RecordId, Unit)>) -> Self {
        buildings.sort_by_cached_key(|(id, building)| (building.place, reading(&building.name), *id));
        let place_of = |id: Option<RecordId>| {
            let at = buildings.iter().position(|(own, _)| Some(*own) == id).unwrap_or(buildings.len());
            u16::try_from(at).unwrap_or(u16::MAX)
        };
        let mut board = Self::default();
        let mut seats: Vec<Seat> = units
            .into_iter()
            .map(|(id, unit)| Seat { id, building: place_of(unit.building), unit, standing: None })
            .collect();
        seats.sort_by_cached_key(|seat| (seat.is_common(), reading(&seat.unit.number), seat.id));
        for (seat, place) in seats.iter().zip(0_u32..) {
            let row = board.grid.add(grid::Unit { id: seat.id, building: seat.building, place });
            board.rows.insert(seat.id, row);
            for column in Column::ALL {
                board.put(row, *column, Cell::NOT_SHARED);
            }
        }
        board.seats = seats;
        board.buildings = buildings.into_iter().map(|(_, building)| building.name).chain([String::new()]).collect();
        board
    }

    /// Puts in how a unit stands now, in the place of what was told of it before; its row. None of a unit that the scheme does not have.
    pub fn tell(&mut self, standing: UnitStanding) -> Option<usize> {
        let row = *self.rows.get(&standing.unit?)?;
        let mut cells = [Cell::ABSENT; Column::COUNT];
        standing.cells.iter().for_each(|spot| cells[spot.column as usize] = cell(spot));
        for (column, cell) in Column::ALL.iter().zip(cells) {
            self.put(row, *column, cell);
        }
        let before = self.seats[row].standing.replace(standing);
        let before = before.as_ref().map(contribution).unwrap_or_default();
        let now = self.seats[row].standing.as_ref().map(contribution).unwrap_or_default();
        self.total.replace(&before, &now);
        Some(row)
    }

    fn put(&mut self, row: usize, column: Column, cell: Cell) {
        // A row that was just added holds cells that nothing was counted of.
        if let Some(before) = self.grid.set(row, column, cell) {
            self.marks.remove(before);
            self.marks.add(cell);
        }
    }

    /// Names of the buildings in their order; the last has none, and is of what stands in no building.
    pub fn buildings(&self) -> &[String] {
        &self.buildings
    }

    /// The places, row by row.
    pub fn seats(&self) -> &[Seat] {
        &self.seats
    }

    /// The row of a unit.
    pub fn row_of(&self, unit: RecordId) -> Option<usize> {
        self.rows.get(&unit).copied()
    }

    /// Units by systems.
    pub fn grid(&self) -> &Grid {
        &self.grid
    }

    /// How many cells have a mark.
    pub fn count(&self, mark: Mark) -> u32 {
        self.marks.of(mark)
    }

    /// What all places contribute to the score.
    pub fn total(&self) -> &Contribution {
        &self.total
    }

    /// Units there are, without the common property.
    pub fn units(&self) -> usize {
        self.seats.iter().filter(|seat| !seat.is_common()).count()
    }
}

/// What the parts of a scheme's score weigh: as it says, or as is usual.
pub fn weights(scheme: &Scheme) -> Weights {
    let named: Vec<_> = scheme.weights.iter().map(|one| (one.part, one.points)).collect();
    Weights::of(&named).unwrap_or_default()
}

/// A cell as the grid has it.
fn cell(spot: &Spot) -> Cell {
    Cell {
        mark: spot.mark,
        cause: spot.cause,
        amount: spot.amount,
        score: spot.score,
        confidence: spot.confidence,
        systems: spot.systems,
    }
}

/// What a place adds to the score.
fn contribution(standing: &UnitStanding) -> Contribution {
    Contribution {
        common: standing.common.share(),
        compliance: standing.compliance.share(),
        care: standing.care.share(),
        faults: standing.faults.share(),
        emergencies: standing.emergencies,
    }
}
