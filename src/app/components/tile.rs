//! Something to choose by its picture: a box to tick, as large as a thumb.

use super::fresh_id;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// A picture to press, among others.
#[component]
pub fn Tile(
    /// What it is.
    #[prop(into)]
    name: String,
    /// Where its picture is: a symbol in an SVG.
    #[prop(into)]
    picture: String,
    /// Beside it while it is chosen.
    #[prop(into)]
    chosen: String,
    /// What is to be known of it before.
    #[prop(optional, into)]
    note: String,
    /// Whether it is chosen.
    #[prop(into)]
    on: Signal<bool>,
    /// Chosen, or not any more.
    on_change: Callback<bool>,
) -> impl IntoView {
    let note_id = (!note.is_empty()).then(fresh_id);
    let described = note_id.clone();
    view! {
        <label class="tile">
            <input
                class="tile__input"
                type="checkbox"
                aria-label=name.clone()
                aria-describedby=described
                prop:checked=on
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
            <span class="tile__face">
                <Drawing picture class="tile__picture" />
                <span class="tile__name">{name}</span>
                {note_id.map(|id| view! { <span class="tile__note" id=id>{note}</span> })}
                <span class="tile__mark" aria-hidden="true"><Icon glyph=Glyph::CHECK />{chosen}</span>
            </span>
        </label>
    }
}

/// A picture that says nothing to a screen reader.
#[component]
pub fn Drawing(
    /// Where it is: a symbol in an SVG.
    picture: String,
    /// Classes beside `icon`.
    #[prop(default = "")]
    class: &'static str,
) -> impl IntoView {
    view! { <svg class=format!("icon {class}") viewBox="0 0 24 24" aria-hidden="true"><use href=picture /></svg> }
}
