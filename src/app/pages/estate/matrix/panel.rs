//! A certificate that was opened: how it stands and why, the one thing to do, and the way to the unit.

use super::lines;
use crate::components::{Dialog, Status, Tone, dynamic};
use crate::desk::{Desk, use_desk};
use crate::pages::estate::grid::foot;
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::certificate::CertificateType as Sort;
use model::estate::matrix::{Cell, Code};
use model::scheme::board::{Board, Papers};

/// What is told of the active cell.
#[component]
pub fn Panel(
    /// What is seen of the scheme.
    sight: Sight,
    /// The certificates.
    papers: Memo<Papers>,
    /// The rows of the matrix.
    shown: Memo<Vec<u32>>,
    /// The active cell.
    active: RwSignal<(usize, usize)>,
    /// It is open.
    opened: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let row = move || shown.with(|shown| shown.get(active.get().0).copied()).map(|row| row as usize);
    let named = Memo::new(move |_| {
        let unit = |at: usize| sight.with(|board| board.seats().get(at).map(|seat| seat.unit.number.clone()));
        row().and_then(unit).unwrap_or_default()
    });
    let body = move || {
        let at = row()?;
        let cells = papers.with(|papers| papers.rows.get(at).copied())?;
        let wanted: Vec<usize> = match active.get().1.checked_sub(1) {
            Some(column) => vec![column],
            None => (0..cells.len()).filter(|column| cells[*column].code != Code::NotApplicable).collect(),
        };
        let told = wanted.into_iter().map(|column| one(desk, Sort::ALL[column], cells[column])).collect_view();
        let foot = sight.with(|board| board.seats().get(at).map(|seat| foot(desk, seat)));
        Some(view! { <div class="stack stack--tight">{told}{foot}</div> })
    };
    dynamic(move || {
        let close = desk.words().common().close;
        view! { <Dialog open=opened title=named.get() close>{body()}</Dialog> }
    })
}

fn one(desk: Desk, sort: Sort, cell: Cell) -> AnyView {
    let words = desk.words();
    let said = words.board();
    let step = (said.code_step)(cell.code);
    let step = if step.is_empty() { said.nothing_to_do } else { step };
    let day = cell.until.map(|day| match cell.code.is_lacking() {
        true => (said.since)(&words.day(day.plus_days(1))),
        false => (said.until)(&words.day(day)),
    });
    view! {
        <section class="board-panel">
            <h3>{(words.choice().certificate)(sort)}</h3>
            <p><Status tone=tone(cell.code) word=(said.code)(cell.code) />" "{day}</p>
            <p>{(said.code_told)(cell.code)}" "<strong>{step}</strong></p>
            {(!cell.is_sure).then(|| view! { <p class="small soft">{said.unsure}</p> })}
        </section>
    }
    .into_any()
}

/// How a code is told in a word with its shape.
pub fn tone(code: Code) -> Tone {
    match code {
        Code::NoneFound | Code::NotCurrent => Tone::Bad,
        code if code.is_lacking() => Tone::Warn,
        Code::Fine => Tone::Good,
        _ => Tone::Unknown,
    }
}

/// The cell of a place in words; the unit where it is its name.
pub fn told(desk: Desk, board: &Board, papers: &Papers, row: u32, column: usize) -> Option<String> {
    let seat = board.seats().get(row as usize)?;
    match column.checked_sub(1) {
        None => Some(seat.unit.number.clone()),
        Some(at) => {
            Some(lines::told(desk, &seat.unit.number, *Sort::ALL.get(at)?, *papers.rows.get(row as usize)?.get(at)?))
        }
    }
}
