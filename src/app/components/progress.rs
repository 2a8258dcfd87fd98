//! How far a long piece of work has come.

use super::fresh_id;
use leptos::prelude::*;

/// A bar that fills, with its words and its figure.
#[component]
pub fn Progress(
    /// What is going on.
    #[prop(into)]
    label: Signal<String>,
    /// How far it is, in words: "18 of 64 MB".
    #[prop(into)]
    figure: Signal<String>,
    /// How far it is.
    #[prop(into)]
    done: Signal<u64>,
    /// How far it goes; none while that is not known.
    #[prop(into)]
    of: Signal<Option<u64>>,
) -> impl IntoView {
    let id = fresh_id();
    view! {
        <div class="progress">
            <label for=id.clone()>{label}</label>
            <span class="progress__figure">{figure}</span>
            <progress
                class="progress__bar"
                id=id
                max=move || of.get().map(|of| of.max(1).to_string())
                value=move || of.get().map(|_| done.get().to_string())
            />
        </div>
    }
}
