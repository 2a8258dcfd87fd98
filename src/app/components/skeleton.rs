//! The shape of what is about to stand here.

use leptos::prelude::*;

/// Lines that wait for their words.
#[component]
pub fn Skeleton(
    /// That something is on its way, for a screen reader.
    #[prop(into)]
    label: String,
    /// How many lines.
    #[prop(default = 4)]
    lines: usize,
) -> impl IntoView {
    view! {
        <div class="skeleton" role="status">
            <span class="unseen">{label}</span>
            {(0..lines).map(|_| view! { <span class="skeleton__line" /> }).collect_view()}
        </div>
    }
}
