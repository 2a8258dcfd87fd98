//! What a firm says of itself.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::portal::{Bank, Provider, Registration};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Days before a registration ends from which it is shown that it soon will.
const SOON_DAYS: i64 = 30;

/// A firm. There is one record of it in its space.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Firm {
    /// Its name.
    pub name: String,
    /// Its trade, in plain words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub trade: String,
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
    /// Where it is paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bank: Option<Bank>,
    /// With whom it is registered, and what else it can show: insurance, a licence.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub registrations: Vec<Registration>,
    /// Anything else, for the team.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

fielded!(Firm {
    "name" => name,
    "trade" => trade,
    "address" => address,
    "phone" => phone,
    "email" => email,
    "vat_number" => vat_number,
    "bank" => bank,
    "registrations" => registrations,
    "notes" => notes,
});

/// How a registration stands on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It holds, as far as is known.
    Holds,
    /// It ends in so many days, the last one included.
    Ends(i64),
    /// It has ended.
    Over,
}

impl Standing {
    /// That of a registration `today`.
    pub fn of(registration: &Registration, today: Date) -> Self {
        match registration.expires.map(|last| last.days_since(today)) {
            Some(left) if left < 0 => Self::Over,
            Some(left) if left <= SOON_DAYS => Self::Ends(left),
            _ => Self::Holds,
        }
    }
}

impl Firm {
    /// The firm as its quotes and invoices of `today` show it: with the registrations that have not ended.
    pub fn provider(&self, today: Date) -> Provider {
        let holds = |one: &&Registration| !one.is_expired(today);
        Provider {
            name: self.name.clone(),
            address: self.address.clone(),
            phone: self.phone.clone(),
            email: self.email.clone(),
            vat_number: self.vat_number.clone(),
            registrations: self.registrations.iter().filter(holds).cloned().collect(),
        }
    }
}

impl Letter for Firm {
    const KIND: &'static str = "firm";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.line("trade", &self.trade);
        check.note("address", &self.address);
        check.line("phone", &self.phone);
        check.line("email", &self.email);
        if !self.email.is_empty() && !self.email.contains('@') {
            check.fault("email", FaultCode::Unreadable);
        }
        check.line("vat_number", &self.vat_number);
        self.bank.iter().for_each(|bank| bank.check(check));
        check.list("registrations", &self.registrations);
        for one in &self.registrations {
            check.name("registrations.body", &one.body);
            check.name("registrations.number", &one.number);
            check.years("registrations.expires", one.expires.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
            one.file.iter().for_each(|file| file.check("registrations.file", check));
        }
        check.note("notes", &self.notes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> Date {
        text.parse().expect("a date")
    }

    #[test]
    fn a_registration_holds_until_the_end_of_its_last_day() {
        let rows = [
            (None, Standing::Holds),
            (Some("2027-11-27"), Standing::Holds),
            (Some("2026-12-28"), Standing::Holds),
            (Some("2026-12-27"), Standing::Ends(30)),
            (Some("2026-11-27"), Standing::Ends(0)),
            (Some("2026-11-26"), Standing::Over),
        ];
        for (expires, expected) in rows {
            let one = Registration { expires: expires.map(date), ..Registration::default() };
            assert_eq!(Standing::of(&one, date("2026-11-27")), expected, "{expires:?}");
        }
    }

    #[test]
    fn papers_show_no_registration_that_has_ended() {
        let one = |body: &str, expires: Option<&str>| Registration {
            body: body.to_owned(),
            expires: expires.map(date),
            ..Registration::default()
        };
        let registrations = vec![one("PIRB", None), one("SAQCC Gas", Some("2026-01-31"))];
        let firm = Firm { name: "Ann's Plumbing".into(), registrations, ..Firm::default() };
        let shown = firm.provider(date("2026-11-27"));
        assert_eq!(shown.name, "Ann's Plumbing");
        assert_eq!(shown.registrations.iter().map(|one| one.body.as_str()).collect::<Vec<_>>(), ["PIRB"]);
    }
}
