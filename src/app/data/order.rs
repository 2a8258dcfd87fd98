//! One sort for all lists: by keys of one form, so that it is compiled once.

use model::look::folded;
use model::{Date, RecordId, Stamp};

/// What a list is sorted by: a first number, a stamp, an id. What is not needed is left at nothing.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub struct Key(pub i64, pub Stamp, pub RecordId);

impl Key {
    /// The day first, then the id; no day comes before all days.
    pub fn of_day(day: Option<Date>, id: RecordId) -> Self {
        Self(number(day), Stamp::default(), id)
    }
}

/// A number for each day, in their order; the least for none.
pub(super) fn number(day: Option<Date>) -> i64 {
    day.map_or(i64::MIN, |day| day.days_since(Date::default()))
}

/// `items` by their keys, the least first. Equal ones stay in their order.
pub fn sorted<T>(items: Vec<T>, key: impl Fn(&T) -> Key) -> Vec<T> {
    let keys = items.iter().map(key).collect();
    picked(items, order(keys))
}

/// `items` by their names, case and accents aside. Equal ones stay in their order.
pub fn by_name<T>(items: Vec<T>, name: impl Fn(&T) -> &str) -> Vec<T> {
    let names = items.iter().map(|item| folded(name(item))).collect();
    picked(items, order_names(names))
}

fn order(keys: Vec<Key>) -> Vec<usize> {
    let mut order: Vec<(Key, usize)> = keys.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

fn order_names(names: Vec<String>) -> Vec<usize> {
    let mut order: Vec<(String, usize)> = names.into_iter().zip(0..).collect();
    order.sort_unstable();
    order.into_iter().map(|(_, at)| at).collect()
}

fn picked<T>(items: Vec<T>, order: Vec<usize>) -> Vec<T> {
    let mut items: Vec<Option<T>> = items.into_iter().map(Some).collect();
    order.into_iter().filter_map(|at| items[at].take()).collect()
}
