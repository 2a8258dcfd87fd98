//! Nothing here yet: what belongs here, one example, one button.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// An empty place.
#[component]
pub fn Empty(
    /// What belongs here, drawn.
    glyph: Glyph,
    /// What belongs here.
    #[prop(into)]
    title: String,
    /// Why it is worth it.
    #[prop(into)]
    text: String,
    /// An example.
    #[prop(optional)]
    example: Option<AnyView>,
    /// The button.
    #[prop(optional)]
    action: Option<AnyView>,
) -> impl IntoView {
    view! {
        <div class="empty">
            <Icon glyph class="empty__icon" />
            <h2 class="empty__title">{title}</h2>
            <p class="empty__text">{text}</p>
            {example.map(|example| view! { <div class="empty__example">{example}</div> })}
            {action}
        </div>
    }
}
