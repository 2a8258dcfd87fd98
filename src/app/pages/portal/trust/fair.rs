//! Whether a price is fair, as far as this home can tell: what it paid before for the same, and for work on the same systems, and what its plan expects.

use super::super::act::Open;
use super::super::{money, watched};
use crate::components::{Row, Rows, dynamic};
use crate::deeds::portal::Dealt;
use crate::desk::{Desk, use_desk};
use crate::pages::portal::refused::standing;
use leptos::prelude::*;
use model::date::HOME_AHEAD_MINUTES;
use model::forecast::{Cost, cost};
use model::portal::compare::{Before, before, is_planned};
use model::portal::{Deal, Line, Request};
use model::system::System;
use model::task::Task;
use model::{Instant, RecordId};

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
    let request = open.deal.request.as_ref().map(|request| request.letter.clone()).unwrap_or_default();
    let systems: Vec<RecordId> = request.systems.iter().filter_map(|told| told.id).collect();
    let lines = open.deal.quote(of).map(|quote| quote.letter.lines.clone()).unwrap_or_default();
    let space = open.dealt.space;
    let body = move || {
        let others: Vec<Deal> =
            found.with(|found| found.iter().flatten().filter(|one| one.space != space).map(read).collect());
        let same = same(desk, &others, &lines);
        let has_systems = systems.iter().any(|id| untrack(|| desk.library.find::<System>(*id)).is_some());
        let (past, planned) = (past(desk, &systems), planned(desk, &request, &lines));
        if same.is_empty() && past.is_empty() && planned.is_empty() {
            return has_systems.then(|| view! { <p class="small soft">{said.fair_none}</p> }).into_any();
        }
        view! { <h3>{said.fair}</h3> <p class="small soft">{said.fair_lead}</p> <Rows>{same}{planned}{past}</Rows> }
            .into_any()
    };
    view! { <div class="stack stack--tight">{dynamic(body)}</div> }
}

fn read(dealt: &Dealt) -> Deal {
    Deal::of(&standing(dealt))
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

/// What tasks of the home say that it costs, with the day on which that was noted last.
fn planned(desk: Desk, request: &Request, lines: &[Line]) -> Vec<AnyView> {
    let words = desk.words();
    let said = words.trust();
    let found = untrack(|| {
        let tasks = desk.library.shelf::<Task>();
        let same = tasks.values().filter(|task| is_planned(task.id, &task.letter, request, lines));
        let told =
            same.filter_map(|task| Some((task.id, task.letter.title.clone(), task.latest, cost(&task.letter, &[])?)));
        told.collect::<Vec<_>>()
    });
    let rows = found.into_iter().map(|(id, title, latest, Cost { min_cents, max_cents, .. })| {
        let noted = i64::try_from(latest.at_ms).map(Instant).unwrap_or_default();
        let text = (said.planned)(&words.day(noted.date(HOME_AHEAD_MINUTES)));
        let end = (said.range)(&money(words, min_cents), &money(words, max_cents));
        view! { <Row title href=format!("/plan/{id}") text=text.into_any() end=end.into_any() /> }.into_any()
    });
    rows.collect()
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
