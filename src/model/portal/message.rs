//! What one side says to the other.

use super::side::Side;
use crate::date::Instant;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A message: a part of the record, written once.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Message {
    /// Who says it.
    pub side: Side,
    /// What is said; beside a photo it may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Photos and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// What it is about: a quote, a variation, a job sheet, an invoice.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about: Option<RecordId>,
    /// The name of who says it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When, by their device.
    pub sent_at: Option<Instant>,
}

fielded!(Message {
    "side" => side,
    "text" => text,
    "files" => files,
    "about" => about,
    "name" => name,
    "sent_at" => sent_at,
});

impl Letter for Message {
    const KIND: &'static str = "message";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.text.trim().is_empty() && self.files.is_empty() {
            check.fault("text", FaultCode::Missing);
        }
        check.note("text", &self.text);
        check.files("files", &self.files);
        check.line("name", &self.name);
        if self.sent_at.is_none() {
            check.fault("sent_at", FaultCode::Missing);
        }
    }
}
