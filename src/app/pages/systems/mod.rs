//! The systems of the home by zone, and beside them the one that was picked.

mod age;
mod cost;
mod group;
mod head;
mod history;
mod identity;
mod list;
mod page;
mod papers;

use super::Panes;
use crate::desk::use_desk;
pub use group::zone_name;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use leptos_router::{LazyRoute, lazy_route};
use model::RecordId;
use model::system::System;

/// The systems, and one of them.
pub struct Systems;

#[lazy_route]
impl LazyRoute for Systems {
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
        let system = picked.get().and_then(|id| desk.library.find::<System>(id));
        system.map_or_else(|| desk.words().frame.systems.to_owned(), |system| system.letter.name.clone())
    });
    let list = view! { <list::SystemList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {move || picked.get().map(|id| view! { <page::SystemPage id /> })}
        </Panes>
    }
}
