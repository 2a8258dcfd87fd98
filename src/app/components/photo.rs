//! Photos, large, each with its caption.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// A photo of a record, wherever its picture comes from.
#[component]
pub fn Photo(
    /// Where the picture is; none while it is fetched or only on its sender's device.
    #[prop(into)]
    source: Signal<Option<String>>,
    /// What it shows.
    #[prop(into)]
    caption: String,
    /// Words in place of a picture that is not here.
    #[prop(into)]
    waiting: String,
    /// What pressing it does, in words.
    #[prop(into)]
    open_label: String,
    /// Pressed.
    #[prop(optional, into)]
    on_open: Option<Callback<()>>,
    /// Words and act of the cross that takes it away.
    #[prop(optional)]
    remove: Option<(String, Callback<()>)>,
) -> impl IntoView {
    let described = if caption.is_empty() { open_label.clone() } else { caption.clone() };
    let picture = move || match source.get() {
        Some(source) => view! {
            <button
                class="photo__open"
                type="button"
                aria-label=open_label.clone()
                on:click=move |_| {
                    if let Some(open) = on_open {
                        open.run(());
                    }
                }
            >
                <img class="photo__image" src=source alt=described.clone() />
            </button>
        }
        .into_any(),
        None => {
            view! { <div class="photo__waiting"><Icon glyph=Glyph::SMARTPHONE />{waiting.clone()}</div> }.into_any()
        }
    };
    view! {
        <figure class="photo">
            {picture}
            {(!caption.is_empty()).then(|| view! { <figcaption class="photo__caption">{caption}</figcaption> })}
            {remove.map(|(label, remove)| view! {
                <button class="photo__remove" type="button" aria-label=label on:click=move |_| remove.run(())>
                    <Icon glyph=Glyph::X />
                </button>
            })}
        </figure>
    }
}
