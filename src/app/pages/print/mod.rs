//! The logbook on paper: a cover, the facts of the home, the entries by year with what they cost, and what else is chosen.

mod cover;
mod entries;
mod lists;

use super::logbook::address;
use super::logbook::found::search;
use crate::browser::page;
use crate::components::{Button, Chip, Choices, Glyph, LinkButton, TopBar, Weight, When};
use crate::data::timeline::Filter;
use crate::data::{Finder, Standing};
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
use cover::{Cover, HomeFacts};
use entries::Entries;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use lists::{Contacts, Systems};
use model::entry::Entry;

/// The logbook on paper.
#[lazy]
pub fn print() -> Draw {
    || view! { <PrintPage /> }.into_any()
}

/// What may go on paper.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Home,
    Systems,
    Entries,
    Notes,
    Contacts,
}

#[component]
fn PrintPage() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.print();
    let query = use_query_map();
    let filter = Memo::new(move |_| query.with(address::filter));
    let entries = Memo::new(move |_| chosen(desk, &filter.get()));
    let parts = RwSignal::new(vec![Part::Home, Part::Entries]);
    let has = move |part: Part| move || parts.with(|parts| parts.contains(&part));
    let names = [
        (Part::Home, said.home),
        (Part::Systems, said.systems),
        (Part::Entries, said.entries),
        (Part::Notes, said.notes),
        (Part::Contacts, said.contacts),
    ];
    let options = names.map(|(value, name)| Chip { value, name: name.to_owned(), glyph: None }).to_vec();
    Effect::new(move |_| {
        let words = desk.words();
        page::set_title(&format!("{} · {}", words.print().title, words.common().product));
    });
    let back = move || format!("/logbook{}", filter.with(address::query));
    let print = Callback::new(move |()| page::print());
    view! {
        <TopBar title=said.title back=(back(), words.common().back.to_owned()) aside=true />
        <main id="main" tabindex="-1">
            <div class="print-sheet stack stack--loose">
                <div class="stack paperless">
                    <Choices legend=said.parts options values=parts />
                    <div class="line">
                        <Button label=said.print glyph=Glyph::PRINTER weight=Weight::Primary on_press=print />
                        <LinkButton label=words.common().back href=back() weight=Weight::Quiet />
                    </div>
                </div>
                <Cover entries filter />
                <When is=Signal::derive(has(Part::Home))><HomeFacts /></When>
                <When is=Signal::derive(has(Part::Systems))><Systems /></When>
                <When is=Signal::derive(has(Part::Entries))><Entries entries notes=Signal::derive(has(Part::Notes)) /></When>
                <When is=Signal::derive(has(Part::Contacts))><Contacts /></When>
                <p class="print-sheet__foot">{said.foot}</p>
            </div>
        </main>
    }
}

/// The entries that the logbook's filter lets through, newest first.
fn chosen(desk: Desk, filter: &Filter) -> Vec<Standing<Entry>> {
    let entries = desk.library.entries.get();
    let passes = |entry: &&Standing<Entry>| filter.passes(&entry.letter);
    if filter.query.is_empty() {
        return entries.iter().filter(passes).cloned().collect();
    }
    let found = search(desk, &mut Finder::default(), &entries, &filter.query);
    found.into_iter().map(|at| &entries[at]).filter(passes).cloned().collect()
}
