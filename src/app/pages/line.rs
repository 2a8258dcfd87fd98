//! Entries as lines of the ledger: the same on the home screen, in the logbook and on a system's page.

use super::picture::Thumb;
use crate::components::{EntryLine, EntryRow};
use crate::data::{Mark, Standing};
use crate::desk::Desk;
use leptos::prelude::*;
use model::contact::Contact;
use model::date::{Known, Sense};
use model::entry::Entry;
use model::system::System;
use model::{Date, PartialDate};
use words::Words;

/// Photos shown beside a line.
const PHOTOS_MAX: usize = 3;

/// What a line says of an entry.
pub fn line(desk: Desk, entry: &Standing<Entry>) -> EntryLine {
    let words = desk.words();
    let letter = &entry.letter;
    let (day, weekday) = margin(words, letter.when);
    let papers = letter.files.iter().filter(|file| !file.is_photo()).count() + letter.documents.len();
    EntryLine {
        href: format!("/logbook/{}", entry.root),
        day,
        weekday,
        title: letter.title.clone(),
        kind: (words.choice().entry)(letter.sort).to_owned(),
        meta: meta(desk, letter),
        cost: letter.cost.as_ref().map(|cost| words.money(cost)).unwrap_or_default(),
        waits: match entry.mark {
            Mark::Saved => String::new(),
            // A logbook of this device only waits for nothing.
            Mark::Waiting if !desk.joined() => String::new(),
            Mark::Waiting => words.home().waits.to_owned(),
            Mark::Refused => words.home().was_refused.to_owned(),
        },
        papers: if papers == 0 { String::new() } else { (words.home().papers_of)(papers) },
    }
}

/// Systems and who did it, as a line names them.
pub fn meta(desk: Desk, entry: &Entry) -> String {
    let systems = desk.library.shelf::<System>();
    let mut parts: Vec<String> =
        entry.systems.iter().filter_map(|id| systems.get(id)).map(|system| system.letter.name.clone()).collect();
    let contact = entry.contact.and_then(|id| desk.library.find::<Contact>(id));
    match contact {
        Some(contact) => parts.push(contact.letter.name.clone()),
        None if !entry.done_by.is_empty() => parts.push((desk.words().home().done_by)(&entry.done_by)),
        None => {}
    }
    parts.join(" · ")
}

/// What stands in the margin: the day and its weekday, or what else is known.
fn margin(words: &Words, when: Option<PartialDate>) -> (String, String) {
    match when.map(|when| (when.known, when.sense)) {
        Some((Known::Day(day), Sense::Exact)) => (day.day().to_string(), words.weekdays_short[weekday(day)].to_owned()),
        Some((Known::Month(_, month), Sense::Exact)) => {
            (String::new(), words.months_short[(month - 1) as usize].to_owned())
        }
        Some((Known::Year(year), Sense::Exact)) => (String::new(), year.to_string()),
        Some((_, Sense::About)) => (String::new(), format!("±{}", when.map_or(0, PartialDate::year))),
        Some((_, Sense::Before)) => (String::new(), format!("<{}", when.map_or(0, PartialDate::year))),
        None => (String::new(), String::new()),
    }
}

/// Days since Monday.
fn weekday(day: Date) -> usize {
    // 1 January 2024 was a Monday.
    let monday = Date::of(2024, 1, 1).expect("a date that exists");
    usize::try_from(day.days_since(monday).rem_euclid(7)).expect("less than seven")
}

/// A line with its photos.
#[component]
pub fn Line(
    /// The entry.
    entry: Standing<Entry>,
    /// What it says.
    line: EntryLine,
    /// Marks what was searched for in a text.
    #[prop(optional, into)]
    marked: Option<Callback<String, AnyView>>,
) -> impl IntoView {
    let photos: Vec<_> = entry.letter.files.iter().filter(|file| file.is_photo()).take(PHOTOS_MAX).cloned().collect();
    let shown =
        (!photos.is_empty()).then(|| photos.into_iter().map(|file| view! { <Thumb file /> }).collect_view().into_any());
    match (shown, marked) {
        (Some(photos), Some(marked)) => view! { <EntryRow line photos marked /> }.into_any(),
        (Some(photos), None) => view! { <EntryRow line photos /> }.into_any(),
        (None, Some(marked)) => view! { <EntryRow line marked /> }.into_any(),
        (None, None) => view! { <EntryRow line /> }.into_any(),
    }
}
