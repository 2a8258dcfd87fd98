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

use super::panes::{Panes, use_picked, use_picked_title};
pub use group::zone_name;
use leptos::prelude::*;
use leptos_router::{LazyRoute, lazy_route};
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
    let picked = use_picked();
    let title = use_picked_title::<System>(picked, |words| words.frame.systems, |system| &system.name);
    let list = view! { <list::SystemList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {move || picked.get().map(|id| view! { <page::SystemPage id /> })}
        </Panes>
    }
}
