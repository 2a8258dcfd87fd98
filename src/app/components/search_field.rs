//! Looking for words.

use super::dynamic;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// A search box.
#[component]
pub fn SearchField(
    /// What is searched: its label and its example.
    #[prop(into)]
    label: String,
    /// The word on the button that empties it.
    #[prop(into)]
    clear: String,
    /// What is typed.
    value: RwSignal<String>,
) -> impl IntoView {
    view! {
        <div class="search-field" role="search">
            <Icon glyph=Glyph::SEARCH class="search-field__icon" />
            <input
                class="input search-field__input"
                type="search"
                autocomplete="off"
                aria-label=label.clone()
                placeholder=label
                prop:value=value
                on:input=move |event| value.set(event_target_value(&event))
            />
            {dynamic(move || (!value.with(String::is_empty)).then(|| view! {
                <button
                    class="button button--quiet button--icon search-field__clear"
                    type="button"
                    aria-label=clear.clone()
                    on:click=move |_| value.set(String::new())
                >
                    <Icon glyph=Glyph::X class="button__icon" />
                </button>
            }))}
        </div>
    }
}
