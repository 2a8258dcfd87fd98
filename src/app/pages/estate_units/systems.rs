//! What the scheme is shown of a unit's systems and certificates, each with its reason.

use super::unit::Known;
use crate::components::{Cell, Column, Section, Status, Table, TableRow, Tone, dynamic};
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::estate::grid::Mark;
use model::estate::matrix::Code;
use model::scheme::{Proof, Thing, UnitStanding};

/// How a mark is drawn.
fn tone(mark: Mark) -> Tone {
    match mark {
        Mark::Poor => Tone::Bad,
        Mark::Fair => Tone::Warn,
        Mark::Good => Tone::Good,
        Mark::Unsure | Mark::Untold | Mark::NotShared | Mark::Absent => Tone::Unknown,
    }
}

/// How a code is drawn.
fn code_tone(code: Code) -> Tone {
    match code {
        Code::Fine => Tone::Good,
        Code::NoneFound | Code::NotCurrent => Tone::Bad,
        code if code.is_lacking() => Tone::Warn,
        _ => Tone::Unknown,
    }
}

/// The name of a system, by its sort where it has none.
pub(super) fn name(desk: Desk, thing: &Thing) -> String {
    if thing.name.is_empty() { (desk.words().choice().system)(thing.sort).to_owned() } else { thing.name.clone() }
}

/// The systems, as a table.
#[component]
pub(super) fn Systems(one: Memo<Option<Known>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let inventory = Memo::new(move |_| one.with(|one| one.as_ref().and_then(|one| one.inventory.clone())));
    let row = move |thing: &Thing| {
        let installed = thing.installed.map_or_else(|| words.common().unknown.to_owned(), |date| words.date(date));
        let mark = view! { <Status tone=tone(thing.mark) word=(words.board().mark)(thing.mark) /> }.into_any();
        let cells = vec![
            Cell::words(thing.make.clone()),
            Cell::headed(said.system_columns[2], installed),
            Cell::Words(mark),
            Cell::words((words.board().cause)(thing.cause, thing.amount)),
            Cell::headed(said.system_columns[5], if thing.held { said.by_scheme } else { said.by_owner }.to_owned()),
        ];
        view! { <TableRow name=name(desk, thing) cells /> }
    };
    let body = move || match inventory.get().filter(|inventory| !inventory.things.is_empty()) {
        None => view! { <p class="soft">{said.no_systems}</p> }.into_any(),
        Some(inventory) => {
            let columns = said.system_columns.into_iter().map(Column::words).collect();
            let rows = inventory.things.iter().map(row).collect_view();
            view! {
                <Table caption=said.systems columns list=true>{rows}</Table>
                {inventory.on.map(|day| view! { <p class="soft small">{(said.told_on)(&words.day(day))}</p> })}
            }
            .into_any()
        }
    };
    view! { <Section title=said.systems>{dynamic(body)}</Section> }
}

/// The certificates that are asked for, as they stand today.
#[component]
pub(super) fn Certificates(one: Memo<Option<Known>>) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.estate_units();
    let standing = Memo::new(move |_| one.with(|one| one.as_ref().and_then(|one| one.standing.clone())));
    let row = move |proof: &Proof| {
        let told = (proof.code != Code::Fine).then(|| (words.board().code_told)(proof.code));
        let mark = view! {
            <Status tone=code_tone(proof.code) word=(words.board().code)(proof.code) />
            {told.map(|told| view! { <span class="soft">" "{told}</span> })}
        };
        let until = proof.until.or(proof.ended).map(|day| words.day(day)).unwrap_or_default();
        let purpose = (words.board().purpose)(proof.purpose);
        let until = match until.is_empty() {
            true => Cell::words(until),
            false => Cell::headed(said.certificate_columns[3], until),
        };
        let cells = vec![Cell::words(purpose), Cell::Words(mark.into_any()), until];
        view! { <TableRow name=(words.choice().certificate)(proof.sort) cells /> }
    };
    let body = move || {
        let standing = standing.get().unwrap_or_default();
        match current(desk, &standing) {
            proofs if proofs.is_empty() => view! { <p class="soft">{said.no_certificates}</p> }.into_any(),
            proofs => {
                let columns = said.certificate_columns.into_iter().map(Column::words).collect();
                let rows = proofs.into_iter().map(row).collect_view();
                view! { <Table caption=said.certificates columns list=true>{rows}</Table> }.into_any()
            }
        }
    };
    view! { <Section title=said.certificates>{dynamic(body)}</Section> }
}

/// Of each sort and purpose the link of its chain that holds today; those of which nothing is asked are left out.
fn current(desk: Desk, standing: &UnitStanding) -> Vec<&Proof> {
    let today = desk.today();
    let mut seen = Vec::new();
    let holds = |proof: &&Proof| {
        let own = (proof.sort, proof.purpose);
        let is_first = proof.until.is_none_or(|until| until >= today) && !seen.contains(&own);
        if is_first {
            seen.push(own);
        }
        is_first
    };
    let all: Vec<&Proof> = standing.proofs.iter().filter(holds).collect();
    all.into_iter().filter(|proof| proof.code != Code::NotApplicable).collect()
}
