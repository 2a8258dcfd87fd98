//! The people and firms of the home, and beside them the one that was picked.

mod boxes;
mod form;
mod list;
mod page;
mod reach;

use super::panes::{Panes, use_picked, use_picked_title};
use crate::components::dynamic;
use crate::route::Draw;
pub use form::contact_form;
use leptos::prelude::*;
use model::contact::Contact;

/// The contacts, and one of them.
#[lazy]
pub fn contacts() -> Draw {
    || view! { <Both /> }.into_any()
}

#[component]
fn Both() -> impl IntoView {
    let picked = use_picked();
    let title = use_picked_title::<Contact>(picked, |words| words.frame().contacts, |contact| &contact.name);
    let list = view! { <list::ContactList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {dynamic(move || picked.get().map(|id| view! { <page::ContactPage id /> }))}
        </Panes>
    }
}
