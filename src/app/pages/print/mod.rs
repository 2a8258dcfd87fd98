//! On paper: the history report of a home, put together on the screen, and the one-page summary of a system.

mod costs;
mod cover;
mod facts;
mod left_out;
mod lists;
mod mentions;
mod panel;
mod papers;
mod parts;
mod pictures;
mod summary;
mod systems;
mod timeline;
mod wish;

use super::logbook::address;
use super::logbook::found::search;
use crate::components::{TopBar, When, whenever};
use crate::data::{Finder, Standing};
use crate::desk::{Desk, use_desk};
use crate::route::Draw;
use costs::Costs;
use cover::{Cover, HomeFacts};
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use lists::{Contacts, Items};
use model::entry::Entry;
use panel::Panel;
use papers::{Certificates, Documents, Warranties};
use parts::Given;
use pictures::Pictures;
pub use summary::system_summary;
use systems::Systems;
use timeline::Timeline;
use wish::{Part, Wish};

/// The history report.
#[lazy]
pub fn print() -> Draw {
    || view! { <Report /> }.into_any()
}

#[component]
fn Report() -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let said = words.print();
    let query = use_query_map();
    let wish = Memo::new(move |_| query.with(Wish::read));
    // What is hidden and which sections there are does not choose entries.
    let choosing = Memo::new(move |_| {
        let wish = wish.get();
        Wish { parts: Vec::new(), hidden: Default::default(), ..wish }
    });
    let entries = Memo::new(move |_| chosen(desk, &choosing.get()));
    let given = Given { desk, wish, entries };
    let pictures = Pictures::default();
    let has = move |part: Part| Signal::derive(move || wish.with(|wish| wish.has(part)));
    let back = Signal::derive(move || format!("/logbook{}", wish.with(|wish| address::query(&wish.filter))));
    set_title(said.title);
    view! {
        <TopBar title=said.title back=(back.get_untracked(), words.common().back.to_owned()) aside=true />
        <main id="main" tabindex="-1">
            <div class="print-sheet stack stack--loose">
                <Panel given back pictures />
                <Cover given pictures />
                <When is=has(Part::Home)><HomeFacts /></When>
                <When is=has(Part::Systems)><Systems given /></When>
                <When is=has(Part::Timeline)><Timeline given pictures /></When>
                <When is=has(Part::Costs)><Costs given /></When>
                <When is=has(Part::Certificates)><Certificates given /></When>
                <When is=has(Part::Warranties)><Warranties given /></When>
                <When is=has(Part::Documents)><Documents given /></When>
                <When is=has(Part::Contacts)><Contacts given /></When>
                <When is=has(Part::Items)><Items given /></When>
                <p class="print-sheet__foot">{said.foot}</p>
            </div>
        </main>
    }
}

/// Sets the title of the tab, which browsers print and propose as the name of a PDF.
fn set_title(title: &'static str) {
    let desk = use_desk();
    whenever(move || {
        let home = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
        let product = desk.words().common().product;
        crate::browser::page::set_title(&parts::joined(&[title, &home, product]));
    });
}

/// The entries that are wished for, newest first.
fn chosen(desk: Desk, wish: &Wish) -> Vec<Standing<Entry>> {
    let entries = desk.library.entries.get();
    let passes = |entry: &&Standing<Entry>| wish.passes(&entry.letter);
    if wish.filter.query.is_empty() {
        return entries.iter().filter(passes).cloned().collect();
    }
    let found = search(desk, &mut Finder::default(), &entries, &wish.filter.query);
    found.into_iter().map(|at| &entries[at]).filter(passes).cloned().collect()
}
