//! The people and firms of the home, and beside them the one that was picked.

mod boxes;
mod form;
mod list;
mod page;
mod reach;

use super::Panes;
use crate::desk::use_desk;
pub use form::ContactForm;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};
use model::RecordId;
use model::contact::Contact;

/// The contacts, and one of them.
pub struct Contacts;

#[lazy_route]
impl LazyRoute for Contacts {
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
        let contact = picked.get().and_then(|id| desk.library.find::<Contact>(id));
        contact.map_or_else(|| desk.words().frame.contacts.to_owned(), |contact| contact.letter.name.clone())
    });
    let list = view! { <list::ContactList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {move || picked.get().map(|id| view! { <page::ContactPage id /> })}
        </Panes>
    }
}
