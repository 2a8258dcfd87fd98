//! The papers of the home, and beside them the one that was picked.

mod boxes;
mod facts;
mod form;
mod list;
mod page;
mod pdf;
pub(super) mod viewer;

use super::Panes;
use crate::desk::use_desk;
pub use form::DocumentForm;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};
use model::RecordId;
use model::document::Document;

/// The papers, and one of them.
pub struct Documents;

#[lazy_route]
impl LazyRoute for Documents {
    fn data() -> Self {
        Self
    }

    fn view(_this: Self) -> AnyView {
        view! { <Both /> }.into_any()
    }
}

#[component]
fn Both() -> impl IntoView {
    let desk = use_desk();
    let params = use_params_map();
    let picked = Memo::new(move |_| params.with(|params| params.get("id")).and_then(|id| id.parse::<RecordId>().ok()));
    let title = Signal::derive(move || {
        let paper = picked.get().and_then(|id| desk.library.find::<Document>(id));
        paper.map_or_else(|| desk.words().frame.documents.to_owned(), |paper| paper.letter.title.clone())
    });
    let list = view! { <list::DocumentList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {move || picked.get().map(|id| view! { <page::DocumentPage id /> })}
        </Panes>
    }
}
