//! The rows of the grid, and what stands in each.

use crate::components::GridLine;
use crate::desk::Desk;
use model::estate::grid::{Cell, Column, Filter, Group, Mark, Order, groups, view};
use model::scheme::board::{Board, Seat};

/// A row of the grid.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shown {
    /// The name of a building, over its units.
    Head(Group),
    /// A unit, by its row on the board.
    Row(u32),
}

/// The rows that a filter passes, in order; by building each under its name.
pub fn lines(board: &Board, filter: Filter, order: Order) -> Vec<Shown> {
    let rows = view(board.grid(), filter, order);
    if order != Order::Building {
        return rows.into_iter().map(Shown::Row).collect();
    }
    let of_group = |group: Group| {
        let (from, rows_of) = (group.from as usize, group.rows as usize);
        let own: Vec<Shown> = rows[from..from + rows_of].iter().map(|row| Shown::Row(*row)).collect();
        [Shown::Head(group)].into_iter().chain(own)
    };
    groups(board.grid(), &rows).into_iter().flat_map(of_group).collect()
}

/// What stands in a row.
pub fn line(desk: Desk, board: &Board, shown: Shown) -> GridLine {
    match shown {
        Shown::Head(group) => GridLine { name: head(desk, board, group), ..GridLine::default() },
        Shown::Row(row) => {
            let Some((seat, cells)) = found(board, row) else { return GridLine::default() };
            let cell = |(column, cell): (&Column, &Cell)| (look(cell.mark), told(desk, seat, *column, *cell));
            GridLine {
                name: seat.unit.number.clone(),
                note: note(desk, board, seat),
                cells: Column::ALL.iter().zip(cells).map(cell).collect(),
            }
        }
    }
}

fn head(desk: Desk, board: &Board, group: Group) -> String {
    let said = desk.words().board();
    (said.group)(building(desk, board, group.building), group.rows, group.tally.of(Mark::Poor))
}

/// The name of a building.
pub fn building(desk: Desk, board: &Board, at: u16) -> &str {
    let name = board.buildings().get(usize::from(at)).map_or("", String::as_str);
    if name.is_empty() { desk.words().board().no_building } else { name }
}

/// Beside a unit's name: its building, or that it is common.
pub fn note(desk: Desk, board: &Board, seat: &Seat) -> String {
    match seat.is_common() {
        true => desk.words().board().common.to_owned(),
        false => board.buildings().get(usize::from(seat.building)).cloned().unwrap_or_default(),
    }
}

/// A unit and its cells.
pub fn found(board: &Board, row: u32) -> Option<(&Seat, &[Cell; Column::COUNT])> {
    Some((board.seats().get(row as usize)?, board.grid().cells(row as usize)?))
}

/// A cell as a screen reader reads it: unit, system, mark and reason.
fn told(desk: Desk, seat: &Seat, column: Column, cell: Cell) -> String {
    let said = desk.words().board();
    let mut text = format!("{}, {}: {}", seat.unit.number, (said.column)(column), (said.mark)(cell.mark));
    if cell.mark != Mark::Absent {
        text.push_str(". ");
        text.push_str(&(said.cause)(cell.cause, cell.amount));
    }
    text
}

/// The cell of a place in words; the unit where it is its name, nothing where there is no unit.
pub fn cell_told(desk: Desk, board: &Board, shown: Shown, column: usize) -> Option<String> {
    let row = match shown {
        Shown::Head(group) => return Some(head(desk, board, group)),
        Shown::Row(row) => row,
    };
    let (seat, cells) = found(board, row)?;
    match column.checked_sub(1) {
        None => {
            let said = [seat.unit.number.clone(), note(desk, board, seat)];
            Some(said.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "))
        }
        Some(at) => Some(told(desk, seat, *Column::ALL.get(at)?, *cells.get(at)?)),
    }
}

/// How a mark is drawn.
pub fn look(mark: Mark) -> &'static str {
    match mark {
        Mark::Poor => "grid__cell mark mark--bad",
        Mark::Fair => "grid__cell mark mark--warn",
        Mark::Unsure => "grid__cell mark mark--unsure",
        Mark::Untold => "grid__cell mark mark--untold",
        Mark::NotShared => "grid__cell mark mark--veiled",
        Mark::Good => "grid__cell mark mark--good",
        Mark::Absent => "grid__cell mark mark--none",
    }
}
