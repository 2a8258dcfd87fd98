//! What the common property of a scheme will cost, who pays it, and who has to see to what.

mod duties;
mod plan;

use crate::route::Draw;
use duties::DutiesPage;
use leptos::prelude::*;
use leptos_router::hooks::use_location;
use plan::PlanPage;

/// The maintenance plan, or who sees to what; by the second part of its address.
#[lazy]
pub fn estate_plan() -> Draw {
    || match use_location().pathname.with_untracked(|path| path.split('/').nth(2) == Some("duties")) {
        true => view! { <DutiesPage /> }.into_any(),
        false => view! { <PlanPage /> }.into_any(),
    }
}
