//! The ledger: months with their sum, and under each its entries.

use leptos::prelude::*;

/// The head of a month (or a year): its name, and what was spent in it.
#[component]
pub fn MonthHead(
    /// Its name.
    #[prop(into)]
    name: String,
    /// What was spent; empty for nothing.
    #[prop(optional, into)]
    sum: String,
) -> impl IntoView {
    view! {
        <div class="timeline__month">
            <h2 class="timeline__month-name">{name}</h2>
            <span class="timeline__sum money">{sum}</span>
        </div>
    }
}
