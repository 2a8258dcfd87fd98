//! The logbook: every entry by month, searched and filtered, and the one that was picked beside it.

pub(super) mod address;
mod chips;
mod empty;
pub(super) mod found;
mod keys;
mod list;
mod marks;
mod row;

use crate::components::dynamic;
use crate::desk::use_desk;
use crate::pages::entry::EntryPane;
use crate::pages::panes::Panes;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::{use_params_map, use_query_map};
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
    let (params, address) = (use_params_map(), use_query_map());
    let is_picked = Memo::new(move |_| params.with(|params| params.get_str("id").is_some()));
    let picked = Memo::new(move |_| params.with(|params| params.get_str("id")?.parse::<RecordId>().ok()));
    let query = Memo::new(move |_| address.with(|address| address::query(&address::filter(address))));
    let title = Signal::derive(move || {
        let entry = picked.get().and_then(|id| desk.library.entry(id));
        entry.map_or_else(|| desk.words().logbook().title.to_owned(), |entry| entry.letter.title.clone())
    });
    let list = view! { <List picked is_picked /> }.into_any();
    view! {
        <Panes title picked=is_picked list>
            {dynamic(move || {
                let id = picked.get();
                view! { <EntryPane id query /> }
            })}
        </Panes>
    }
}
