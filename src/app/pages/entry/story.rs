//! What happened to an entry: when it was written, amended and withdrawn, and why.

use crate::components::{Glyph, Icon, Row, Rows, Section};
use crate::data::{Kept, Mark, Standing};
use crate::deeds::origin;
use crate::desk::{Desk, use_desk};
use crate::pages;
use crate::pages::moment::moment;
use leptos::prelude::*;
use model::entry::Entry;
use std::sync::Arc;

/// What happened, the latest first.
#[component]
pub fn Story(
    /// The entry.
    entry: Standing<Entry>,
) -> impl IntoView {
    let desk = use_desk();
    let root = entry.root;
    let rows = move || {
        let words = desk.words();
        let thread = desk.library.entry_thread(root)?;
        let withdrawal = thread.withdrawn_by.and_then(|id| desk.library.withdrawal(id));
        let withdrawn = withdrawal.map(|withdrawal| {
            let lead = view! { <Icon glyph=Glyph::UNDO_2 /> }.into_any();
            let text = told(desk, &withdrawal, &withdrawal.letter.reason);
            view! { <Row title=words.entry().withdrawn lead text=text.into_any() /> }
        });
        let versions = thread.versions.iter().enumerate().rev();
        let versions = versions.filter_map(|(at, id)| Some((at, desk.library.entry_version(*id)?)));
        let versions = versions.map(|(at, version)| view! { <Version at version root /> }).collect_view();
        Some(view! { {withdrawn} {versions} })
    };
    view! { <Section title=desk.words().entry().story><Rows>{rows}</Rows></Section> }
}

#[component]
fn Version(
    /// How many versions came before.
    at: usize,
    version: Arc<Kept<Entry>>,
    root: model::RecordId,
) -> impl IntoView {
    let desk = use_desk();
    let words = desk.words();
    let (title, glyph) =
        if at == 0 { (words.entry().written, Glyph::NOTEBOOK_PEN) } else { (words.entry().amended, Glyph::PENCIL) };
    let lead = view! { <Icon glyph /> }.into_any();
    let text = told(desk, &version, &version.letter.reason);
    let end =
        (at > 0).then(|| view! { <a href=format!("/logbook/{root}/versions?of={at}")>{words.entry().show_both}</a> });
    view! { <Row title lead text=text.into_any() end=end.into_any() /> }
}

/// Who, when and why, and whether the server knows.
fn told<T>(desk: Desk, kept: &Kept<T>, reason: &str) -> String {
    let words = desk.words();
    let source = origin::of(desk, kept.id);
    let via = origin::via(desk, kept.id).map(|via| match via.label {
        Some(true) => (words.entry().via_label)(&via.name, ""),
        _ => (words.entry().via)(&via.name, &via.firm, &via.link, ""),
    });
    // Who restored a home did not write what is in it.
    let is_claimed = source.as_ref().is_some_and(|source| source.claimed.is_some());
    let is_you = desk.account.with(|account| account.as_ref().is_some_and(|account| kept.by == Some(account.id)));
    let parts = [
        (is_you && !is_claimed && via.is_none()).then(|| words.entry().by_you.to_owned()),
        via,
        (!is_claimed).then(|| moment(desk, kept.first.at_ms)),
        source.map(|source| pages::origin::told(desk, &source)),
        (!reason.is_empty()).then(|| (words.entry().quoted)(reason)),
        (kept.mark == Mark::Waiting && desk.joined()).then(|| words.entry().waiting.to_owned()),
    ];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}
