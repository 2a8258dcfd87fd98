//! Sides of the same thing, one of them shown. Each has an address, so that it can be linked to and gone back from.

use leptos::prelude::*;

/// A side.
#[derive(Clone, Debug, PartialEq)]
pub struct Tab {
    /// Its name.
    pub name: String,
    /// Where it is.
    pub href: String,
    /// Whether it is shown.
    pub current: Signal<bool>,
}

/// The names of the sides; the page draws the current one below.
#[component]
pub fn Tabs(
    /// What the sides are of, for a screen reader.
    #[prop(into)]
    label: String,
    /// The sides.
    tabs: Vec<Tab>,
) -> impl IntoView {
    let tabs = tabs.into_iter().map(|Tab { name, href, current }| {
        view! { <a class="tabs__tab" href=href data-noscroll="true" aria-current=move || current.get().then_some("page")>{name}</a> }
    });
    view! { <nav class="tabs__list" aria-label=label>{tabs.collect_view()}</nav> }
}
