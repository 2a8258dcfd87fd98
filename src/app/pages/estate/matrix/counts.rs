//! How certificates stand, counted, and what is overdue with whom.

use super::panel::tone;
use crate::components::{Cell, Column, Section, Status, Table, TableRow, dynamic};
use crate::desk::use_desk;
use crate::pages::estate::sight::Sight;
use leptos::prelude::*;
use model::certificate::CertificateType as Sort;
use model::estate::matrix::{Code, Overdue};
use model::scheme::board::{Board, Papers};

/// Overdue certificates that are listed on the screen; on paper all are.
const LISTED: usize = 40;

/// How many certificates stand how.
#[component]
pub fn Counts(
    /// The certificates.
    papers: Memo<Papers>,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().board();
    let rows = move || {
        papers.with(|papers| {
            let summary = &papers.summary;
            let row = |code: &Code| {
                let unsure: u32 = Sort::ALL.iter().map(|sort| summary.unsure(*sort, *code)).sum();
                let cells = vec![Cell::Figure(summary.total(*code).to_string()), Cell::Figure(unsure.to_string())];
                view! { <TableRow name=(said.code)(*code) cells /> }
            };
            Code::ALL.iter().filter(|code| summary.total(**code) > 0).map(row).collect_view()
        })
    };
    let [how, count, unsure] = said.counts_columns;
    let columns = vec![Column::words(how), Column::figures(count), Column::figures(unsure)];
    view! {
        <Section title=said.counts>
            <Table caption=said.counts columns>{dynamic(rows)}</Table>
        </Section>
    }
}

/// What is overdue, with whom it lies.
#[component]
pub fn OverdueList(
    /// What is seen of the scheme.
    sight: Sight,
    /// The certificates.
    papers: Memo<Papers>,
    /// All of it is in the page, to be printed.
    printing: RwSignal<bool>,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.board();
    let overdue = Memo::new(move |_| papers.with(|papers| sight.with(|board| Kept(papers.overdue(board)))));
    // Who came by a link that shows no names is not told that nobody is named.
    let tells_who = Memo::new(move |_| {
        let is_named = |board: &Board| board.seats().iter().any(|seat| seat.responsible().is_some());
        !desk.visiting.get() || sight.with(is_named)
    });
    let row = move |one: &Overdue| {
        sight.with(|board| {
            let seat = &board.seats()[board.row_of(one.unit)?];
            let since = one.since.map(|day| words.day_short(day)).unwrap_or_default();
            let mut cells = vec![
                Cell::words((words.choice().certificate)(one.sort)),
                Cell::Words(view! { <Status tone=tone(one.code) word=(said.code)(one.code) /> }.into_any()),
                Cell::words(since),
            ];
            if tells_who.get() {
                cells.push(Cell::words(seat.responsible().unwrap_or(said.nobody)));
            }
            let href = format!("/estate/units/{}", seat.id);
            Some(view! { <TableRow name=seat.unit.number.clone() href cells /> })
        })
    };
    let list = move || {
        let is_whole = printing.get();
        overdue.with(|Kept(all)| match all.len() {
            0 => view! { <p>{said.none_overdue}</p> }.into_any(),
            count => {
                let listed = if is_whole { count } else { count.min(LISTED) };
                let told = said.overdue_columns.len() - usize::from(!tells_who.get());
                let columns = said.overdue_columns.into_iter().take(told).map(Column::words).collect();
                let rows = all[..listed].iter().filter_map(row).collect_view();
                let more = (count > listed).then(|| view! { <p class="small soft">{(said.more)(count - listed)}</p> });
                view! { <Table caption=said.overdue columns list=true>{rows}</Table>{more} }.into_any()
            }
        })
    };
    view! {
        <Section title=said.overdue count=Signal::derive(move || overdue.with(|Kept(all)| all.len()))>{dynamic(list)}</Section>
    }
}

/// What is overdue, as it is compared.
#[derive(Clone, PartialEq)]
struct Kept(Vec<Overdue>);
