//! Something that the person should know, with what can be done about it.

use super::icon::{Glyph, Icon};
use leptos::prelude::*;

/// What a notice is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoticeKind {
    /// Good to know.
    Info,
    /// Worth a look.
    Warn,
    /// Refused or failed; read out at once.
    Refused,
}

/// A notice.
#[component]
pub fn Notice(
    /// What it is about.
    kind: NoticeKind,
    /// In a line.
    #[prop(into)]
    title: String,
    /// More of it.
    #[prop(optional, into)]
    body: String,
    /// What can be done.
    #[prop(optional)]
    actions: Option<AnyView>,
) -> impl IntoView {
    let (name, role, glyph) = match kind {
        NoticeKind::Info => ("info", "note", Glyph::INFO),
        NoticeKind::Warn => ("warn", "note", Glyph::TRIANGLE_ALERT),
        NoticeKind::Refused => ("refused", "alert", Glyph::CIRCLE_ALERT),
    };
    view! {
        <div class=format!("notice notice--{name}") role=role>
            <Icon glyph class="notice__icon" />
            <p class="notice__title">{title}</p>
            {(!body.is_empty()).then(|| view! { <div class="notice__body">{body}</div> })}
            {actions.map(|actions| view! { <div class="notice__actions">{actions}</div> })}
        </div>
    }
}
