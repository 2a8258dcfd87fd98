//! A line of a firm's price book.

use crate::letter::{Check, Letter};
use crate::money::CENTS_MAX;
use crate::portal::{Line, Share, Vat};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Minutes that one unit may usually take: a month without a pause.
const MINUTES_MAX: i64 = 43_200;

/// What the firm asks for one unit of something.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Price {
    /// What is done or supplied, in plain words.
    pub what: String,
    /// The trade's own description.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub detail: String,
    /// By which quotes of several firms are compared.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// What is paid for.
    pub share: Share,
    /// The unit: `m`, `hour`; nothing for pieces.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit: String,
    /// Cents for one unit.
    pub price: i64,
    /// Whether the price includes value-added tax.
    pub inclusive: bool,
    /// The value-added tax on it.
    pub vat: Vat,
    /// Cents that one unit costs the firm. Nobody outside of its office is told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<i64>,
    /// Minutes that one unit usually takes.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Price {
    "what" => what,
    "detail" => detail,
    "key" => key,
    "share" => share,
    "unit" => unit,
    "price" => price,
    "inclusive" => inclusive,
    "vat" => vat,
    "cost" => cost,
    "minutes" => minutes,
    "deleted" => deleted,
});

impl Price {
    /// A line of a quote for one unit, by an `id` that no other line of the quote has. Its price is as the book has it: whether that includes
    /// value-added tax the quote has to say.
    pub fn line(&self, id: &str) -> Line {
        Line {
            id: id.to_owned(),
            what: self.what.clone(),
            detail: self.detail.clone(),
            key: self.key.clone(),
            share: self.share,
            unit: self.unit.clone(),
            price: self.price,
            vat: self.vat,
            quantity: 1000,
            ..Line::default()
        }
    }
}

impl Letter for Price {
    const KIND: &'static str = "price";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("what", &self.what);
        check.note("detail", &self.detail);
        check.line("key", &self.key);
        check.line("unit", &self.unit);
        check.within("price", self.price, 0, CENTS_MAX);
        check.within("cost", self.cost.unwrap_or(0), 0, CENTS_MAX);
        check.within("minutes", self.minutes.unwrap_or(0), 0, MINUTES_MAX);
    }
}
