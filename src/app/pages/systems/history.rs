//! What happened to a system, and to those that it took the place of.

use crate::components::{Empty, Glyph, LinkButton, MonthHead, Weight};
use crate::data::{Kept, Standing};
use crate::desk::{Desk, use_desk};
use crate::pages::{Line, line};
use leptos::prelude::*;
use model::access::Action;
use model::entry::Entry;
use model::money::rand_cents;
use model::system::System;
use model::{Money, RecordId};
use std::sync::Arc;

/// Entries shown of each system; the logbook has the rest.
const ENTRIES_MAX: usize = 40;

/// The history of a system, newest first, then that of each that it took the place of.
#[component]
pub fn History(
    /// The system.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let before = Memo::new(move |_| predecessors(desk, id));
    let earlier = move || {
        let each = before.get().into_iter().map(|system| {
            let words = desk.words();
            let title = (words.system().before_it)(&system.letter.name);
            let of = system.id;
            view! {
                <section class="section">
                    <header class="section__head">
                        <h2 class="section__title">{title}</h2>
                        <a href=format!("/systems/{of}") class="section__action">{words.common().open}</a>
                    </header>
                    <Entries id=of />
                </section>
            }
        });
        each.collect_view()
    };
    view! {
        <Entries id own=true />
        {earlier}
    }
}

/// Those that `id` took the place of, the latest first. Several may have been replaced by one; a circle ends before it repeats.
pub fn predecessors(desk: Desk, id: RecordId) -> Vec<Arc<Kept<System>>> {
    let systems = desk.library.shelf::<System>();
    let mut found: Vec<Arc<Kept<System>>> = Vec::new();
    let mut of = vec![id];
    while let Some(now) = of.pop() {
        for system in systems.values().filter(|system| system.letter.replaced_by == Some(now)) {
            if system.id != id && !found.iter().any(|known| known.id == system.id) {
                found.push(system.clone());
                of.insert(0, system.id);
            }
        }
    }
    found
}

/// The entries about one system, by year.
#[component]
fn Entries(id: RecordId, #[prop(optional)] own: bool) -> impl IntoView {
    let desk = use_desk();
    let entries = Memo::new(move |_| {
        desk.library.entries.with(|entries| {
            entries.iter().filter(|entry| entry.letter.systems.contains(&id)).cloned().collect::<Vec<_>>()
        })
    });
    move || {
        let words = desk.words();
        let all = entries.get();
        if all.is_empty() && !own {
            return view! { <p class="section__note">{words.system().history_empty}</p> }.into_any();
        }
        if all.is_empty() {
            let action = desk.may(Action::Write).then(|| {
                view! { <LinkButton label=words.system().log href=format!("/add?system={id}") glyph=Glyph::PLUS /> }
            });
            return view! {
                <Empty glyph=Glyph::NOTEBOOK_PEN title=words.system().history_empty text="" action=action.into_any() />
            }
            .into_any();
        }
        let rest = (all.len() > ENTRIES_MAX).then(|| {
            let label = (words.system().whole_history)(all.len());
            view! { <LinkButton label href=format!("/logbook?system={id}") weight=Weight::Quiet /> }
        });
        let years = by_year(&all[..all.len().min(ENTRIES_MAX)]).into_iter().map(|year| view! { <Year year /> });
        view! {
            <ol class="timeline">{years.collect_view()}</ol>
            {rest}
        }
        .into_any()
    }
}

/// Entries of one year, in their order.
fn by_year(entries: &[Standing<Entry>]) -> Vec<(Option<i32>, Vec<Standing<Entry>>)> {
    let mut years: Vec<(Option<i32>, Vec<Standing<Entry>>)> = Vec::new();
    for entry in entries {
        let year = entry.letter.when.map(|when| when.year());
        match years.last_mut() {
            Some((last, of)) if *last == year => of.push(entry.clone()),
            _ => years.push((year, vec![entry.clone()])),
        }
    }
    years
}

#[component]
fn Year(year: (Option<i32>, Vec<Standing<Entry>>)) -> impl IntoView {
    let desk = use_desk();
    let (year, entries) = year;
    let cents: i64 = entries.iter().map(|entry| rand_cents(entry.letter.cost.as_ref())).sum();
    let sum = if cents == 0 { String::new() } else { desk.words().money(&Money::rand(cents)) };
    let name = year.map(|year| year.to_string()).unwrap_or_default();
    let lines = entries.into_iter().map(|entry| {
        let line = line(desk, &entry);
        view! { <Line entry line /> }
    });
    view! {
        <li>
            <MonthHead name sum />
            <ol class="timeline__entries">{lines.collect_view()}</ol>
        </li>
    }
}
