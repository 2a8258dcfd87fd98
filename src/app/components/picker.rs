//! Take a photo or choose a file: the browser's own input under a button's face.

use super::icon::{Glyph, Icon};
use leptos::ev::Event;
use leptos::prelude::*;

/// A button that opens the camera or the file chooser.
#[component]
pub fn Picker(
    /// What it does.
    #[prop(into)]
    label: String,
    /// A drawing.
    glyph: Glyph,
    /// What may be chosen: `image/*`, `.pdf,image/*`.
    #[prop(default = "image/*")]
    accept: &'static str,
    /// Opens the camera at once.
    #[prop(optional)]
    capture: bool,
    /// More than one may be chosen.
    #[prop(optional)]
    multiple: bool,
    /// As a wide field that says what to take.
    #[prop(optional, into)]
    drop_hint: String,
    /// Quieter than a button.
    #[prop(optional)]
    quiet: bool,
    /// Files were chosen; the event's target holds them.
    on_pick: Callback<Event>,
) -> impl IntoView {
    let wide = !drop_hint.is_empty();
    let face = if wide {
        view! {
            <span class="picker__drop">
                <Icon glyph />
                {label.clone()}
                <span class="picker__hint">{drop_hint}</span>
            </span>
        }
        .into_any()
    } else {
        let class = if quiet { "button button--quiet" } else { "button" };
        view! { <span class=class aria-hidden="true"><Icon glyph class="button__icon" />{label.clone()}</span> }
            .into_any()
    };
    view! {
        <span class="picker" class:picker--wide=wide>
            <input
                class="picker__input"
                type="file"
                accept=accept
                capture=capture.then_some("environment")
                multiple=multiple
                aria-label=label
                on:change=move |event| on_pick.run(event)
            />
            {face}
        </span>
    }
}
