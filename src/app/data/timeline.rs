//! The logbook as a list: filtered, searched, summed and grouped by month.

use super::Standing;
use model::entry::{Entry, EntryType};
use model::{Date, Money, RecordId};

/// What a person looks for; an empty filter shows everything. Lives in the address, so that a list can be shared and gone back to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter {
    /// Words that must all occur.
    pub query: String,
    /// One sort of entry.
    pub sort: Option<EntryType>,
    /// One system.
    pub system: Option<RecordId>,
    /// One year.
    pub year: Option<i32>,
    /// One contact.
    pub contact: Option<RecordId>,
    /// At least so many cents.
    pub cents_min: Option<i64>,
}

impl Filter {
    /// Whether it leaves anything out, the query aside.
    pub fn is_narrow(&self) -> bool {
        *self != Self { query: self.query.clone(), ..Self::default() }
    }

    /// Whether an entry passes, the query aside.
    pub fn passes(&self, entry: &Entry) -> bool {
        self.sort.is_none_or(|sort| entry.sort == sort)
            && self.system.is_none_or(|system| entry.systems.contains(&system))
            && self.year.is_none_or(|year| day(entry).is_some_and(|day| day.year() == year))
            && self.contact.is_none_or(|contact| entry.contact == Some(contact))
            && self.cents_min.is_none_or(|cents| entry.cost.as_ref().is_some_and(|cost| cost.cents >= cents))
    }
}

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
        let (year, month) = day(&entry.letter).map_or((0, 1), |day| (day.year(), day.month()));
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
    let recent = entries.iter().filter(|entry| day(&entry.letter).is_some_and(|day| day > since));
    recent.map(|entry| rand_cents(entry.letter.cost.as_ref())).sum()
}

/// What the entries of one system cost, in rand cents.
pub fn spent_on(entries: &[Standing<Entry>], system: RecordId) -> i64 {
    let its = entries.iter().filter(|entry| entry.letter.systems.contains(&system));
    its.map(|entry| rand_cents(entry.letter.cost.as_ref())).sum()
}

/// Years that entries have, newest first.
pub fn years(entries: &[Standing<Entry>]) -> Vec<i32> {
    let mut years: Vec<i32> = entries.iter().filter_map(|entry| day(&entry.letter)).map(Date::year).collect();
    years.dedup();
    years
}

fn day(entry: &Entry) -> Option<Date> {
    entry.when.map(|when| when.sort_key())
}

/// What an amount adds to a sum, in rand cents. Amounts in other currencies are shown at their entries and left out of sums: a sum of
/// two currencies is no sum.
pub fn rand_cents(cost: Option<&Money>) -> i64 {
    cost.filter(|cost| cost.currency == "ZAR").map_or(0, |cost| cost.cents)
}
