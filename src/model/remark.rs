//! What somebody says about a record, or signs for it: a comment, or a countersignature.

use crate::choice::choice;
use crate::date::PartialDate;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

choice! {
    /// What sort of remark.
    RemarkType {
        /// Somebody says something.
        Comment = "comment",
        /// Somebody confirms what a fact says. A fact never changes, so that the id of the one that was signed fixes its words: what
        /// amends it later is another, and not signed.
        Countersignature = "countersignature",
    }
}

/// Kinds of facts that can be countersigned.
pub const SIGNED: [&str; 2] = ["entry", "certificate"];

/// A remark about a record. Written once.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Remark {
    /// What sort.
    #[serde(rename = "type")]
    pub sort: RemarkType,
    /// The record that it is about; of a fact, the very version.
    pub about: Option<RecordId>,
    /// What is said; beside a countersignature it may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Who says it; nobody in a home that was handed over without its names.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// As what: a firm, an office.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub capacity: String,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

fielded!(Remark {
    "type" => sort,
    "about" => about,
    "text" => text,
    "name" => name,
    "capacity" => capacity,
    "on" => on,
});

impl Letter for Remark {
    const KIND: &'static str = "remark";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.about.is_none() {
            check.fault("about", FaultCode::Missing);
        }
        if self.sort == RemarkType::Comment && self.text.trim().is_empty() {
            check.fault("text", FaultCode::Missing);
        }
        check.note("text", &self.text);
        // Who it was is gone from a home that was handed over without its names.
        check.line("name", &self.name);
        check.line("capacity", &self.capacity);
        check.told("on", self.on);
    }
}
