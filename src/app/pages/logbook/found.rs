//! What the logbook shows: the entries that are found and pass the filters, by month, with their sum.

use crate::data::timeline::{self, Filter, Row};
use crate::data::{Finder, Standing};
use crate::desk::Desk;
use crate::pages::meta;
use leptos::prelude::*;
use model::Money;
use model::entry::Entry;
use std::sync::Arc;

/// What is shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// Months and entries, newest first.
    pub rows: Vec<Row>,
    /// How many entries.
    pub count: usize,
    /// What they cost, in rand cents.
    pub cents: i64,
}

/// Works out what is shown, whenever the entries or the filter change.
pub fn found(desk: Desk, filter: Signal<Filter>) -> Memo<Found> {
    let finder = StoredValue::new(Finder::default());
    Memo::new(move |_| {
        let entries = desk.library.entries.get();
        filter.with(|filter| {
            let passes = |at: &usize| filter.passes(&entries[*at].letter);
            let shown: Vec<usize> = if filter.query.trim().is_empty() {
                (0..entries.len()).filter(passes).collect()
            } else {
                let hits = finder.try_update_value(|finder| search(desk, finder, &entries, &filter.query));
                hits.unwrap_or_default().into_iter().filter(passes).collect()
            };
            let (rows, cents) = timeline::rows(&entries, &shown);
            Found { rows: Arc::unwrap_or_clone(rows), count: shown.len(), cents }
        })
    })
}

/// Where in `entries` those are that hold every word of `query`, in themselves or in the names of what they refer to.
pub fn search(desk: Desk, finder: &mut Finder, entries: &Arc<Vec<Standing<Entry>>>, query: &str) -> Vec<usize> {
    let words = desk.words();
    finder.find(entries, query, |entry| format!("{} {}", meta(desk, entry), (words.choice.entry)(entry.sort)))
}

/// "412 entries, R 486 212,40 since March 2016"; of a narrower list, how many of how many.
pub fn summary(desk: Desk, found: Memo<Found>) -> String {
    let words = desk.words();
    let (count, cents) = found.with(|found| (found.count, found.cents));
    let (all, since) =
        desk.library.entries.with(|entries| (entries.len(), entries.last().and_then(|first| first.letter.when)));
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let entries = (words.logbook.entries)(&number(all), all);
    let sum = words.money(&Money::rand(cents));
    match since {
        _ if count != all => (words.logbook.some)(&number(count), &entries, &sum),
        Some(since) => {
            let day = since.first();
            (words.logbook.all)(&entries, &sum, &format!("{} {}", words.month(day.month()), day.year()))
        }
        None => (words.logbook.some)(&number(count), &entries, &sum),
    }
}
