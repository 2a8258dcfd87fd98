//! What the provider asks to be paid, and the number that the server gives it.

use super::line::{self, Line};
use super::quote::Provider;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::money::CENTS_MAX;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// The id of the line by which a deposit is billed: it is no work, and what it bills is taken off where the work is billed.
pub const DEPOSIT: &str = "deposit";

/// Whether a line of that id bills a deposit: there is one for each class of tax that the work has, and what follows the id of the first tells them apart.
pub fn bills_deposit(id: &str) -> bool {
    id.strip_prefix(DEPOSIT).is_some_and(|rest| rest.is_empty() || rest.starts_with('-'))
}

/// A number as it is compared: neither how it is written nor the noughts before it make another of it.
pub fn number_key(number: &str) -> String {
    let key = number.trim().to_lowercase();
    let digits = key.trim_start_matches('0');
    if key.bytes().all(|byte| byte.is_ascii_digit()) && !digits.is_empty() { digits.to_owned() } else { key }
}

/// An invoice, or a credit note. Written once; what was wrong is credited and billed anew.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Invoice {
    /// Its number, if the provider typed one; else the server gives it one on arrival.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The invoice that it credits, of a credit note.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub credits: Option<RecordId>,
    /// The quote that it bills.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<RecordId>,
    /// The date on it.
    pub on: Option<Date>,
    /// The day by which it is to be paid.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// What is billed; a line has the id of the approved one that it bills.
    pub lines: Vec<Line>,
    /// Whether its prices include value-added tax.
    pub inclusive: bool,
    /// Cents of a deposit that was paid and is taken off.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deposit: Option<i64>,
    /// Who asks to be paid.
    pub provider: Provider,
    /// Who is to pay.
    pub client: Client,
    /// Where to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bank: Option<Bank>,
    /// The provider's own page for paying: an address that begins with `https://`.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub pay_link: String,
    /// Papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
}

fielded!(Invoice {
    "number" => number,
    "credits" => credits,
    "quote" => quote,
    "on" => on,
    "due" => due,
    "lines" => lines,
    "inclusive" => inclusive,
    "deposit" => deposit,
    "provider" => provider,
    "client" => client,
    "bank" => bank,
    "pay_link" => pay_link,
    "files" => files,
    "notes" => notes,
});

impl Invoice {
    /// Whether it bills a deposit and no work.
    pub fn is_deposit(&self) -> bool {
        !self.lines.is_empty() && self.lines.iter().all(|line| bills_deposit(&line.id))
    }
}

/// Whom an invoice is made out to.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Client {
    /// The name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// The VAT number, of a vendor.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub vat_number: String,
}

fielded!(Client { "name" => name, "address" => address, "vat_number" => vat_number });

/// A bank account to pay into.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Bank {
    /// The bank.
    pub bank: String,
    /// Whose account it is.
    pub holder: String,
    /// Its number.
    pub account: String,
    /// The branch code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub branch: String,
    /// The reference by which the payment is known.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reference: String,
}

fielded!(Bank {
    "bank" => bank,
    "holder" => holder,
    "account" => account,
    "branch" => branch,
    "reference" => reference,
});

impl Bank {
    pub(crate) fn check(&self, check: &mut Check) {
        check.name("bank.bank", &self.bank);
        check.name("bank.holder", &self.holder);
        check.name("bank.account", &self.account);
        check.line("bank.branch", &self.branch);
        check.line("bank.reference", &self.reference);
    }
}

impl Letter for Invoice {
    const KIND: &'static str = "invoice";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.line("number", &self.number);
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.years("on", self.on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.years("due", self.due.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        line::check(&self.lines, check);
        check.within("deposit", self.deposit.unwrap_or(0), 0, CENTS_MAX);
        self.provider.check(check);
        check.line("client.name", &self.client.name);
        check.note("client.address", &self.client.address);
        check.line("client.vat_number", &self.client.vat_number);
        self.bank.iter().for_each(|bank| bank.check(check));
        check.line("pay_link", &self.pay_link);
        if !self.pay_link.is_empty() && !self.pay_link.starts_with("https://") {
            check.fault("pay_link", FaultCode::NotAllowed);
        }
        check.files("files", &self.files);
        check.note("notes", &self.notes);
    }
}

/// The number that an invoice without one was given. Only the server writes it, and skips none.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct InvoiceNumber {
    /// The invoice.
    pub of: Option<RecordId>,
    /// Its number.
    pub number: String,
}

fielded!(InvoiceNumber { "of" => of, "number" => number });

impl Letter for InvoiceNumber {
    const KIND: &'static str = "invoice_number";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.of.is_none() {
            check.fault("of", FaultCode::Missing);
        }
        check.name("number", &self.number);
    }
}
