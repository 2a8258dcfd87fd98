//! The name and the mark: an open book in the shape of a house.

use leptos::prelude::*;

/// The name with its mark, leading home.
#[component]
pub fn Brand(
    /// The name.
    #[prop(into)]
    name: String,
) -> impl IntoView {
    view! {
        <a href="/" class="brand">
            <svg class="brand__mark" viewBox="0 0 24 24" aria-hidden="true">
                <path
                    fill-rule="evenodd"
                    d="M12 1.5 22 9.6V21a1.5 1.5 0 0 1-1.5 1.5h-17A1.5 1.5 0 0 1 2 21V9.6zM7 10v9.5h1.4V10zm3.6 1.2v1.5h6.9v-1.5zm0 3.6v1.5h6.9v-1.5z"
                />
            </svg>
            {name}
        </a>
    }
}
