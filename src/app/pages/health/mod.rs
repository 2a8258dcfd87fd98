//! How the home stands, and each of its systems: the score, how far it can be trusted, why points are missing and what to do about it.

mod home;
mod how;
mod line;
mod system;
mod told;

use crate::data;
use crate::deeds::inspection;
use crate::desk::Desk;
use crate::pages::panes::use_picked;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use model::health::{HomeHealth, looked_at};
pub use told::{causes, ring, standing};

/// How the home or one of its systems stands; on a system's own page a line of it.
#[lazy]
pub fn health() -> Draw {
    || view! { <Health /> }.into_any()
}

#[component]
fn Health() -> impl IntoView {
    let is_page = use_location().pathname.with_untracked(|path| path.starts_with("/health"));
    let picked = use_picked();
    move || match (is_page, picked.get()) {
        (true, None) => view! { <home::HomePage /> }.into_any(),
        (true, Some(id)) => view! { <system::SystemPage id /> }.into_any(),
        (false, Some(id)) => view! { <line::SystemLine id /> }.into_any(),
        (false, None) => ().into_any(),
    }
}

/// How the open home stands; tracks what it reads.
pub fn of_home(desk: Desk) -> HomeHealth {
    let inspections = inspection::all(desk);
    let looked = inspections.iter().flat_map(|(_, inspection)| looked_at(inspection)).collect();
    data::health(&desk.library, desk.today(), looked)
}
