//! How a system stands, in one line on its own page.

use super::{of_home, standing};
use crate::components::dynamic;
use crate::desk::use_desk;
use leptos::prelude::*;
use model::RecordId;

/// The line; nothing of a system that is out of use.
#[component]
pub fn SystemLine(
    /// The system.
    id: RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let health = Memo::new(move |_| of_home(desk).system(id).map(|system| system.health));
    dynamic(move || {
        let said = desk.words().health();
        health.get().map(|health| {
            view! {
                <p class="small">
                    {said.title}": " {standing(desk, health)} ". "
                    <a class="paperless" href=format!("/health/{id}")>{said.all}</a>
                </p>
            }
        })
    })
}
