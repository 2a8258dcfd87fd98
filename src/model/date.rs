//! Dates as people know them, and instants as machines do: calendar dates with their precision, UTC milliseconds.

use crate::id::serde_as_text;
use chrono::{DateTime, Datelike, Days, Months, NaiveDate};
use std::fmt;
use std::str::FromStr;

/// A calendar date, `YYYY-MM-DD` in text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Date(NaiveDate);

impl Date {
    /// The date of a year, month (from 1) and day (from 1); none if there is no such day or the year is not of four digits.
    pub fn of(year: i32, month: u32, day: u32) -> Option<Self> {
        (1000..=9999).contains(&year).then(|| NaiveDate::from_ymd_opt(year, month, day).map(Self)).flatten()
    }

    /// The year.
    pub fn year(self) -> i32 {
        self.0.year()
    }

    /// The month, from 1.
    pub fn month(self) -> u32 {
        self.0.month()
    }

    /// The day of the month, from 1.
    pub fn day(self) -> u32 {
        self.0.day()
    }

    /// Whole days from `earlier` to this date; negative if it is later.
    pub fn days_since(self, earlier: Self) -> i64 {
        (self.0 - earlier.0).num_days()
    }

    /// This date `days` later.
    pub fn plus_days(self, days: u32) -> Self {
        Self(self.0.checked_add_days(Days::new(days.into())).unwrap_or(self.0))
    }

    /// This date `months` later; the last day of the month where the month is shorter.
    pub fn plus_months(self, months: u32) -> Self {
        Self(self.0.checked_add_months(Months::new(months)).unwrap_or(self.0))
    }

    /// This date `days` earlier.
    pub fn minus_days(self, days: u32) -> Self {
        Self(self.0.checked_sub_days(Days::new(days.into())).unwrap_or(self.0))
    }

    /// This date `months` earlier; the last day of the month where the month is shorter.
    pub fn minus_months(self, months: u32) -> Self {
        Self(self.0.checked_sub_months(Months::new(months)).unwrap_or(self.0))
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year(), self.month(), self.day())
    }
}

impl FromStr for Date {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        match text.parse() {
            Ok(PartialDate { known: Known::Day(date), sense: Sense::Exact }) => Ok(date),
            _ => Err("a date is YYYY-MM-DD"),
        }
    }
}

/// A date known to the day, the month or the year, exactly, about, or only as a bound.
///
/// In text, forms of EDTF (ISO 8601-2): `2019-03-14`, `2019-03`, `2019`, about `2019~`, before `../2019`.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub struct PartialDate {
    /// What is known.
    pub known: Known,
    /// In what sense.
    pub sense: Sense,
}

/// How much of a date is known.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug)]
pub enum Known {
    /// The day.
    Day(Date),
    /// The year and the month (from 1).
    Month(i32, u32),
    /// The year.
    Year(i32),
}

/// How a date is meant.
#[derive(Clone, Copy, PartialEq, Eq, Hash, Debug, Default)]
pub enum Sense {
    /// Then.
    #[default]
    Exact,
    /// Near it.
    About,
    /// Before it.
    Before,
}

impl PartialDate {
    /// An exact day.
    pub fn day(date: Date) -> Self {
        Self { known: Known::Day(date), sense: Sense::Exact }
    }

    /// The year that it names.
    pub fn year(self) -> i32 {
        match self.known {
            Known::Day(date) => date.year(),
            Known::Month(year, _) | Known::Year(year) => year,
        }
    }

    /// The first day that it can mean; of a "before", the first day of what it names.
    pub fn first(self) -> Date {
        let (year, month, day) = match self.known {
            Known::Day(date) => return date,
            Known::Month(year, month) => (year, month, 1),
            Known::Year(year) => (year, 1, 1),
        };
        Date::of(year, month, day).expect("a known month or year has a first day")
    }

