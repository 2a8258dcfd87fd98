//! The logbook: every entry by month, searched and filtered, and the one that was picked beside it.

pub(super) mod address;
mod chips;
mod empty;
mod found;
mod keys;
mod list;
mod marks;
mod row;

use crate::desk::use_desk;
use crate::pages::entry::entry_pane;
use crate::pages::panes::Panes;
use crate::route::{Draw, fetched};
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use list::List;
use model::RecordId;

/// The logbook.
#[lazy]
pub fn logbook() -> Draw {
    || view! { <LogbookPage /> }.into_any()
}

#[component]
fn LogbookPage() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let is_picked = Memo::new(move |_| params.with(|params| params.get_str("id").is_some()));
    let picked = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<RecordId>().ok()));
    let title = Signal::derive(move || {
        let entry = picked.get().and_then(|id| desk.library.entry(id));
        entry.map_or_else(|| desk.words().logbook().title.to_owned(), |entry| entry.letter.title.clone())
    });
    let list = view! { <List picked is_picked /> }.into_any();
    view! {
        <Panes title picked=is_picked list>
            {fetched(Signal::stored(true), || Box::pin(entry_pane()))}
        </Panes>
    }
}
