//! Photos in a grid, the first as wide as the page where it leads.

use leptos::prelude::*;

/// A grid of `Photo`s.
#[component]
pub fn Photos(
    /// The first is as wide as the page.
    #[prop(optional)]
    lead: bool,
    /// The photos.
    children: Children,
) -> impl IntoView {
    view! { <div class="photos" class:photos--lead=lead>{children()}</div> }
}