    /// The last day that it can mean; of a "before", the day before what it names.
    pub fn last(self) -> Date {
        let first = self.first();
        let day_before = |date: Date| Date(date.0.pred_opt().unwrap_or(date.0));
        match (self.sense, self.known) {
            (Sense::Before, _) => day_before(first),
            (_, Known::Day(date)) => date,
            (_, Known::Month(..)) => day_before(first.plus_months(1)),
            (_, Known::Year(_)) => day_before(first.plus_months(12)),
        }
    }

    /// The earliest day that it may be: none of a "before". An "about" may be off by one of what it names, a day by a month.
    pub fn earliest(self) -> Option<Date> {
        match self.sense {
            Sense::Exact => Some(self.first()),
            Sense::About => Some(self.first().minus_months(self.about_months())),
            Sense::Before => None,
        }
    }

    /// The latest day that it may be, read as [`PartialDate::earliest`].
    pub fn latest(self) -> Date {
        match self.sense {
            Sense::About => self.last().plus_months(self.about_months()),
            Sense::Exact | Sense::Before => self.last(),
        }
    }

    fn about_months(self) -> u32 {
        if matches!(self.known, Known::Year(_)) { 12 } else { 1 }
    }

    /// Sorts a history: by the last day it can mean, so that "2019" stands at the end of its year.
    pub fn sort_key(self) -> Date {
        self.last()
    }
}

impl From<Date> for PartialDate {
    fn from(date: Date) -> Self {
        Self::day(date)
    }
}

impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.sense == Sense::Before {
            f.write_str("../")?;
        }
        match self.known {
            Known::Day(date) => date.fmt(f)?,
            Known::Month(year, month) => write!(f, "{year:04}-{month:02}")?,
            Known::Year(year) => write!(f, "{year:04}")?,
        }
        f.write_str(if self.sense == Sense::About { "~" } else { "" })
    }
}

impl FromStr for PartialDate {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "a date is YYYY-MM-DD, YYYY-MM or YYYY, about it with ~ behind, before it with ../ in front";
        let (sense, known) = match (text.strip_prefix("../"), text.strip_suffix('~')) {
            (Some(known), None) => (Sense::Before, known),
            (None, Some(known)) => (Sense::About, known),
            (None, None) => (Sense::Exact, text),
            _ => return Err(WHAT),
        };
        let number = |part: &str, digits: usize| {
            let plain = part.len() == digits && part.bytes().all(|b| b.is_ascii_digit());
            if plain { part.parse::<u32>().map_err(|_| WHAT) } else { Err(WHAT) }
        };
        let mut parts = known.split('-');
        let year = number(parts.next().unwrap_or_default(), 4)?.cast_signed();
        let month = parts.next().map(|part| number(part, 2)).transpose()?;
        let day = parts.next().map(|part| number(part, 2)).transpose()?;
        let first = Date::of(year, month.unwrap_or(1), day.unwrap_or(1)).ok_or(WHAT)?;
        let known = match (month, day, parts.next()) {
            (Some(_), Some(_), None) => Known::Day(first),
            (Some(month), None, None) => Known::Month(year, month),
            (None, None, None) => Known::Year(year),
            _ => return Err(WHAT),
        };
        Ok(Self { known, sense })
    }
}

/// A moment: milliseconds since 1970-01-01T00:00Z, `YYYY-MM-DDTHH:MM:SS.mmmZ` in text.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug, Default)]
pub struct Instant(pub i64);

/// South African Standard Time: minutes that a home's days begin before those of UTC.
pub const HOME_AHEAD_MINUTES: i32 = 120;

impl Instant {
    /// The calendar date at this moment where clocks are `offset_minutes` ahead of UTC.
    pub fn date(self, offset_minutes: i32) -> Date {
        let local = self.0 + i64::from(offset_minutes) * 60_000;
        Date(DateTime::from_timestamp_millis(local).unwrap_or_default().date_naive())
    }
}

impl fmt::Display for Instant {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let day_ms = self.0.rem_euclid(86_400_000);
        let (seconds, ms) = (day_ms / 1000, day_ms % 1000);
        let (hour, minute, second) = (seconds / 3600, seconds / 60 % 60, seconds % 60);
        write!(f, "{}T{hour:02}:{minute:02}:{second:02}.{ms:03}Z", self.date(0))
    }
}

