//! The grid on paper: every row that is shown, in words.

use super::lines::{Shown, found, note};
use crate::components::{Cell, Column as Head, Table, TableRow};
use crate::desk::{Desk, use_desk};
use crate::pages::estate::paper::OnPaper;
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::estate::grid::{self, Column, Mark};

/// The rows on paper.
#[component]
pub fn Printed(
    /// What is seen of the scheme.
    sight: Sight,
    /// The rows.
    shown: Memo<Vec<Shown>>,
    /// Whether it is in the page.
    printing: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let day = Signal::derive(move || desk.words().day(desk.today()));
    view! { <OnPaper printing day>{table(desk, sight, shown)}</OnPaper> }
}

fn table(desk: Desk, sight: Sight, shown: Memo<Vec<Shown>>) -> AnyView {
    let said = desk.words().board();
    let columns = [said.unit].into_iter().chain(Column::ALL.iter().map(|one| (said.column)(*one))).map(Head::words);
    let rows: Vec<AnyView> = sight.with(|board| {
        let row = |shown: &Shown| {
            let Shown::Row(row) = *shown else { return None };
            let (seat, cells) = found(board, row)?;
            let name = format!("{} {}", seat.unit.number, note(desk, board, seat));
            let cells = cells.iter().map(|cell| Cell::words(told(desk, *cell))).collect();
            Some(view! { <TableRow name cells /> }.into_any())
        };
        shown.with(|shown| shown.iter().filter_map(row).collect())
    });
    view! { <Table caption=said.grid_label columns=columns.collect()>{rows}</Table> }.into_any()
}

/// A cell on paper: nothing where there is nothing.
fn told(desk: Desk, cell: grid::Cell) -> String {
    let said = desk.words().board();
    match cell.mark {
        Mark::Absent => String::new(),
        Mark::Good => (said.mark)(cell.mark).to_owned(),
        mark => format!("{}: {}", (said.mark)(mark), (said.cause_name)(cell.cause)),
    }
}
