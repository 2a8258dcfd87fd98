//! Questions that most people leave for later, folded away.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// A part of a form that opens when it is wanted.
#[component]
pub fn More(
    /// What is in it.
    #[prop(into)]
    summary: String,
    /// It is open from the start.
    #[prop(optional, into)]
    open: Signal<bool>,
    /// The questions.
    children: Children,
) -> impl IntoView {
    view! {
        <details class="more" open=open>
            <summary class="more__head">
                <Icon glyph=Glyph::PLUS />
                {summary}
                <Icon glyph=Glyph::CHEVRON_DOWN />
            </summary>
            <div class="more__body">{children()}</div>
        </details>
    }
}
