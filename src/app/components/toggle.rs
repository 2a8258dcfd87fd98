//! Something that is on or off.

use leptos::prelude::*;

/// A switch.
#[component]
pub fn Toggle(
    /// What is on or off.
    #[prop(into)]
    label: String,
    /// What that means.
    #[prop(optional, into)]
    hint: String,
    /// Whether it is on.
    #[prop(into)]
    on: Signal<bool>,
    /// Switched.
    on_change: Callback<bool>,
) -> impl IntoView {
    view! {
        <label class="toggle">
            <span class="toggle__text">
                {label} {(!hint.is_empty()).then(|| view! { <span class="toggle__hint">{hint}</span> })}
            </span>
            <input
                class="toggle__input"
                type="checkbox"
                role="switch"
                prop:checked=on
                on:change=move |event| on_change.run(event_target_checked(&event))
            />
        </label>
    }
}
