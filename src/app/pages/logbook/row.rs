//! A row of the logbook: a month with its sum, or an entry with what was searched for marked in it.

use super::marks::{marks, snippet};
use crate::components::{EntryRow, Highlight, MonthHead};
use crate::data::timeline::Row;
use crate::data::{Mark, Standing};
use crate::desk::{Desk, use_desk};
use crate::pages::{Thumb, line};
use leptos::prelude::*;
use model::entry::Entry;
use model::{FileRef, Money, RecordId};
use std::sync::Arc;

/// Photos shown beside a line.
const PHOTOS_MAX: usize = 3;

/// What tells one row from all others. It changes where what is written in the row does.
#[derive(Clone, PartialEq, Eq, Hash)]
pub enum Key {
    /// A month: year, month, how many entries, what they cost in rand cents.
    Month(i32, u32, usize, i64),
    /// An entry, its version, and how far it has come on its way to the server.
    Entry(RecordId, RecordId, u8),
}

/// The key of a row.
pub fn key(row: &Row) -> Key {
    match row {
        Row::Month { year, month, count, cents } => Key::Month(*year, *month, *count, *cents),
        Row::Entry(entry) => {
            let mark = match entry.mark {
                Mark::Saved => 0,
                Mark::Waiting => 1,
                Mark::Refused => 2,
            };
            Key::Entry(entry.root, entry.id, mark)
        }
    }
}

/// The height that a row probably has, CSS pixels.
pub fn estimate_px(row: &Row) -> f64 {
    match row {
        Row::Month { .. } => 62.0,
        Row::Entry(entry) if entry.letter.files.iter().any(FileRef::is_photo) => 146.0,
        Row::Entry(_) => 70.0,
    }
}

/// What all rows look at.
#[derive(Clone, Copy)]
pub struct Around {
    /// The entry that is open beside the list.
    pub picked: Memo<Option<RecordId>>,
    /// The words that were searched for, as they are compared.
    pub wanted: Memo<Arc<Vec<String>>>,
    /// The end of every row's address: the filter.
    pub query: Memo<String>,
}

/// Draws a row.
pub fn row(desk: Desk, around: Around, row: Row) -> AnyView {
    match row {
        Row::Month { year, month, cents, .. } => {
            let words = desk.words();
            let name =
                if year == 0 { words.logbook().no_date.to_owned() } else { format!("{} {year}", words.month(month)) };
            let sum = if cents == 0 { String::new() } else { words.money(&Money::rand(cents)) };
            view! { <MonthHead name sum /> }.into_any()
        }
        Row::Entry(entry) => view! { <EntryOf entry around /> }.into_any(),
    }
}

#[component]
fn EntryOf(entry: Standing<Entry>, around: Around) -> impl IntoView {
    let desk = use_desk();
    let Around { picked, wanted, query } = around;
    let root = entry.root;
    let current = Signal::derive(move || picked.get() == Some(root));
    let photos: Vec<FileRef> =
        entry.letter.files.iter().filter(|file| file.is_photo()).take(PHOTOS_MAX).cloned().collect();
    // Names of systems and contacts are looked up here: the line follows when one is renamed.
    move || {
        let line = line(desk, &entry);
        let shown = format!("{} {} {}", line.title, line.kind, line.meta);
        let letter = entry.kept.clone();
        let snippet = Signal::derive(move || {
            wanted
                .with(|wanted| if wanted.is_empty() { String::new() } else { snippet(&letter.letter, &shown, wanted) })
        });
        let marked = Callback::new(move |text: String| {
            let text = StoredValue::new(text);
            let view = move || {
                let text = text.get_value();
                let marks = wanted.with(|wanted| marks(&text, wanted));
                view! { <Highlight text marks /> }
            };
            view.into_any()
        });
        let photos = (!photos.is_empty())
            .then(|| photos.iter().cloned().map(|file| view! { <Thumb file /> }).collect_view().into_any());
        view! { <EntryRow line photos=photos current query snippet marked bare=true /> }
    }
}
