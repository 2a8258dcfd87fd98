//! Which rows of a grid are shown, in which order and in which groups.

use super::{Cause, Cell, Column, Grid, Mark};

/// In which order rows stand. Of equals the one that people read first comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// As people read their names.
    #[default]
    Name,
    /// By building, then by name.
    Building,
    /// Units with the worst cell first, then those with more cells as bad.
    Worst,
    /// By one column, the worst first.
    Column(Column),
}

/// Which rows are shown; an empty filter shows all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of one building.
    pub building: Option<u16>,
    /// With such a system; the two below look at this column only.
    pub column: Option<Column>,
    /// With a cell of that mark.
    pub mark: Option<Mark>,
    /// With a cell of that reason.
    pub cause: Option<Cause>,
}

impl Filter {
    fn passes(self, building: u16, cells: &[Cell; Column::COUNT]) -> bool {
        let fits = |cell: &Cell| {
            self.mark.is_none_or(|mark| cell.mark == mark) && self.cause.is_none_or(|cause| cell.cause == cause)
        };
        let is_found = match self.column {
            _ if self.mark.is_none() && self.cause.is_none() => {
                self.column.is_none_or(|column| cells[column as usize].mark != Mark::Absent)
            }
            Some(column) => fits(&cells[column as usize]),
            None => cells.iter().any(fits),
        };
        is_found && self.building.is_none_or(|own| own == building)
    }
}

/// The rows that a filter passes, in order.
pub fn view(grid: &Grid, filter: Filter, order: Order) -> Vec<u32> {
    let rows = grid.units.iter().zip(&grid.cells).zip(0_u32..);
    let passed = rows.filter(|((unit, cells), _)| filter.passes(unit.building, cells));
    // The key is worked out once for each row, not at every comparison.
    let mut keyed: Vec<((u64, u32), u32)> = passed
        .map(|((unit, cells), row)| {
            let first = match order {
                Order::Name => 0,
                Order::Building => unit.building.into(),
                Order::Worst => worst(cells),
                Order::Column(column) => cells[column as usize].rank().into(),
            };
            ((first, unit.place), row)
        })
        .collect();
    keyed.sort_unstable();
    keyed.into_iter().map(|(_, row)| row).collect()
}

/// The worst mark of a row, then how many cells have it, then the worst score.
fn worst(cells: &[Cell; Column::COUNT]) -> u64 {
    let rank = cells.iter().map(|cell| cell.rank()).min().unwrap_or(u32::MAX);
    let mark = rank >> 16;
    let alike = cells.iter().filter(|cell| cell.mark as u32 == mark).count();
    let fewer = u64::try_from(Column::COUNT - alike).unwrap_or(0);
    u64::from(mark) << 32 | fewer << 16 | u64::from(rank & 0xffff)
}

/// How many cells there are of each mark. One cell is taken off and another added without going through the rest.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally([u32; Mark::ALL.len()]);

impl Tally {
    /// Counts a cell.
    pub fn add(&mut self, cell: Cell) {
        self.0[cell.mark as usize] += 1;
    }

    /// Takes off a cell that was counted.
    pub fn remove(&mut self, cell: Cell) {
        let count = &mut self.0[cell.mark as usize];
        *count = count.saturating_sub(1);
    }

    /// How many there are.
    pub fn of(&self, mark: Mark) -> u32 {
        self.0[mark as usize]
    }
}

/// Rows of one building that stand together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Group {
    /// The building.
    pub building: u16,
    /// The first of its rows, by its place among those that are shown.
    pub from: u32,
    /// How many.
    pub rows: u32,
    /// Their cells.
    pub tally: Tally,
}

/// The groups of rows by building, as they come one after the other: rows in the order of buildings make one group of each.
pub fn groups(grid: &Grid, rows: &[u32]) -> Vec<Group> {
    let mut groups: Vec<Group> = Vec::new();
    for (row, at) in rows.iter().zip(0_u32..) {
        let row = *row as usize;
        let (Some(unit), Some(cells)) = (grid.units.get(row), grid.cells.get(row)) else { continue };
        if groups.last().is_none_or(|group| group.building != unit.building) {
            groups.push(Group { building: unit.building, from: at, rows: 0, tally: Tally::default() });
        }
        if let Some(group) = groups.last_mut() {
            group.rows += 1;
            cells.iter().for_each(|cell| group.tally.add(*cell));
        }
    }
    groups
}
