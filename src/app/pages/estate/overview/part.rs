//! One part of the score, and what stands behind it: which units and systems, and the way to all of them.

use crate::components::{Row, Rows, StatusMark, decimal, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::estate::grid::tone;
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::Money;
use model::estate::grid::{Cause, Cell, Column, Mark};
use model::estate::score::{Earned, Part, Reserve, Score};
use model::scheme::board::{Board, Seat};

/// Systems that are listed; the grid has all.
const LISTED: usize = 6;

/// A part, folded.
#[component]
pub fn PartEvidence(
    /// What is seen of the scheme.
    sight: Sight,
    /// The score.
    found: Memo<Score>,
    /// Which part.
    part: Part,
    /// What the reserve holds, and needs.
    reserve: Signal<Option<Reserve>>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let earned = Memo::new(move |_| found.with(|score| *score.part(part)));
    let open = RwSignal::new(false);
    let points = move || (desk.words().board().points)(&hundredths(desk, earned.get().hundredths), earned.get().weight);
    let share = move || {
        let Earned { hundredths, weight, .. } = earned.get();
        decimal(f64::from(hundredths) / f64::from(weight.max(1) * 100))
    };
    view! {
        <details class="board-part" on:toggle=move |_| open.update(|open| *open = !*open)>
            <summary class="board-part__head">
                <span class="board-part__name">{(said.part)(part)}</span>
                <span class="board-part__bar" aria-hidden="true"><span style:--share=share></span></span>
                <span class="board-part__points">{points}</span>
            </summary>
            <div class="board-part__body stack stack--tight">
                <p class="small soft">{(said.part_told)(part)}</p>
                {dynamic(move || open.get().then(|| told(desk, sight, found, part, reserve)))}
            </div>
        </details>
    }
}

/// Points with their hundredths where they have any.
fn hundredths(desk: Desk, hundredths: u32) -> String {
    desk.words().quantity(i64::from(hundredths) * 10)
}

fn told(desk: Desk, sight: Sight, found: Memo<Score>, part: Part, reserve: Signal<Option<Reserve>>) -> AnyView {
    let said = desk.words().board();
    let evidence = found.with(|score| score.part(part).evidence);
    let counted = (said.evidence)(evidence.good, evidence.bad, evidence.unknown);
    match part {
        Part::Common => {
            let list = listed(
                desk,
                sight,
                |seat, cell| seat.is_common() && !matches!(cell.mark, Mark::Good | Mark::Absent),
                |_| false,
            );
            view! { <p>{counted}</p>{list}{lead(desk, 0, "/estate/grid")} }.into_any()
        }
        Part::Compliance => view! { <p>{counted}</p>{lead(desk, 1, "/estate/matrix")} }.into_any(),
        Part::Care => {
            let list = listed(
                desk,
                sight,
                |_, cell| matches!(cell.cause, Cause::Late | Cause::NoCare | Cause::NoCareYet),
                |cell| cell.cause != Cause::Late,
            );
            view! { <p>{counted}</p>{list}{lead(desk, 0, "/estate/grid?cause=late")} }.into_any()
        }
        Part::Faults => {
            let list = listed(
                desk,
                sight,
                |_, cell| matches!(cell.cause, Cause::Emergency | Cause::Serious | Cause::Minor),
                |_| false,
            );
            view! { <p>{counted}</p>{list}{lead(desk, 0, "/estate/grid?mark=poor")} }.into_any()
        }
        Part::Reserve => {
            let money = |cents: i64| desk.words().money_round(&Money::rand(cents));
            let told = reserve.get().map(|one| (said.reserve)(&money(one.held_cents), &money(one.needed_cents)));
            let told = told.unwrap_or_else(|| said.no_reserve.to_owned());
            view! { <p>{told}</p>{lead(desk, 2, "/estate/plan")} }.into_any()
        }
        Part::Confidence => {
            let known = found.with(|score| score.parts.map(|one| (one.part, one.known_bp / 100)));
            let rows = known.into_iter().filter(|(one, _)| *one != Part::Confidence);
            let rows = rows.map(|(one, percent)| view! { <li>{(said.known)((said.part)(one), percent)}</li> });
            view! { <ul class="board-list">{rows.collect_view()}</ul>{lead(desk, 0, "/estate/grid?mark=not_shared")} }
                .into_any()
        }
    }
}

fn lead(desk: Desk, at: usize, href: &'static str) -> AnyView {
    view! { <p><a href=href>{desk.words().board().leads[at]}</a></p> }.into_any()
}

/// The cells that are meant, the worst first; those that are `later` after the others.
fn listed(desk: Desk, sight: Sight, is_meant: fn(&Seat, &Cell) -> bool, later: fn(&Cell) -> bool) -> AnyView {
    let mut found = sight.with(|board| cells(board, is_meant));
    found.sort_by_key(|(_, _, cell)| later(cell));
    let more = found.len().saturating_sub(LISTED);
    view! {
        {sight.with(|board| rows(desk, board, found.iter().take(LISTED)))}
        {(more > 0).then(|| view! { <p class="small soft">{(desk.words().board().more)(more)}</p> })}
    }
    .into_any()
}

/// Cells of a board by row and column, the worst first.
pub fn cells(board: &Board, is_meant: impl Fn(&Seat, &Cell) -> bool) -> Vec<(usize, Column, Cell)> {
    let mut found: Vec<(usize, Column, Cell)> = Vec::new();
    for (at, seat) in board.seats().iter().enumerate() {
        let own = board.grid().cells(at).into_iter().flatten().zip(Column::ALL);
        found.extend(own.filter(|(cell, _)| is_meant(seat, cell)).map(|(cell, column)| (at, *column, *cell)));
    }
    found.sort_by_key(|(at, column, cell)| (cell.rank(), *at, *column));
    found
}

/// Cells as rows of a list, each with its reason and the one thing to do.
pub fn rows<'a>(desk: Desk, board: &Board, cells: impl Iterator<Item = &'a (usize, Column, Cell)>) -> AnyView {
    let said = desk.words().board();
    let row = |(at, column, cell): &(usize, Column, Cell)| {
        let seat = &board.seats()[*at];
        let title = format!("{} · {}", seat.unit.number, (said.column)(*column));
        let text = format!("{}. {}", (said.cause)(cell.cause, cell.amount), (said.step)(cell.cause));
        let lead = view! { <StatusMark tone=tone(cell.mark) /> }.into_any();
        view! { <Row title href=format!("/estate/units/{}", seat.id) lead text=text.into_any() /> }
    };
    let rows = cells.map(row).collect_view();
    view! { <Rows>{rows}</Rows> }.into_any()
}
