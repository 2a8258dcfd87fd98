//! Whether a price is fair, as far as this home can tell: what it paid before for the same, and for work on the same systems.

use super::super::act::Open;
use super::super::{money, watched};
use crate::components::{Row, Rows, dynamic};
use crate::deeds::portal::Dealt;
use crate::desk::{Desk, use_desk};
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::RecordId;
use model::portal::compare::{Before, before};
use model::portal::{Deal, Line};
use model::system::System;

/// Own past prices that are shown of systems.
const PAST_MAX: usize = 3;

/// What was paid before.
#[component]
pub fn Fair(
    open: Open,
    /// The quote.
    of: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let said = desk.words().trust();
    let found = watched(desk);
    let systems = systems(&open);
    let lines = open.deal.quote(of).map(|quote| quote.letter.lines.clone()).unwrap_or_default();
    let space = open.dealt.space;
    let body = move || {
        let others: Vec<Deal> =
            found.with(|found| found.iter().flatten().filter(|one| one.space != space).map(read).collect());
        let same = same(desk, &others, &lines);
        let has_systems = systems.iter().any(|id| untrack(|| desk.library.find::<System>(*id)).is_some());
        let past = past(desk, &systems);
        if same.is_empty() && past.is_empty() {
            return has_systems.then(|| view! { <p class="small soft">{said.fair_none}</p> }).into_any();
        }
        view! { <h3>{said.fair}</h3> <p class="small soft">{said.fair_lead}</p> <Rows>{same}{past}</Rows> }.into_any()
    };
    view! { <div class="stack stack--tight">{dynamic(body)}</div> }
}

fn read(dealt: &Dealt) -> Deal {
    Deal::of(&standing(dealt))
}

/// What the request is about, as far as the home has it.
fn systems(open: &Open) -> Vec<RecordId> {
    open.deal.request.iter().flat_map(|request| &request.letter.systems).filter_map(|told| told.id).collect()
}

/// Lines that were billed before.
fn same(desk: Desk, others: &[Deal], lines: &[Line]) -> Vec<AnyView> {
    let words = desk.words();
    let known = lines.iter().filter_map(|line| Some((line, before(others, line)?)));
    let row = |(line, Before { cents, on }): (&Line, Before)| {
        let when = on.map(|on| words.day(on)).unwrap_or_default();
        let text = (words.trust().paid_for_same)(&when);
        view! { <Row title=line.what.clone() text=text.into_any() end=money(words, cents).into_any() /> }.into_any()
    };
    known.map(row).collect()
}

/// Work on the same systems.
fn past(desk: Desk, systems: &[RecordId]) -> Vec<AnyView> {
    let words = desk.words();
    let past = untrack(|| {
        desk.library.entries.with(|entries| {
            let same =
                entries.iter().filter(|entry| entry.letter.systems.iter().any(|system| systems.contains(system)));
            let paid = same.filter_map(|entry| Some((entry.root, entry.letter.clone(), entry.letter.cost.clone()?)));
            paid.take(PAST_MAX).collect::<Vec<_>>()
        })
    });
    let rows = past.into_iter().map(|(root, entry, cost)| {
        let when = entry.when.map(|when| words.date(when)).unwrap_or_default();
        let (href, end) = (format!("/logbook/{root}"), words.money(&cost).into_any());
        view! { <Row title=entry.title href text=when.into_any() end /> }.into_any()
    });
    rows.collect()
}
