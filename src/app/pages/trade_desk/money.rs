//! The money: what is owed, and what jobs left over.

use super::jobs::now;
use super::owed::owed_view;
use super::profit::ProfitPart;
use crate::components::dynamic;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::trade_desk::Job;
use model::trade_desk::owed::owed;

/// Both of them.
#[component]
pub fn MoneyPart(
    /// All jobs.
    jobs: Signal<Vec<Job>>,
) -> impl IntoView {
    let desk = use_desk();
    view! {
        {dynamic(move || owed_view(desk, &jobs.with(|jobs| owed(jobs, now().today()))))}
        <ProfitPart jobs />
    }
}
