//! What needs the trustees now: emergencies in the common property, the units that stand worst, certificates that are overdue.

use super::part::{cells, rows};
use crate::components::{Empty, Glyph, LinkButton, Row, Rows, Section, StatusMark, Tone, Weight, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::access::Action;
use model::basis::Purpose;
use model::estate::grid::{Cause, Column, Filter, Mark, Order, view};
use model::scheme::board::{Board, Papers};

/// What is listed of each; the grid and the matrix have all.
const LISTED: usize = 5;

/// What needs them.
#[component]
pub fn Needs(
    /// What is seen of the scheme.
    sight: Sight,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let body = move || {
        sight.with(|board| {
            let parts = [emergencies(desk, board), worst(desk, board), overdue(desk, board)];
            let there: Vec<AnyView> = parts
                .into_iter()
                .zip(said.needs_parts)
                .filter_map(|(part, title)| Some(titled(title, part?)))
                .collect();
            match there.is_empty() {
                false => there.into_any(),
                // Good news only where something is known.
                true if is_told(board) => view! { <p>{said.no_needs}</p> }.into_any(),
                true => sight.is_whole().then(|| unknown(desk, sight)).into_any(),
            }
        })
    };
    view! { <Section title=said.needs>{dynamic(body)}</Section> }
}

/// Whether any logbook shows anything.
fn is_told(board: &Board) -> bool {
    let silent = [Mark::NotShared, Mark::Absent];
    Mark::ALL.iter().any(|mark| !silent.contains(mark) && board.count(*mark) > 0)
}

/// Nothing is shown: how that is changed, for who may.
fn unknown(desk: Desk, sight: Sight) -> AnyView {
    let said = desk.words().board();
    if !sight.estate(|estate| estate.may(Action::Write)).unwrap_or(false) {
        return view! { <p>{said.nothing_known}</p> }.into_any();
    }
    let [units, bring] = said.make_known;
    let action = view! {
        <p class="actions">
            <LinkButton label=units href="/estate/units" weight=Weight::Primary />
            <LinkButton label=bring href="/estate/units/bring" />
        </p>
    };
    let text = said.nothing_known_lead;
    view! { <Empty glyph=Glyph::LAYERS title=said.nothing_known text action=action.into_any() /> }.into_any()
}

fn titled(title: &'static str, part: AnyView) -> AnyView {
    view! { <h3 class="board-needs">{title}</h3>{part} }.into_any()
}

fn emergencies(desk: Desk, board: &Board) -> Option<AnyView> {
    let found = cells(board, |seat, cell| seat.is_common() && cell.cause == Cause::Emergency);
    (!found.is_empty()).then(|| rows(desk, board, found.iter()))
}

/// The worst units, each by its worst cell.
fn worst(desk: Desk, board: &Board) -> Option<AnyView> {
    let order = view(board.grid(), Filter { mark: Some(Mark::Poor), ..Filter::default() }, Order::Worst);
    let worst_of = |row: u32| {
        let at = row as usize;
        let own = board.grid().cells(at)?.iter().zip(Column::ALL).min_by_key(|(cell, _)| cell.rank())?;
        Some((at, *own.1, *own.0))
    };
    let units = order.into_iter().filter_map(worst_of).filter(|(at, ..)| !board.seats()[*at].is_common());
    let found: Vec<_> = units.take(LISTED).collect();
    (!found.is_empty()).then(|| rows(desk, board, found.iter()))
}

fn overdue(desk: Desk, board: &Board) -> Option<AnyView> {
    let words = desk.words();
    let said = words.board();
    let all = Papers::of(board, desk.today(), Purpose::Safety).overdue(board);
    let row = |one: &model::estate::matrix::Overdue| {
        let seat = &board.seats()[board.row_of(one.unit)?];
        let title = format!("{} · {}", seat.unit.number, (words.choice().certificate)(one.sort));
        // Who came by a link that shows no names is not told that nobody is named.
        let who = match (seat.responsible(), desk.visiting.get_untracked()) {
            (Some(name), _) => (said.answers)(name),
            (None, true) => String::new(),
            (None, false) => said.nobody.to_owned(),
        };
        let text = format!("{} {who}", (said.code_told)(one.code));
        let lead = view! { <StatusMark tone=Tone::Bad /> }.into_any();
        Some(view! { <Row title href=format!("/estate/units/{}", seat.id) lead text=text.into_any() /> })
    };
    let rows = all.iter().take(LISTED).filter_map(row).collect_view();
    let more = all.len().saturating_sub(LISTED);
    let more = (more > 0).then(|| view! { <p class="small"><a href="/estate/matrix">{(said.more)(more)}</a></p> });
    (!all.is_empty()).then(|| view! { <Rows>{rows}</Rows>{more} }.into_any())
}
