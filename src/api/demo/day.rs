//! Days counted backwards and forwards, and moments of a day in Cape Town.

use model::{Date, Instant, PartialDate, date};

const DAY_MS: i64 = 24 * 60 * 60 * 1000;
/// South African Standard Time; there is no summer time.
const AHEAD_MS: i64 = 2 * 60 * 60 * 1000;

/// The day `days` before `date`.
pub(super) fn before(date: Date, days: u32) -> Date {
    Instant((since_epoch(date) - i64::from(days)) * DAY_MS).date(0)
}

/// Milliseconds since 1970 at `minute` of `date` in Cape Town.
pub(super) fn moment_ms(date: Date, minute: u32) -> u64 {
    let at_ms = since_epoch(date) * DAY_MS + i64::from(minute) * 60_000 - AHEAD_MS;
    u64::try_from(at_ms).expect("the home was built after 1970")
}

/// The day, whose month and year the demonstration chose itself.
pub(super) fn of(year: i32, month: u32, day: u32) -> Date {
    Date::of(year, month, day).expect("the demonstration names only days that every year has")
}

/// A month: "March 2019".
pub(super) fn month(year: i32, month: u32) -> PartialDate {
    PartialDate { known: date::Known::Month(year, month), sense: date::Sense::Exact }
}

/// A year, in some sense: "about 2018", "before 2019".
pub(super) fn year(year: i32, sense: date::Sense) -> PartialDate {
    PartialDate { known: date::Known::Year(year), sense }
}

fn since_epoch(date: Date) -> i64 {
    date.days_since(of(1970, 1, 1))
}
