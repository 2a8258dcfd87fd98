//! On paper: the history report of a home, put together on the screen, and the one-page summary of a system.

mod blocks;
mod cover;
mod held;
mod panel;
mod pdf;
mod pictures;
mod summary;
mod systems;
mod timeline;
mod written;

use super::logbook::address;
use crate::components::{TopBar, whenever};
use crate::desk::use_desk;
use crate::route::Draw;
use blocks::Section;
pub use blocks::{drawn, lines, table};
use cover::Cover;
pub use held::Held;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;
use panel::Panel;
pub use pictures::{Pictures, PrintButton};
use report::{Part, Wish, joined};
pub use summary::system_summary;
use written::written;

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
    let wish = Memo::new(move |_| query.with(|query| Wish::read(|name| query.get(name))));
    let written = written(desk, wish);
    let pictures = Pictures::default();
    let back = Signal::derive(move || format!("/logbook{}", wish.with(|wish| address::ending(wish.filter.pairs()))));
    let parts = Part::ALL.into_iter().filter(|part| part.is_section());
    let sections = parts.map(|part| view! { <Section part written pictures /> }.into_any()).collect_view();
    set_title(said.title);
    view! {
        <TopBar title=said.title back=(back.get_untracked(), words.common().back.to_owned()) aside=true />
        <main id="main" tabindex="-1">
            <div class="print-sheet stack stack--loose">
                <Panel wish back pictures />
                <Cover written pictures />
                {sections}
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
        crate::browser::page::set_title(&joined(&[title, &home, product]));
    });
}
