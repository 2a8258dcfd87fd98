//! How something stands: by colour, by shape and in a word.

use leptos::prelude::*;

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Wrong, now.
    Bad,
    /// Worth a look.
    Warn,
    /// In order, for a known reason.
    Good,
    /// Not known.
    Unknown,
    /// Only said.
    Info,
}

impl Tone {
    /// The end of a class name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bad => "bad",
            Self::Warn => "warn",
            Self::Good => "good",
            Self::Unknown => "unknown",
            Self::Info => "info",
        }
    }

    /// An octagon, a triangle, a filled disc, a ring or a square, on a field of 16 by 16.
    fn path(self) -> &'static str {
        match self {
            Self::Bad => "M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5zM7.1 3.8v5.4h1.8V3.8zm0 6.8v1.8h1.8v-1.8z",
            Self::Warn => "M8 .9 15.8 15H.2zM7.1 5.6v4.9h1.8V5.6zm0 6v1.7h1.8v-1.7z",
            Self::Good => {
                "M8 .6a7.4 7.4 0 1 0 0 14.8A7.4 7.4 0 0 0 8 .6zM6.9 11.6 3.6 8.3l1.3-1.3 2 2 4.2-4.2 1.3 1.3z"
            }
            Self::Unknown => {
                "M8 .6a7.4 7.4 0 1 0 0 14.8A7.4 7.4 0 0 0 8 .6zm0 1.8a5.6 5.6 0 1 1 0 11.2A5.6 5.6 0 0 1 8 2.4zM4.7 7.1h6.6v1.8H4.7z"
            }
            Self::Info => "M1.2 1.2h13.6v13.6H1.2zM7.1 6.8v5.4h1.8V6.8zm0-3v1.9h1.8V3.8z",
        }
    }
}

#[component]
fn Shape(tone: Tone) -> impl IntoView {
    view! {
        <svg class="status__shape" viewBox="0 0 16 16" aria-hidden="true">
            <path d=tone.path() fill-rule="evenodd" />
        </svg>
    }
}

/// A word with its shape and colour.
#[component]
pub fn Status(
    /// How it stands.
    tone: Tone,
    /// The word.
    #[prop(into)]
    word: String,
    /// The shape stands elsewhere in the same row already.
    #[prop(optional)]
    bare: bool,
) -> impl IntoView {
    view! {
        <span class=format!("status status--{}", tone.name())>
            {(!bare).then(|| view! { <Shape tone /> })} {word}
        </span>
    }
}

/// The shape alone, in front of a row that says the word.
#[component]
pub fn StatusMark(
    /// How it stands.
    tone: Tone,
) -> impl IntoView {
    view! {
        <span class=format!("status status--{} status--large", tone.name())>
            <Shape tone />
        </span>
    }
}
