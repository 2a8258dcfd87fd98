//! Something to press: a button, or a link that looks like one.

use super::dynamic;
use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// How loud a button is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Weight {
    /// One of several.
    #[default]
    Plain,
    /// The one thing to do here.
    Primary,
    /// Beside other things.
    Quiet,
    /// Takes something away.
    Danger,
    /// In a row of a list.
    Small,
}

impl Weight {
    fn class(self) -> &'static str {
        match self {
            Self::Plain => "button",
            Self::Primary => "button button--primary",
            Self::Quiet => "button button--quiet",
            Self::Danger => "button button--danger",
            Self::Small => "button button--small",
        }
    }
}

/// A button.
#[component]
pub fn Button(
    /// What it does.
    #[prop(into)]
    label: Signal<String>,
    /// How loud it is.
    #[prop(optional)]
    weight: Weight,
    /// A drawing in front of the words.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// Only the drawing is seen; the words are for a screen reader.
    #[prop(optional)]
    icon_only: bool,
    /// Sends the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// It is at work and cannot be pressed again.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Pressed.
    #[prop(optional, into)]
    on_press: Option<Callback<()>>,
) -> impl IntoView {
    let class = move || {
        let icon = if icon_only { " button--icon" } else { "" };
        let busy = if busy.get() { " button--busy" } else { "" };
        format!("{}{icon}{busy}", weight.class())
    };
    let name = move || icon_only.then(|| label.get());
    let press = move |_| {
        if let Some(pressed) = on_press.filter(|_| !busy.get_untracked()) {
            pressed.run(());
        }
    };
    view! {
        <button
            class=class
            type=if submit { "submit" } else { "button" }
            aria-label=name
            aria-disabled=Signal::derive(move || busy.get().then_some("true"))
            on:click=press
        >
            {glyph.map(|glyph| view! { <Icon glyph class="button__icon" /> })}
            {dynamic(move || (!icon_only).then(|| label.get()))}
        </button>
    }
}

/// A link that looks like a button.
#[component]
pub fn LinkButton(
    /// What it leads to.
    #[prop(into)]
    label: String,
    /// Where.
    #[prop(into)]
    href: String,
    /// How loud it is.
    #[prop(optional)]
    weight: Weight,
    /// A drawing in front of the words.
    #[prop(optional)]
    glyph: Option<Glyph>,
    /// Only the drawing is seen; the words are for a screen reader.
    #[prop(optional)]
    icon_only: bool,
) -> impl IntoView {
    let class = format!("{}{}", weight.class(), if icon_only { " button--icon" } else { "" });
    let name = icon_only.then(|| label.clone());
    view! {
        <a href=href class=class aria-label=name>
            {glyph.map(|glyph| view! { <Icon glyph class="button__icon" /> })}
            {(!icon_only).then_some(label)}
        </a>
    }
}
