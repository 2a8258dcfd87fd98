//! What a provider offers to do, for how much and on which terms.

use super::line::{self, Line};
use super::registration::Registration;
use crate::date::{Date, PartialDate};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::money::CENTS_MAX;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Options of one quote: good, better, best, and a few more.
const OPTIONS_MAX: usize = 10;
/// Days that the work may take: two years.
pub(crate) const DAYS_MAX: i64 = 731;
/// Months of a warranty, as everywhere.
pub(crate) const MONTHS_MAX: i64 = 1200;

/// A quote. Written once; another that `replaces` it is its next version.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Quote {
    /// Its number, as the provider typed it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The day on it.
    pub on: Option<Date>,
    /// The quote that it takes the place of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaces: Option<RecordId>,
    /// What it is for, in a line.
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
    /// Cents to be paid before the work begins.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit: Option<i64>,
    /// The last day on which it can be approved.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub valid_until: Option<Date>,
    /// The terms.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub terms: String,
    /// When the work could begin.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub starts: Option<PartialDate>,
    /// How many days it takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes_days: Option<i64>,
    /// Months of warranty that the provider offers, beside what the law gives.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty_months: Option<i64>,
    /// What that warranty covers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub warranty: String,
    /// Who offers it.
    pub provider: Provider,
    /// Photos and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

fielded!(Quote {
    "number" => number,
    "on" => on,
    "replaces" => replaces,
    "title" => title,
    "lines" => lines,
    "options" => options,
    "inclusive" => inclusive,
    "exclusions" => exclusions,
    "deposit" => deposit,
    "valid_until" => valid_until,
    "terms" => terms,
    "starts" => starts,
    "takes_days" => takes_days,
    "warranty_months" => warranty_months,
    "warranty" => warranty,
    "provider" => provider,
    "files" => files,
    "notes" => notes,
});

/// An option of a quote.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Choice {
    /// By which lines name it.
    pub key: String,
    /// What it is called: good, better, best.
    pub name: String,
    /// What sets it apart, in plain words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
}

fielded!(Choice { "key" => key, "name" => name, "words" => words });

/// A provider, as they tell of themselves.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Provider {
    /// The firm.
    pub name: String,
    /// Its address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Its telephone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Its address for mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
    /// Its VAT number; none of who is no vendor.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub vat_number: String,
    /// With whom it is registered, as it says.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub registrations: Vec<Registration>,
}

fielded!(Provider {
    "name" => name,
    "address" => address,
    "phone" => phone,
    "email" => email,
    "vat_number" => vat_number,
    "registrations" => registrations,
});

impl Provider {
    pub(super) fn check(&self, check: &mut Check) {
        check.name("provider.name", &self.name);
        check.note("provider.address", &self.address);
        check.line("provider.phone", &self.phone);
        check.line("provider.email", &self.email);
        check.line("provider.vat_number", &self.vat_number);
        check.list("provider.registrations", &self.registrations);
        for registration in &self.registrations {
            registration.check("provider.registrations", check);
        }
    }
}

impl Letter for Quote {
    const KIND: &'static str = "quote";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.line("number", &self.number);
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.years("on", self.on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.name("title", &self.title);
        line::check(&self.lines, check);
        check_options(&self.options, &self.lines, check);
        check.list("exclusions", &self.exclusions);
        self.exclusions.iter().for_each(|one| check.line("exclusions", one));
        check.within("deposit", self.deposit.unwrap_or(0), 0, CENTS_MAX);
        check.years("valid_until", self.valid_until.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.note("terms", &self.terms);
        check.told("starts", self.starts);
        check.within("takes_days", self.takes_days.unwrap_or(0), 0, DAYS_MAX);
        check.within("warranty_months", self.warranty_months.unwrap_or(0), 0, MONTHS_MAX);
        check.note("warranty", &self.warranty);
        self.provider.check(check);
        check.files("files", &self.files);
        check.note("notes", &self.notes);
    }
}

/// Faults of the options of a quote, and of the lines that name them.
pub(crate) fn check_options(options: &[Choice], lines: &[Line], check: &mut Check) {
    check.many("options", options.len(), OPTIONS_MAX);
    for option in options {
        check.name("options.key", &option.key);
        check.name("options.name", &option.name);
        check.note("options.words", &option.words);
    }
    let is_known = |key: &str| key.is_empty() || options.iter().any(|option| option.key == key);
    if !lines.iter().all(|line| is_known(&line.option)) {
        check.fault("lines.option", FaultCode::NotAllowed);
    }
}
