//! The papers of the home, and beside them the one that was picked.

mod boxes;
mod facts;
mod form;
mod list;
mod page;
mod pdf;
pub(super) mod viewer;

use super::panes::{Panes, use_picked, use_picked_title};
use crate::components::dynamic;
use crate::route::Draw;
pub use form::document_form;
use leptos::prelude::*;
use model::document::Document;

/// The papers, and one of them.
#[lazy]
pub fn documents() -> Draw {
    || view! { <Both /> }.into_any()
}

#[component]
fn Both() -> impl IntoView {
    let picked = use_picked();
    let title = use_picked_title::<Document>(picked, |words| words.frame().documents, |document| &document.title);
    let list = view! { <list::DocumentList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {dynamic(move || picked.get().map(|id| view! { <page::DocumentPage id /> }))}
        </Panes>
    }
}
