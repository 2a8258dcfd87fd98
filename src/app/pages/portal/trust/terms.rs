//! The trade's terms in a line: each opens its explanation in place.

use crate::desk::use_desk;
use leptos::prelude::*;

/// The terms; nothing where there is none.
#[component]
pub fn Terms(text: String) -> impl IntoView {
    let found = use_desk().words().glossary().terms_in(&text);
    let terms = found.into_iter().map(|(term, stands_for, meaning)| {
        view! {
            <details class="portal__term">
                <summary>{*term}</summary>
                <p class="small"><b>{*stands_for}</b> " " {*meaning}</p>
            </details>
        }
    });
    view! { <div class="portal__terms-of">{terms.collect_view()}</div> }
}
