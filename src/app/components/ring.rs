//! A share of a whole, drawn: age against expected life.

use super::status::Tone;
use leptos::prelude::*;

/// A ring that is filled so far, with a word in it.
#[component]
pub fn Ring(
    /// Per cent; none where no whole is known.
    share: Option<u32>,
    /// What stands inside.
    #[prop(into)]
    text: String,
    /// How it stands.
    tone: Tone,
    /// The same in words, for a screen reader.
    #[prop(into)]
    label: String,
    /// As large as a heading.
    #[prop(optional)]
    large: bool,
) -> impl IntoView {
    let class = format!("ring ring--{}{}", tone.name(), if large { " ring--large" } else { "" });
    let filled = share.map(|share| format!("{} 100", share.min(100)));
    view! {
        <span class=class role="img" aria-label=label>
            <svg class="ring__drawing" viewBox="0 0 36 36" aria-hidden="true">
                <circle class="ring__track" cx="18" cy="18" r="16" />
                {filled.map(|filled| view! {
                    <circle class="ring__share" cx="18" cy="18" r="16" pathLength="100" stroke-dasharray=filled />
                })}
            </svg>
            {text}
        </span>
    }
}
