//! The logbook as a list: summed, and grouped by month.

use super::{FactLetter, Standing};
use model::entry::Entry;
use model::money::rand_cents;
use model::{Date, RecordId};

/// A row of the list.
#[derive(Clone, Debug, PartialEq)]
pub enum Row {
    /// A month begins: year, month, how many entries, what they cost.
    Month {
        /// The year.
        year: i32,
        /// The month, from 1.
        month: u32,
        /// Entries of that month in the list.
        count: usize,
        /// What they cost, in rand cents.
        cents: i64,
    },
    /// An entry.
    Entry(Standing<Entry>),
}

/// The rows of `entries` (newest first) at the indices `shown`.
pub fn rows(entries: &[Standing<Entry>], shown: &[usize]) -> Vec<Row> {
    let mut rows = Vec::with_capacity(shown.len() + shown.len() / 4);
    let mut head = 0;
    for entry in shown.iter().map(|at| &entries[*at]) {
        let (year, month) = entry.letter.day().map_or((0, 1), |day| (day.year(), day.month()));
        if !matches!(rows.get(head), Some(Row::Month { year: y, month: m, .. }) if (*y, *m) == (year, month)) {
            head = rows.len();
            rows.push(Row::Month { year, month, count: 0, cents: 0 });
        }
        if let Some(Row::Month { count, cents, .. }) = rows.get_mut(head) {
            *count += 1;
            *cents += rand_cents(entry.letter.cost.as_ref());
        }
        rows.push(Row::Entry(entry.clone()));
    }
    rows
}

/// What entries since `since` cost, in rand cents.
pub fn spent_since(entries: &[Standing<Entry>], since: Date) -> i64 {
    let recent = entries.iter().filter(|entry| entry.letter.day().is_some_and(|day| day > since));
    recent.map(|entry| rand_cents(entry.letter.cost.as_ref())).sum()
}

/// What the entries of one system cost, in rand cents.
pub fn spent_on(entries: &[Standing<Entry>], system: RecordId) -> i64 {
    let its = entries.iter().filter(|entry| entry.letter.systems.contains(&system));
    its.map(|entry| rand_cents(entry.letter.cost.as_ref())).sum()
}

/// Years that entries have, newest first.
pub fn years(entries: &[Standing<Entry>]) -> Vec<i32> {
    let mut years: Vec<i32> = entries.iter().filter_map(|entry| entry.letter.day()).map(Date::year).collect();
    years.dedup();
    years
}
