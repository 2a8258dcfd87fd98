//! What is looked at when the home is inspected: lists of a country's catalogue, and those that people write for their own home.

use crate::catalogue::UsualSource;
use crate::date::Date;
use crate::entry::Severity;
use crate::fault::FaultCode;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use crate::system::SystemType;
use serde::Serialize;

/// Months between two walks at most: ten years.
const MONTHS_MAX: i64 = 120;
/// Months of a year: a season is named by those in which it is.
const MONTHS_OF_YEAR: u32 = 12;

/// A checklist of one home, copied from the catalogue or from another and changed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Checklist {
    /// What it is called.
    pub name: String,
    /// What it is for.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub about: String,
    /// Months between two walks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub every_months: Option<i64>,
    /// The months of the year in which it is walked, from 1; any if none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub months: Vec<i64>,
    /// What is looked at, in order.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Look>,
    /// The checklist that it was copied from, by its key in the catalogue.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub copied_from: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Checklist {
    "name" => name,
    "about" => about,
    "every_months" => every_months,
    "months" => months,
    "points" => points,
    "copied_from" => copied_from,
    "deleted" => deleted,
});

/// Something to look at.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Look {
    /// What.
    pub title: String,
    /// What good looks like, in plain words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub how: String,
    /// The sort of system that it belongs to. Homes that have none of it are not asked.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub sort: Option<SystemType>,
    /// How bad it usually is if it fails.
    pub severity: Severity,
    /// Where it comes from that this is looked at.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<UsualSource>,
}

fielded!(Look {
    "title" => title,
    "how" => how,
    "type" => sort,
    "severity" => severity,
    "source" => source,
});

impl Letter for Checklist {
    const KIND: &'static str = "checklist";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.note("about", &self.about);
        if let Some(months) = self.every_months {
            check.within("every_months", months, 1, MONTHS_MAX);
        }
        check.list("months", &self.months);
        self.months.iter().for_each(|month| check.within("months", *month, 1, MONTHS_OF_YEAR.into()));
        check.list("points", &self.points);
        if self.points.is_empty() {
            check.fault("points", FaultCode::Missing);
        }
        for point in &self.points {
            check.name("points.title", &point.title);
            check.note("points.how", &point.how);
            if let Some(source) = &point.source {
                check.line("points.source.title", &source.title);
                check.line("points.source.says", &source.says);
                check.line("points.source.basis", &source.basis);
            }
        }
        check.line("copied_from", &self.copied_from);
    }
}

impl Checklist {
    /// The day by which it is walked next, if it was walked last on `last`; one that never was is due today, or in the first month that is named.
    /// None where neither months nor an interval say when.
    pub fn next(&self, last: Option<Date>, today: Date) -> Option<Date> {
        let every = self.every_months.and_then(|months| u32::try_from(months).ok());
        let from = match (last, every) {
            (None, _) => today,
            (Some(last), Some(every)) => last.plus_months(every),
            // Once in a season: the next one that is not the same.
            (Some(last), None) if !self.months.is_empty() => first_of(last).plus_months(self.season_months()),
            (Some(_), None) => return None,
        };
        if self.months.is_empty() {
            return Some(from);
        }
        let named = |months: u32, back: bool| {
            let first = first_of(from);
            let month = if back { first.minus_months(months) } else { first.plus_months(months) };
            let day = if months == 0 { from } else { month };
            (self.is_in(month) && last.is_none_or(|last| day > last)).then_some(day)
        };
        // The season nearest to when it is due again: what was walked late is not left out for a year.
        (0..MONTHS_OF_YEAR).find_map(|months| {
            let late = every.is_some() && months < MONTHS_OF_YEAR / 2;
            named(months, false).or_else(|| named(months, true).filter(|_| late && last.is_some()))
        })
    }

    fn is_in(&self, day: Date) -> bool {
        self.months.contains(&day.month().into())
    }

    /// Months of which it is known that they belong to one season: the named ones that follow each other.
    fn season_months(&self) -> u32 {
        let run = |from: i64| (0..12).take_while(|step| self.months.contains(&((from + step - 1) % 12 + 1))).count();
        self.months.iter().map(|month| run(*month)).max().and_then(|count| u32::try_from(count).ok()).unwrap_or(1)
    }
}

fn first_of(day: Date) -> Date {
    Date::of(day.year(), day.month(), 1).unwrap_or(day)
}

/// The checklists of a country, in one language.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Checklists {
    /// The country, ISO 3166-1: `ZA`.
    pub country: String,
    /// The language it is written in, BCP 47: `en-ZA`.
    pub language: String,
    /// The checklists, in the order in which they are offered.
    pub checklists: Vec<Usual>,
}

fielded!(Checklists requires { "country" => country, "language" => language, "checklists" => checklists } {});

/// A checklist of the catalogue.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Usual {
    /// Tells it from the others, for ever.
    pub key: String,
    /// It. One whose points all belong to sorts of system is offered only where there is one of them.
    pub list: Checklist,
    /// Where its interval or season comes from.
    pub source: UsualSource,
}

fielded!(Usual requires { "key" => key, "list" => list, "source" => source } {});

impl Checklists {
    /// Reads them.
    ///
    /// # Errors
    /// What they are not, as JSON says it.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_next_walk_is_proposed_by_season_and_interval() {
        let date = |text: &str| text.parse::<Date>().expect("a date");
        type Row<'a> = (&'a str, &'a [i64], Option<i64>, Option<&'a str>, Option<&'a str>);
        let rows: [Row<'_>; 10] = [
            ("2026-11-27", &[], Some(12), None, Some("2026-11-27")),
            ("2026-11-27", &[], Some(12), Some("2026-01-31"), Some("2027-01-31")),
            ("2026-11-27", &[], Some(1), Some("2026-01-31"), Some("2026-02-28")),
            ("2026-11-27", &[3, 4, 5], Some(12), None, Some("2027-03-01")),
            ("2026-04-10", &[3, 4, 5], Some(12), None, Some("2026-04-10")),
            ("2026-11-27", &[3, 4, 5], Some(12), Some("2026-04-10"), Some("2027-04-10")),
            ("2026-11-27", &[3, 4, 5], Some(11), Some("2026-02-10"), Some("2027-03-01")),
            ("2026-11-27", &[3, 9], None, Some("2026-03-20"), Some("2026-09-01")),
            ("2026-11-27", &[12, 1, 2], None, Some("2026-12-05"), Some("2027-12-01")),
            ("2026-11-27", &[], None, Some("2026-03-20"), None),
        ];
        for (today, months, every_months, last, expected) in rows {
            let list = Checklist { months: months.to_vec(), every_months, ..Checklist::default() };
            let next = list.next(last.map(date), date(today)).map(|next| next.to_string());
            assert_eq!(next.as_deref(), expected, "{months:?} {every_months:?} {last:?}");
        }
    }
}
