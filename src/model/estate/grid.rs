//! The grid of an estate: units by systems, each cell one mark with its reason, by the rules that a home is judged by.
//!
//! A cell is a few bytes, so that five thousand units by twelve columns are half a megabyte, and are put in order, filtered and grouped at once.

mod cell;
mod column;
mod view;

pub use cell::{Cause, Cell, Mark};
pub use column::Column;
pub use view::{Filter, Group, Order, Tally, groups, view};

use crate::id::RecordId;

/// A unit of the grid, or the common property.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    /// The unit.
    pub id: RecordId,
    /// Its building, by its place among them.
    pub building: u16,
    /// Its place among the units as people read them: unit 2 before unit 10. Whoever knows the names says it.
    pub place: u32,
}

/// Units by columns.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Grid {
    units: Vec<Unit>,
    /// Row by row.
    cells: Vec<[Cell; Column::COUNT]>,
}

impl Grid {
    /// Adds a unit, whose cells are [`Cell::ABSENT`] until they are set, and says which row it is.
    pub fn add(&mut self, unit: Unit) -> usize {
        self.units.push(unit);
        self.cells.push([Cell::ABSENT; Column::COUNT]);
        self.units.len() - 1
    }

    /// How many units there are.
    pub fn len(&self) -> usize {
        self.units.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.units.is_empty()
    }

    /// The unit of a row; none where there is no such row.
    pub fn unit(&self, row: usize) -> Option<&Unit> {
        self.units.get(row)
    }

    /// The cells of a row, by [`Column::ALL`]; none where there is no such row.
    pub fn cells(&self, row: usize) -> Option<&[Cell; Column::COUNT]> {
        self.cells.get(row)
    }

    /// Puts a cell in its place, and gives back the one that was there: what was counted of it has to be taken off. None where there is no such row.
    pub fn set(&mut self, row: usize, column: Column, cell: Cell) -> Option<Cell> {
        let place = &mut self.cells.get_mut(row)?[column as usize];
        Some(std::mem::replace(place, cell))
    }
}
