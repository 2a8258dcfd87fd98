//! What stands first: which home, when it was printed, how much there is, and what is known of the home.

use crate::components::{Facts, Section};
use crate::data::Standing;
use crate::data::timeline::Filter;
use crate::desk::{Desk, use_desk};
use crate::pages::property::{address, built, switched_off};
use leptos::prelude::*;
use model::Money;
use model::contact::Contact;
use model::entry::Entry;
use model::system::System;

/// The cover lines.
#[component]
pub fn Cover(
    /// The entries on paper.
    entries: Memo<Vec<Standing<Entry>>>,
    /// By what they were chosen.
    filter: Memo<Filter>,
) -> impl IntoView {
    let desk = use_desk();
    move || {
        let words = desk.words();
        let said = words.print();
        let property = desk.library.property();
        let name = property.as_ref().map(|property| property.letter.name.clone()).unwrap_or_default();
        let street = property.as_ref().map(|property| address(&property.letter)).unwrap_or_default();
        let (count, since) =
            entries.with(|entries| (entries.len(), entries.last().and_then(|first| first.letter.when)));
        let number = words.number(i64::try_from(count).unwrap_or(i64::MAX));
        let count = (words.logbook().entries)(&number, count);
        let count = match since.map(|since| since.first()) {
            Some(since) => (said.since)(&count, &format!("{} {}", words.month(since.month()), since.year())),
            None => count,
        };
        let only = filter.with(|filter| only(desk, filter));
        let account = desk.account.with(|account| account.as_ref().map(|account| account.email.clone()));
        view! {
            <header class="print-sheet__head">
                <div>
                    <h1>{(said.heading)(&name)}</h1>
                    <p>{street}</p>
                    {(!only.is_empty()).then(|| view! { <p class="small">{(said.only)(&only)}</p> })}
                </div>
                <div class="print-sheet__about small">
                    <p>{(said.printed)(&words.day(desk.today()))}</p>
                    <p>{count}</p>
                    {account.map(|account| view! { <p>{account}</p> })}
                </div>
            </header>
        }
    }
}

/// A filter in words.
fn only(desk: Desk, filter: &Filter) -> String {
    let words = desk.words();
    let query = filter.query.trim();
    let parts = [
        (!query.is_empty()).then(|| (words.entry().quoted)(query)),
        filter.sort.map(|sort| (words.choice().entry)(sort).to_owned()),
        filter.system.and_then(|id| desk.library.find::<System>(id)).map(|system| system.letter.name.clone()),
        filter.year.map(|year| year.to_string()),
        filter.contact.and_then(|id| desk.library.find::<Contact>(id)).map(|contact| contact.letter.name.clone()),
        filter.cents_min.map(|cents| (words.logbook().cost_from)(&words.money_round(&Money::rand(cents)))),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(", ")
}

/// What is known of the home.
#[component]
pub fn HomeFacts() -> impl IntoView {
    let desk = use_desk();
    move || {
        let property = desk.library.property()?;
        let mut lines = built(desk, &property.letter);
        lines.extend(switched_off(desk, &property.letter));
        Some(view! { <Section title=desk.words().print().home><Facts lines /></Section> })
    }
}
