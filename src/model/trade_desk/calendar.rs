//! The visits of a week and of a month.

use super::day::{Stop, stops};
use super::{Job, Now};
use crate::date::Date;

/// A day with its visits, by the hour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day.
    pub on: Date,
    /// The visits.
    pub stops: Vec<Stop>,
}

/// Days since Monday: 0 to 6.
pub fn weekday(day: Date) -> u32 {
    // 1 January 2024 was a Monday.
    let monday = Date::of(2024, 1, 1).unwrap_or_default();
    u32::try_from(day.days_since(monday).rem_euclid(7)).unwrap_or(0)
}

/// The Monday of the week of a day.
pub fn monday(day: Date) -> Date {
    day.minus_days(weekday(day))
}

/// The week of a day, from Monday.
pub fn week(jobs: &[Job], any: Date, now: Now) -> Vec<Day> {
    days(jobs, monday(any), 7, now)
}

/// The weeks that the month of a day touches, each from Monday: days of other months are among them, so that every week is whole.
pub fn month(jobs: &[Job], any: Date, now: Now) -> Vec<Vec<Day>> {
    let first = any.minus_days(any.day() - 1);
    let next = first.plus_months(1);
    let mut weeks = Vec::new();
    let mut begins = monday(first);
    while begins < next {
        weeks.push(days(jobs, begins, 7, now));
        begins = begins.plus_days(7);
    }
    weeks
}

fn days(jobs: &[Job], first: Date, count: u32, now: Now) -> Vec<Day> {
    let day = |later| {
        let on = first.plus_days(later);
        Day { on, stops: stops(jobs, on, now) }
    };
    (0..count).map(day).collect()
}
