//! That money was paid, as one side tells it.

use super::side::Side;
use crate::choice::choice;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::money::CENTS_MAX;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A payment. Codessa moves no money: it only keeps that it was moved.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Payment {
    /// The invoice; of a deposit, the quote.
    pub of: Option<RecordId>,
    /// Who tells it.
    pub side: Side,
    /// Cents.
    pub cents: i64,
    /// The day.
    pub on: Option<Date>,
    /// How.
    pub means: Means,
    /// The reference it was paid with.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reference: String,
    /// Proof of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
}

fielded!(Payment {
    "of" => of,
    "side" => side,
    "cents" => cents,
    "on" => on,
    "means" => means,
    "reference" => reference,
    "files" => files,
});

choice! {
    /// How something was paid.
    Means {
        /// From one account to another.
        Transfer = "transfer",
        /// By card.
        Card = "card",
        /// In cash.
        Cash = "cash",
        /// Otherwise.
        Other = "other",
    }
}

impl Letter for Payment {
    const KIND: &'static str = "payment";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        for (field, is_missing) in [("of", self.of.is_none()), ("on", self.on.is_none())] {
            if is_missing {
                check.fault(field, FaultCode::Missing);
            }
        }
        check.within("cents", self.cents, 1, CENTS_MAX);
        check.years("on", self.on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.line("reference", &self.reference);
        check.files("files", &self.files);
    }
}
