//! What the sections of a report share.

use super::wish::{Part, Wish};
use crate::components;
use crate::data::Standing;
use crate::desk::{Desk, use_desk};
use leptos::prelude::*;
use model::RecordId;
use model::contact::Contact;
use model::entry::Entry;
use model::system::System;
use words::Words;

/// What a section is given. A handle: copies are of the same report.
#[derive(Clone, Copy)]
pub struct Given {
    /// The desk.
    pub desk: Desk,
    /// What the report is asked to hold.
    pub wish: Memo<Wish>,
    /// The entries that are in it, newest first.
    pub entries: Memo<Vec<Standing<Entry>>>,
}

/// A section under its heading, with the anchor that the contents lead to.
#[component]
pub fn Section(
    /// Which.
    part: Part,
    /// What is in it.
    children: Children,
) -> impl IntoView {
    let title = part.name(use_desk().words());
    view! { <div id=anchor(part) class:print-sheet__paged=part == Part::Timeline><components::Section title>{children()}</components::Section></div> }
}

/// Where a section is on the page.
pub fn anchor(part: Part) -> String {
    format!("report-{}", part.address())
}

/// A number of things, as people write it.
pub fn number(words: &Words, count: usize) -> String {
    words.number(i64::try_from(count).unwrap_or(i64::MAX))
}

/// Those of the texts that say something, with a dot between.
pub fn joined(parts: &[&str]) -> String {
    parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ")
}

/// The names of systems, joined.
pub fn systems(desk: Desk, ids: &[RecordId]) -> String {
    let names = ids.iter().filter_map(|id| desk.library.find::<System>(*id)).map(|system| system.letter.name.clone());
    names.collect::<Vec<_>>().join(", ")
}

/// Who gave a paper: the contact, else as it says.
pub fn giver(desk: Desk, contact: Option<RecordId>, said: &str) -> String {
    let contact = contact.and_then(|id| desk.library.find::<Contact>(id));
    contact.map_or_else(|| said.to_owned(), |contact| contact.letter.name.clone())
}
