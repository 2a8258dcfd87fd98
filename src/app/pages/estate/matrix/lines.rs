//! The rows of the matrix, and what stands in each.

use crate::components::{Cell as Said, Column as Head, GridLine, Table, TableRow};
use crate::desk::Desk;
use crate::pages::estate::grid::note;
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::certificate::CertificateType as Sort;
use model::estate::matrix::{Cell, Code};
use model::scheme::board::{Board, Papers};

/// In which order rows stand; of equals as people read their names.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// Those first that lack most.
    Worst,
    /// As people read them.
    Name,
    /// By one certificate, the worst first.
    Column(Sort),
}

/// Which rows are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Filter {
    /// Of one building.
    pub building: Option<u16>,
    /// With a certificate that stands so.
    pub code: Option<Code>,
    /// Only this certificate is looked at, and only where one is asked for.
    pub sort: Option<Sort>,
}

/// The rows of the board that a filter passes, in order.
pub fn lines(board: &Board, papers: &Papers, filter: Filter, order: Order) -> Vec<u32> {
    let passes = |(at, row): &(usize, &model::estate::matrix::Row)| {
        let is_here = filter.building.is_none_or(|own| board.seats()[*at].building == own);
        let fits = |cell: &Cell| match filter.code {
            Some(code) => cell.code == code,
            None => cell.code != Code::NotApplicable,
        };
        let is_found = match (filter.sort, filter.code) {
            (None, None) => true,
            (Some(sort), _) => fits(&row[sort as usize]),
            (None, Some(_)) => row.iter().any(fits),
        };
        is_here && is_found
    };
    let key = |row: &model::estate::matrix::Row| match order {
        Order::Name => 0,
        Order::Worst => 100 - row.iter().filter(|cell| cell.code.is_lacking()).count(),
        Order::Column(sort) => row[sort as usize].code as usize,
    };
    let mut rows: Vec<(usize, usize)> =
        papers.rows.iter().enumerate().filter(passes).map(|(at, row)| (key(row), at)).collect();
    rows.sort_unstable();
    rows.into_iter().filter_map(|(_, at)| u32::try_from(at).ok()).collect()
}

/// What stands in a row.
pub fn line(desk: Desk, board: &Board, papers: &Papers, row: u32) -> GridLine {
    let at = row as usize;
    let (Some(seat), Some(cells)) = (board.seats().get(at), papers.rows.get(at)) else { return GridLine::default() };
    let cell = |(sort, cell): (&Sort, &Cell)| (look(cell.code), told(desk, &seat.unit.number, *sort, *cell));
    GridLine {
        name: seat.unit.number.clone(),
        note: note(desk, board, seat),
        cells: Sort::ALL.iter().zip(cells).map(cell).collect(),
    }
}

/// A cell as a screen reader reads it: unit, certificate, how it stands and since or until when.
pub fn told(desk: Desk, unit: &str, sort: Sort, cell: Cell) -> String {
    let words = desk.words();
    let said = words.board();
    let mut text = format!("{unit}, {}: {}", (words.choice().certificate)(sort), (said.code)(cell.code));
    if let Some(day) = cell.until {
        let told = if cell.code.is_lacking() {
            (said.since)(&words.day(day.plus_days(1)))
        } else {
            (said.until)(&words.day(day))
        };
        text.push_str(", ");
        text.push_str(&told);
    }
    text
}

/// How a code is drawn.
pub fn look(code: Code) -> &'static str {
    match code {
        Code::NoneFound => "grid__cell mark mark--bad",
        Code::NotCurrent => "grid__cell mark mark--late",
        Code::AlteredSince => "grid__cell mark mark--altered",
        Code::WrongTime => "grid__cell mark mark--warn",
        Code::DocumentMissing => "grid__cell mark mark--unsure",
        Code::CannotTell => "grid__cell mark mark--untold",
        Code::NotShared => "grid__cell mark mark--veiled",
        Code::Fine => "grid__cell mark mark--good",
        Code::NotApplicable => "grid__cell mark mark--none",
    }
}

/// The rows on paper, in words.
pub fn table(desk: Desk, sight: Sight, papers: Memo<Papers>, shown: Memo<Vec<u32>>) -> AnyView {
    let words = desk.words();
    let said = words.board();
    let heads = Sort::ALL.iter().map(|sort| (words.choice().certificate)(*sort));
    let columns = [said.unit].into_iter().chain(heads).map(Head::words).collect();
    let rows: Vec<AnyView> = papers.with(|papers| {
        sight.with(|board| {
            let row = |row: &u32| {
                let (seat, cells) = (board.seats().get(*row as usize)?, papers.rows.get(*row as usize)?);
                let name = format!("{} {}", seat.unit.number, note(desk, board, seat));
                let cells = cells.iter().map(|cell| Said::words((said.code)(cell.code))).collect();
                Some(view! { <TableRow name cells /> }.into_any())
            };
            shown.with(|shown| shown.iter().filter_map(row).collect())
        })
    });
    view! { <Table caption=said.matrix_label columns>{rows}</Table> }.into_any()
}
