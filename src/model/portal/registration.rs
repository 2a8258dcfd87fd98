//! What a provider says they are registered as, and whether somebody of the home looked it up.

use super::deal::{Deal, Kept};
use crate::date::{Date, Instant};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A registration or an insurance, as the provider tells of it: PIRB, SAQCC Gas, the Department of Employment and Labour, public liability.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Registration {
    /// The body, or the insurer.
    pub body: String,
    /// The number there.
    pub number: String,
    /// The last day on which it holds.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
    /// The card, the certificate or the policy.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<FileRef>,
}

fielded!(Registration { "body" => body, "number" => number, "expires" => expires, "file" => file });

impl Registration {
    pub(super) fn check(&self, field: &str, check: &mut Check) {
        check.line(&format!("{field}.body"), &self.body);
        check.line(&format!("{field}.number"), &self.number);
        check.years(&format!("{field}.expires"), self.expires.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        self.file.iter().for_each(|file| file.check(&format!("{field}.file"), check));
    }

    /// Whether its last day is over.
    pub fn is_expired(&self, today: Date) -> bool {
        self.expires.is_some_and(|last| last < today)
    }
}

/// That somebody of the home looked a registration up: which, how, and what came of it. Written once; the latest on the same registration stands.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Confirmation {
    /// The body.
    pub body: String,
    /// The number there.
    pub number: String,
    /// The last day on which it holds, as the provider told it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expires: Option<Date>,
    /// How it was checked, in words.
    pub how: String,
    /// Whether it turned out not to be so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub wrong: Option<bool>,
    /// The name of who checked.
    pub name: String,
    /// When, by their device.
    pub confirmed_at: Option<Instant>,
}

fielded!(Confirmation {
    "body" => body,
    "number" => number,
    "expires" => expires,
    "how" => how,
    "wrong" => wrong,
    "name" => name,
    "confirmed_at" => confirmed_at,
});

impl Confirmation {
    /// Whether it is about just that registration: another number or another last day was not checked.
    pub fn is_of(&self, told: &Registration) -> bool {
        (&self.body, &self.number, self.expires) == (&told.body, &told.number, told.expires)
    }
}

impl Letter for Confirmation {
    const KIND: &'static str = "confirmation";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("body", &self.body);
        check.line("number", &self.number);
        check.years("expires", self.expires.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.name("how", &self.how);
        check.name("name", &self.name);
        if self.confirmed_at.is_none() {
            check.fault("confirmed_at", FaultCode::Missing);
        }
    }
}

/// What a registration is worth.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust<'a> {
    /// The provider says so; nobody looked it up.
    Stated,
    /// Somebody of the home looked it up, and it holds.
    Confirmed(&'a Kept<Confirmation>),
    /// Somebody of the home looked it up, and it is not so.
    Wrong(&'a Kept<Confirmation>),
    /// Its last day is over.
    Expired,
}

/// What a registration is worth on a day, by what was looked up in the deals of the home with its provider.
pub fn trust<'a>(
    checked: impl IntoIterator<Item = &'a Kept<Confirmation>>,
    told: &Registration,
    today: Date,
) -> Trust<'a> {
    let of = checked.into_iter().filter(|one| one.letter.is_of(told));
    match of.max_by_key(|one| one.letter.confirmed_at) {
        Some(latest) if latest.letter.wrong == Some(true) => Trust::Wrong(latest),
        _ if told.is_expired(today) => Trust::Expired,
        Some(latest) => Trust::Confirmed(latest),
        None => Trust::Stated,
    }
}

impl Deal {
    /// What the provider says of their registrations: in the latest paper that names any.
    pub fn registrations(&self) -> &[Registration] {
        let quoted = self.quotes.iter().map(|quote| (quote.place, &quote.letter.provider));
        let billed = self.invoices.iter().map(|invoice| (invoice.place, &invoice.letter.provider));
        let told = quoted.chain(billed).filter(|(_, provider)| !provider.registrations.is_empty());
        told.max_by_key(|(place, _)| *place).map_or(&[], |(_, provider)| &provider.registrations)
    }
}
