//! Something in the home that is owned and insured, with how many there are.

use crate::date::PartialDate;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::money::Money;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// An item of the home's contents.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Item {
    /// What it is.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// The zone it is kept in.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub zone: Option<RecordId>,
    /// Who made it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub make: String,
    /// The maker's model.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub model: String,
    /// The maker's serial number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub serial: String,
    /// When it was bought.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bought: Option<PartialDate>,
    /// What one cost.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub price: Option<Money>,
    /// What one would cost to replace.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replacement: Option<Money>,
    /// Photos and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Item {
    "name" => name,
    "quantity" => quantity,
    "zone" => zone,
    "make" => make,
    "model" => model,
    "serial" => serial,
    "bought" => bought,
    "price" => price,
    "replacement" => replacement,
    "files" => files,
    "notes" => notes,
    "deleted" => deleted,
});

impl Default for Item {
    fn default() -> Self {
        Self {
            name: String::new(),
            quantity: 1,
            zone: None,
            make: String::new(),
            model: String::new(),
            serial: String::new(),
            bought: None,
            price: None,
            replacement: None,
            files: Vec::new(),
            notes: String::new(),
            deleted: None,
        }
    }
}

impl Letter for Item {
    const KIND: &'static str = "item";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.within("quantity", self.quantity, 0, 1_000_000);
        check.line("make", &self.make);
        check.line("model", &self.model);
        check.line("serial", &self.serial);
        check.told("bought", self.bought);
        check.money("price", self.price.as_ref());
        check.money("replacement", self.replacement.as_ref());
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
        check.note("notes", &self.notes);
    }
}