impl FromStr for Instant {
    type Err = &'static str;
    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const WHAT: &str = "a moment is YYYY-MM-DDTHH:MM:SS.mmmZ";
        let shape = |pattern: &str| {
            text.len() == pattern.len()
                && text.bytes().zip(pattern.bytes()).all(|(b, p)| if p == b'0' { b.is_ascii_digit() } else { b == p })
        };
        if !shape("0000-00-00T00:00:00.000Z") {
            return Err(WHAT);
        }
        let date: Date = text[..10].parse()?;
        let part = |range: std::ops::Range<usize>| text[range].parse::<u32>().map_err(|_| WHAT);
        let (hour, minute, second, ms) = (part(11..13)?, part(14..16)?, part(17..19)?, part(20..23)?);
        let moment = date.0.and_hms_milli_opt(hour, minute, second, ms).ok_or(WHAT)?;
        Ok(Self(moment.and_utc().timestamp_millis()))
    }
}

serde_as_text!(Date, PartialDate, Instant);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn partial_dates_read_back_and_say_what_days_they_can_mean() {
        let rows = [
            ("2019-03-14", "2019-03-14", "2019-03-14"),
            ("2019-03", "2019-03-01", "2019-03-31"),
            ("2020-02~", "2020-02-01", "2020-02-29"),
            ("2019", "2019-01-01", "2019-12-31"),
            ("../2019", "2019-01-01", "2018-12-31"),
            ("../2019-03-01", "2019-03-01", "2019-02-28"),
        ];
        for (text, first, last) in rows {
            let date: PartialDate = text.parse().expect(text);
            assert_eq!(
                (date.to_string().as_str(), date.first().to_string(), date.last().to_string()),
                (text, first.into(), last.into())
            );
        }
    }

    #[test]
    fn what_is_not_known_exactly_spans_every_day_that_it_may_be() {
        let rows = [
            ("2019-03-14", Some("2019-03-14"), "2019-03-14"),
            ("2019-03", Some("2019-03-01"), "2019-03-31"),
            ("2019", Some("2019-01-01"), "2019-12-31"),
            ("2019~", Some("2018-01-01"), "2020-12-31"),
            ("2020-03~", Some("2020-02-01"), "2020-04-30"),
            ("../2019", None, "2018-12-31"),
        ];
        for (text, earliest, latest) in rows {
            let date: PartialDate = text.parse().expect(text);
            assert_eq!(date.earliest().map(|day| day.to_string()).as_deref(), earliest, "{text}");
            assert_eq!(date.latest().to_string(), latest, "{text}");
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for wrong in [
            "",
            "19",
            "2019-13",
            "2019-02-29",
            "2019-3-1",
            "../2019~",
            "2019-03-14-01",
            "0019",
            "+019",
            "12019-01-01",
            "2019-03-14T",
        ] {
            assert!(wrong.parse::<PartialDate>().is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_month_later_is_never_in_the_month_after() {
        let date: Date = "2024-01-31".parse().expect("a date");
        assert_eq!(date.plus_months(1).to_string(), "2024-02-29");
        assert_eq!(date.plus_months(13).to_string(), "2025-02-28");
    }

    #[test]
    fn moments_refuse_other_text() {
        for wrong in [
            "2026-11-21",
            "2026-11-21T10:00:00Z",
            "2026-11-21T25:00:00.000Z",
            "2026-11-21T10:00:00.000+",
            "2026-11-21t10:00:00.000Z",
        ] {
            assert!(wrong.parse::<Instant>().is_err(), "{wrong}");
        }
        assert_eq!(Instant(1_732_147_199_999).date(0).to_string(), "2024-11-20");
        assert_eq!(Instant(1_732_147_199_999).date(120).to_string(), "2024-11-21");
    }

    proptest! {
        #[test]
        fn moments_read_back(ms in -2_000_000_000_000i64..4_000_000_000_000) {
            prop_assert_eq!(Instant(ms).to_string().parse(), Ok(Instant(ms)));
        }
    }
}
