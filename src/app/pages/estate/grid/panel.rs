//! A cell that was opened: the reason in plain words, the one thing to do, and the way to the unit.

use super::MarkWord;
use super::lines::{Shown, building, found};
use crate::components::{Dialog, LinkButton, Weight};
use crate::desk::{Desk, use_desk};
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::estate::grid::{Cell, Column, Mark};
use model::scheme::board::Seat;

/// What is told of the active cell.
#[component]
pub fn Panel(
    /// What is seen of the scheme.
    sight: Sight,
    /// The rows of the grid.
    shown: Memo<Vec<Shown>>,
    /// The active cell.
    active: RwSignal<(usize, usize)>,
    /// It is open.
    opened: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let body = move || {
        let (at, column) = active.get();
        let Some(Shown::Row(row)) = shown.with(|shown| shown.get(at).copied()) else { return ().into_any() };
        sight.with(|board| {
            let Some((seat, cells)) = found(board, row) else { return ().into_any() };
            let here = building(desk, board, seat.building).to_owned();
            let told = match column.checked_sub(1) {
                Some(at) => vec![one(desk, Column::ALL[at], cells[at])],
                None => worst(cells).into_iter().map(|at| one(desk, Column::ALL[at], cells[at])).collect(),
            };
            view! { <div class="stack stack--tight"><p class="soft">{here}</p>{told}{foot(desk, seat)}</div> }
                .into_any()
        })
    };
    let named = Memo::new(move |_| {
        let row = shown.with(|shown| shown.get(active.get().0).copied());
        sight.with(|board| match row {
            Some(Shown::Row(row)) => found(board, row).map(|(seat, _)| seat.unit.number.clone()).unwrap_or_default(),
            _ => String::new(),
        })
    });
    crate::components::dynamic(move || {
        view! { <Dialog open=opened title=named.get() close=words.common().close>{body()}</Dialog> }
    })
}

/// The columns of a unit in which something stands, the worst first.
fn worst(cells: &[Cell; Column::COUNT]) -> Vec<usize> {
    let mut there: Vec<usize> = (0..Column::COUNT).filter(|at| cells[*at].mark != Mark::Absent).collect();
    there.sort_by_key(|at| cells[*at].rank());
    there
}

fn one(desk: Desk, column: Column, cell: Cell) -> AnyView {
    let said = desk.words().board();
    let is_there = cell.mark != Mark::Absent;
    let step = (said.step)(cell.cause);
    let step = if step.is_empty() { said.nothing_to_do } else { step };
    view! {
        <section class="board-panel">
            <h3>{(said.column)(column)}</h3>
            <p><MarkWord mark=cell.mark /></p>
            {is_there.then(|| view! { <p>{(said.cause)(cell.cause, cell.amount)}". "<strong>{step}</strong></p> })}
            {(cell.score > 0).then(|| view! { <p class="small soft">{(said.scored)(cell.score, cell.confidence)}</p> })}
            {(cell.systems > 1).then(|| view! { <p class="small soft">{(said.systems)(cell.systems)}</p> })}
        </section>
    }
    .into_any()
}

/// Who answers for a unit, and the way to it.
pub fn foot(desk: Desk, seat: &Seat) -> AnyView {
    let said = desk.words().board();
    let who = seat.responsible().map_or_else(|| said.nobody.to_owned(), said.answers);
    let href = format!("/estate/units/{}", seat.id);
    let label = (said.open_unit)(&seat.unit.number);
    view! { <p class="small soft">{who}</p><div><LinkButton label href weight=Weight::Primary /></div> }.into_any()
}
