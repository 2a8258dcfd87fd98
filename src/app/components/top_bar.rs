//! The bar above a page: what it is, the way back, what can be done.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;
use leptos_router::components::A;

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
    /// What can be done.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let below = back.is_some() && !closes;
    view! {
        <header class="top-bar">
            <div class="top-bar__lead">
                {back.map(|(href, words)| view! {
                    <A href=href attr:class="button button--quiet button--icon top-bar__back" attr:aria-label=words>
                        <Icon glyph=if closes { Glyph::X } else { Glyph::ArrowLeft } class="button__icon" />
                    </A>
                })}
                {if below {
                    view! { <p class="top-bar__title">{title}</p> }.into_any()
                } else {
                    view! { <h1 class="top-bar__title">{title}</h1> }.into_any()
                }}
            </div>
            {children.map(|children| children())}
        </header>
    }
}
