//! The bar above a page: what it is, the way back, what can be done.

use super::dynamic;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// The bar of a place: its name is the page's heading.
#[component]
pub fn TopBar(
    /// What the page is.
    #[prop(into)]
    title: Signal<String>,
    /// Address and words of the way back; a page below another has one, and its heading stands in the page.
    #[prop(optional)]
    back: Option<(String, String)>,
    /// The way back closes a task.
    #[prop(optional)]
    closes: bool,
    /// Its name is the heading although it is below another.
    #[prop(optional)]
    named: bool,
    /// The pages above this one, the highest first, each as address and name; shown where there is room.
    #[prop(optional)]
    trail: Vec<(String, String)>,
    /// What the trail is, for a screen reader.
    #[prop(optional, into)]
    trail_label: String,
    /// Something else in the page is its heading.
    #[prop(optional, into)]
    aside: Signal<bool>,
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let below = back.is_some() && !closes && !named;
    view! {
        <header class="top-bar">
            <div class="top-bar__lead">
                {back.map(|(href, words)| view! {
                    <a href=href class="button button--quiet button--icon top-bar__back" aria-label=words>
                        <Icon glyph=if closes { Glyph::X } else { Glyph::ARROW_LEFT } class="button__icon" />
                    </a>
                })}
                {(!trail.is_empty()).then(|| view! { <Trail trail label=trail_label title /> })}
                {dynamic(move || match below || aside.get() {
                    true => view! { <p class="top-bar__title">{title}</p> }.into_any(),
                    false => view! { <h1 class="top-bar__title">{title}</h1> }.into_any(),
                })}
            </div>
            {children.map(|children| children())}
        </header>
    }
}

/// The way down to a page.
#[component]
fn Trail(trail: Vec<(String, String)>, label: String, title: Signal<String>) -> impl IntoView {
    let above = trail.into_iter().map(|(href, name)| {
        view! {
            <span class="top-bar__trail-item">
                <a href=href>{name}</a>
                <Icon glyph=Glyph::CHEVRON_RIGHT />
            </span>
        }
    });
    view! {
        <nav class="top-bar__trail" aria-label=label>
            {above.collect_view()}
            <span class="top-bar__trail-item"><span aria-current="page">{title}</span></span>
        </nav>
    }
}
