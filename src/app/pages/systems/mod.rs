//! The systems of the home by zone, and beside them the one that was picked.

mod age;
mod cost;
mod flags;
mod group;
mod head;
mod history;
mod identity;
mod list;
mod page;
mod papers;

use super::panes::{Panes, use_picked, use_picked_title};
use crate::components::dynamic;
use crate::route::Draw;
pub use age::{AgeRing, Standing as Age};
pub use group::zone_name;
use leptos::prelude::*;
use model::system::System;

/// The systems, and one of them.
#[lazy]
pub fn systems() -> Draw {
    || view! { <Both /> }.into_any()
}

#[component]
fn Both() -> impl IntoView {
    let picked = use_picked();
    let title = use_picked_title::<System>(picked, |words| words.frame().systems, |system| &system.name);
    let list = view! { <list::SystemList picked /> }.into_any();
    view! {
        <Panes title picked=Signal::derive(move || picked.get().is_some()) list>
            {dynamic(move || picked.get().map(|id| view! { <page::SystemPage id /> }))}
        </Panes>
    }
}
