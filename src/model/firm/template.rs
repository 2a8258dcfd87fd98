//! A quote that a firm writes again and again.

use crate::date::Date;
use crate::letter::{Check, Letter};
use crate::portal::line::{self, Line};
use crate::portal::quote::{self, Choice, Quote};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Days for which a quote may be open: a year.
const VALID_DAYS_MAX: u32 = 366;

/// A quote without a client.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Template {
    /// By which the firm knows it.
    pub name: String,
    /// What the quote is for, in a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// What is offered.
    pub lines: Vec<Line>,
    /// Of which one is picked, if there are any.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub options: Vec<Choice>,
    /// Whether its prices include value-added tax.
    pub inclusive: bool,
    /// What is not in it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<String>,
    /// How much of the total is to be paid before the work begins, in per cent.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit_percent: Option<i64>,
    /// Days for which the quote can be approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_days: Option<u32>,
    /// The terms.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// How many days the work takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes_days: Option<i64>,
    /// Months of warranty that the firm offers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty_months: Option<i64>,
    /// What that warranty covers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub warranty: String,
    /// Anything else that the client reads.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Template {
    "name" => name,
    "title" => title,
    "lines" => lines,
    "options" => options,
    "inclusive" => inclusive,
    "exclusions" => exclusions,
    "deposit_percent" => deposit_percent,
    "valid_days" => valid_days,
    "terms" => terms,
    "takes_days" => takes_days,
    "warranty_months" => warranty_months,
    "warranty" => warranty,
    "notes" => notes,
    "deleted" => deleted,
});

impl Template {
    /// The quote that it begins, dated `today`. Its deposit follows from its total once that is known, and who offers it is still to be said.
    pub fn quote(&self, today: Date) -> Quote {
        Quote {
            on: Some(today),
            title: self.title.clone(),
            lines: self.lines.clone(),
            options: self.options.clone(),
            inclusive: self.inclusive,
            exclusions: self.exclusions.clone(),
            valid_until: self.valid_days.map(|days| today.plus_days(days)),
            terms: self.terms.clone(),
            takes_days: self.takes_days,
            warranty_months: self.warranty_months,
            warranty: self.warranty.clone(),
            notes: self.notes.clone(),
            ..Quote::default()
        }
    }

    /// Cents to be paid before the work begins of so many in all, half a cent away from nothing; none where nothing is asked.
    pub fn deposit(&self, total: i64) -> Option<i64> {
        let percent = self.deposit_percent.filter(|percent| *percent > 0)?;
        let hundredths = i128::from(total) * i128::from(percent);
        i64::try_from((hundredths + 50 * hundredths.signum()) / 100).ok()
    }
}

impl Letter for Template {
    const KIND: &'static str = "template";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.line("title", &self.title);
        line::check(&self.lines, check);
        quote::check_options(&self.options, &self.lines, check);
        check.list("exclusions", &self.exclusions);
        self.exclusions.iter().for_each(|one| check.line("exclusions", one));
        check.within("deposit_percent", self.deposit_percent.unwrap_or(0), 0, 100);
        check.within("valid_days", self.valid_days.unwrap_or(0).into(), 0, VALID_DAYS_MAX.into());
        check.note("terms", &self.terms);
        check.within("takes_days", self.takes_days.unwrap_or(0), 0, quote::DAYS_MAX);
        check.within("warranty_months", self.warranty_months.unwrap_or(0), 0, quote::MONTHS_MAX);
        check.note("warranty", &self.warranty);
        check.note("notes", &self.notes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_deposit_is_a_share_of_the_total_to_the_cent() {
        let rows = [
            (None, 100_000, None),
            (Some(0), 100_000, None),
            (Some(50), 100_001, Some(50_001)),
            (Some(33), 100, Some(33)),
            (Some(33), 50, Some(17)),
            (Some(100), 1, Some(1)),
            (Some(50), -101, Some(-51)),
        ];
        for (deposit_percent, total, expected) in rows {
            let template = Template { deposit_percent, ..Template::default() };
            assert_eq!(template.deposit(total), expected, "{deposit_percent:?} of {total}");
        }
    }
}
