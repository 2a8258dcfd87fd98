//! Faults and what becomes of them, the emergency cards, what an insurer is given, and the page of who reports by a label.

mod claim;
mod emergency;
mod list;
mod page;
mod stranger;

use crate::route::Draw;
pub use claim::fault_claim;
pub use emergency::emergency;
use leptos::prelude::*;
use leptos_router::hooks::use_params_map;
use list::List;
use model::RecordId;
use page::FaultPage;
pub use stranger::fault_by_label;

/// The faults, or one of them.
#[lazy]
pub fn faults() -> Draw {
    || {
        let params = use_params_map();
        let id = Memo::new(move |_| params.with(|params| params.get_str("id").map(|id| id.parse::<RecordId>().ok())));
        let shown = move || match id.get() {
            None => view! { <List /> }.into_any(),
            Some(id) => view! { <FaultPage id /> }.into_any(),
        };
        shown.into_any()
    }
}
