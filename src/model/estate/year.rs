//! The financial years of a scheme, told by the calendar year in which they end.

use crate::date::{Date, PartialDate};

/// When a scheme's financial year ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FinancialYear {
    ends: u32,
}

impl FinancialYear {
    /// A year that ends with the last day of a month, from 1 to 12; none of another.
    pub fn ending(month: u32) -> Option<Self> {
        (1..=12).contains(&month).then_some(Self { ends: month })
    }

    /// The year that a day falls into.
    pub fn of(self, day: Date) -> i32 {
        day.year() + i32::from(day.month() > self.ends)
    }

    /// The year by which what is expected then has to be paid for: the first that it can mean. Of what is expected before a date nothing is the
    /// first; then the last.
    pub fn by(self, when: PartialDate) -> i32 {
        self.of(when.earliest().unwrap_or(when.last()))
    }

    /// The last day of a year; none where there is no such year.
    pub fn last(self, year: i32) -> Option<Date> {
        Some(Date::of(year, self.ends, 1)?.plus_months(1).minus_days(1))
    }

    /// The first day of a year; none where there is no such year.
    pub fn first(self, year: i32) -> Option<Date> {
        Some(self.last(year.checked_sub(1)?)?.plus_days(1))
    }
}
