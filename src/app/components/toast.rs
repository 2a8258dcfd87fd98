//! What has just happened, with a way back, for a while.

use super::dynamic;
use leptos::prelude::*;

/// What is said, and how it is taken back.
#[derive(Clone)]
pub struct Toast {
    /// What happened.
    pub text: String,
    /// The word of the way back, and the way back.
    pub undo: Option<(String, Callback<()>)>,
}

/// The place of toasts, one of which is shown at a time; a live region that is always in the page.
#[component]
pub fn Toasts(
    /// What is shown.
    toast: RwSignal<Option<Toast>>,
) -> impl IntoView {
    let shown = move || {
        toast.get().map(|Toast { text, undo }| {
            let undo = undo.map(|(word, back)| {
                let press = move |_| {
                    toast.set(None);
                    back.run(());
                };
                view! { <button class="button" type="button" on:click=press>{word}</button> }
            });
            view! { <div class="toast"><span class="toast__text">{text}</span>{undo}</div> }
        })
    };
    view! { <div class="toasts" role="status">{dynamic(shown)}</div> }
}
