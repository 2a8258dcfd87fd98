//! What the logbook shows: the entries that are found and pass the filters, by month, with their sum.

use crate::browser::timer;
use crate::data::timeline::{self, Row};
use crate::data::{Finder, Standing};
use crate::desk::Desk;
use crate::pages::meta;
use leptos::prelude::*;
use model::Money;
use model::entry::Entry;
use model::look::Filter;
use std::sync::Arc;

/// Entries that are made ready to be searched in one go: a few milliseconds on a slow phone.
const READY_AT_ONCE: usize = 200;
/// Between two goes, so that a tap or a keystroke comes in between, milliseconds.
const PAUSE_MS: u64 = 10;

/// The rows that are shown: months and entries, newest first. Worked out whenever the entries or the filter change.
pub fn found(desk: Desk, filter: Signal<Filter>) -> Memo<Vec<Row>> {
    let finder = StoredValue::new(Finder::default());
    prepare(desk, finder);
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
            timeline::rows(&entries, &shown)
        })
    })
}

/// Makes ready for a search, a little at a time, whenever the entries change.
fn prepare(desk: Desk, finder: StoredValue<Finder>) {
    Effect::new(move |_| {
        let entries = desk.library.entries.get();
        leptos::task::spawn_local(async move {
            let is_current = || desk.library.entries.with_untracked(|now| Arc::ptr_eq(now, &entries));
            let go = |finder: &mut Finder| finder.prepare(&entries, READY_AT_ONCE, |entry| names(desk, entry));
            timer::wait(PAUSE_MS).await;
            // It ends too once the page has gone, and the finder with it.
            while is_current() && finder.try_update_value(go) == Some(false) {
                timer::wait(PAUSE_MS).await;
            }
        });
    });
}

/// Where in `entries` those are that hold every word of `query`, in themselves or in the names of what they refer to.
fn search(desk: Desk, finder: &mut Finder, entries: &Arc<Vec<Standing<Entry>>>, query: &str) -> Vec<usize> {
    finder.find(entries, query, |entry| names(desk, entry))
}

/// What an entry's references and its kind are called.
fn names(desk: Desk, entry: &Entry) -> String {
    // Ten thousand entries that each listen to every shelf would cost more than the search.
    untrack(|| format!("{} {}", meta(desk, entry), (desk.words().choice().entry)(entry.sort)))
}

/// "412 entries, R 486 212,40 since March 2016"; of a narrower list, how many of how many.
pub fn summary(desk: Desk, rows: Memo<Vec<Row>>) -> String {
    let words = desk.words();
    let (count, cents) = rows.with(|rows| {
        rows.iter().fold((0, 0), |(counts, sum), row| match row {
            Row::Month { count, cents, .. } => (counts + count, sum + cents),
            Row::Entry(_) => (counts, sum),
        })
    });
    let (all, since) =
        desk.library.entries.with(|entries| (entries.len(), entries.last().and_then(|first| first.letter.when)));
    let number = |count: usize| words.number(i64::try_from(count).unwrap_or(i64::MAX));
    let entries = (words.logbook().entries)(&number(all), all);
    // Who was not given what things cost is not told that they cost nothing.
    let is_hidden = cents == 0 && desk.visiting.get_untracked();
    let sum = if is_hidden { String::new() } else { words.money(&Money::rand(cents)) };
    match since {
        _ if count != all => (words.logbook().some)(&number(count), &entries, &sum),
        Some(since) => {
            let day = since.first();
            (words.logbook().all)(&entries, &sum, &format!("{} {}", words.month(day.month()), day.year()))
        }
        None => (words.logbook().some)(&number(count), &entries, &sum),
    }
}
