//! What a system has cost so far, year by year.

use crate::components::{Bar, Bars, FactLine, Facts};
use crate::data::timeline;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::money::rand_cents;
use model::system::System;
use model::{Money, RecordId};
use std::collections::BTreeMap;

/// What the entries about it cost.
#[component]
pub fn Cost(
    /// The system.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let years = Memo::new(move |_| {
        let mut years: BTreeMap<i32, i64> = BTreeMap::new();
        desk.library.entries.with(|entries| {
            for entry in entries.iter().filter(|entry| entry.letter.systems.contains(&id)) {
                let cents = rand_cents(entry.letter.cost.as_ref());
                if let Some(when) = entry.letter.when.filter(|_| cents > 0) {
                    *years.entry(when.year()).or_default() += cents;
                }
            }
        });
        years.into_iter().collect::<Vec<_>>()
    });
    move || {
        let words = desk.words();
        let years = years.get();
        let most = years.iter().map(|(_, cents)| *cents).max().unwrap_or_default();
        if most == 0 {
            return view! { <p class="soft">{words.system().cost_empty}</p> }.into_any();
        }
        let bar = |(year, cents): &(i32, i64)| Bar {
            name: year.to_string(),
            figure: words.money(&Money::rand(*cents)),
            share_permille: u32::try_from(cents * 1000 / most).unwrap_or(1000),
        };
        let bars: Vec<Bar> = years.iter().map(bar).collect();
        let installed = desk.library.find::<System>(id).and_then(|system| system.letter.installed);
        let since =
            installed.map_or(words.system().spent.to_owned(), |date| (words.system().spent_since)(&words.date(date)));
        let spent = desk.library.entries.with(|entries| timeline::spent_on(entries, id));
        let lines = vec![FactLine::words(since, words.money(&Money::rand(spent)))];
        view! {
            <Bars caption=words.system().cost_by_year bars=Signal::derive(move || bars.clone()) />
            <Facts lines sums=true />
        }
        .into_any()
    }
}
