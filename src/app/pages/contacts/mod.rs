//! The people and firms of the home, and beside them the one that was picked.

mod boxes;
mod form;
mod list;
mod page;
mod reach;

use super::panes::{Panes, use_picked, use_picked_title};
pub use form::ContactForm;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
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
    let picked = use_picked();
    let title = use_picked_title::<Contact>(picked, |words| words.frame.contacts, |contact| &contact.name);
    let list = view! { <list::ContactList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {move || picked.get().map(|id| view! { <page::ContactPage id /> })}
        </Panes>
    }
}
