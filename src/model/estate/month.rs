//! A month of the calendar, and what was seen of something month by month.

use crate::date::Date;
use std::fmt;

/// A month of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Month {
    /// Months since the year 0.
    count: i32,
}

impl Month {
    /// The month of a year, from 1; none where there is no such month, or the year is not of four digits.
    pub fn new(year: i32, month: u32) -> Option<Self> {
        Date::of(year, month, 1).map(Self::of)
    }

    /// The month that a day lies in.
    pub fn of(date: Date) -> Self {
        Self { count: date.year() * 12 + date.month().cast_signed() - 1 }
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.count.div_euclid(12)
    }

    /// The month of the year, from 1.
    pub fn month(self) -> u32 {
        self.count.rem_euclid(12).cast_unsigned() + 1
    }

    /// So many months later, or earlier.
    pub fn plus(self, months: i32) -> Self {
        Self { count: self.count.saturating_add(months) }
    }

    /// How many months lie between `earlier` and this one; negative if it is later.
    pub fn since(self, earlier: Self) -> i32 {
        self.count - earlier.count
    }

    /// Its last day; the first day of dates where it lies outside of what they can say.
    pub fn last_day(self) -> Date {
        Date::of(self.year(), self.month(), 1).map_or_else(Date::default, |first| first.plus_months(1).minus_days(1))
    }
}

impl fmt::Display for Month {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year(), self.month())
    }
}

/// The days on which a trend looks back from `today`: the last day of each of the `months` before this one, the oldest first, and today.
pub fn days(today: Date, months: u32) -> Vec<Date> {
    let this = Month::of(today);
    let before = (1..=months).rev().filter_map(|back| i32::try_from(back).ok());
    before.map(|back| this.plus(-back).last_day()).chain([today]).collect()
}

/// What was noted last in each of the `months` up to that of `today`, the oldest first; none of a month in which nothing was. What lies ahead is left out.
pub fn trend<T: Copy>(noted: &[(Date, T)], today: Date, months: u32) -> Vec<(Month, Option<T>)> {
    let this = Month::of(today);
    let shown = (0..months).rev().filter_map(|back| i32::try_from(back).ok()).map(|back| this.plus(-back));
    let last_of = |month: Month| {
        let own = noted.iter().filter(|(on, _)| Month::of(*on) == month && *on <= today);
        // Of one day the later note counts.
        own.max_by_key(|(on, _)| *on).map(|(_, value)| *value)
    };
    shown.map(|month| (month, last_of(month))).collect()
}
