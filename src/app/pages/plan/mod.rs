//! What is ahead: the plan, one task of it, and what the home's systems usually need.

mod act;
mod chart;
mod filter;
mod history;
mod line;
mod list;
mod people;
mod replaced;
mod task;
mod usual;
mod year;

use crate::desk::use_desk;
use crate::pages::NotFound;
use crate::route::Draw;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use model::RecordId;

/// The plan and what belongs to it: by the end of its address the plan itself, what systems usually need, or one task.
#[lazy]
pub fn plan() -> Draw {
    || view! { <Plan /> }.into_any()
}

#[component]
fn Plan() -> impl IntoView {
    people::provide(use_desk());
    let params = use_params_map();
    let id = Memo::new(move |_| params.with(|params| params.get("id")));
    move || match id.get() {
        None => view! { <list::PlanPage /> }.into_any(),
        Some(end) if end == "usual" => view! { <usual::UsualPage /> }.into_any(),
        Some(end) => match end.parse::<RecordId>() {
            Ok(id) => view! { <task::TaskPage id /> }.into_any(),
            Err(_) => view! { <NotFound /> }.into_any(),
        },
    }
}
