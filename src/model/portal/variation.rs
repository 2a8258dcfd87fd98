//! What turned up during the work and costs more than was approved.

use super::line::{self, Line};
use crate::date::Date;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A variation of an approved quote. Its prices are told as those of the quote, with or without tax.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Variation {
    /// The quote.
    pub quote: Option<RecordId>,
    /// What it is, in a line.
    pub title: String,
    /// The day on which it was found.
    pub on: Option<Date>,
    /// What is added, or below nothing left out.
    pub lines: Vec<Line>,
    /// Why it was not known before.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Photos.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
}

fielded!(Variation {
    "quote" => quote,
    "title" => title,
    "on" => on,
    "lines" => lines,
    "reason" => reason,
    "files" => files,
});

impl Letter for Variation {
    const KIND: &'static str = "variation";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        for (field, is_missing) in [("quote", self.quote.is_none()), ("on", self.on.is_none())] {
            if is_missing {
                check.fault(field, FaultCode::Missing);
            }
        }
        check.name("title", &self.title);
        check.years("on", self.on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        line::check(&self.lines, check);
        check.note("reason", &self.reason);
        check.files("files", &self.files);
    }
}
