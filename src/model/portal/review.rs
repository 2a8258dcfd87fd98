//! What an owner says of a finished job, and what its provider answers.

use crate::date::Instant;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// The best mark; the least is 1.
pub const MARK_MAX: i64 = 5;

/// A review of a finished job: words, marks, or both. Written once, by who signed that the job is done.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Review {
    /// The job sheet that was signed.
    pub of: Option<RecordId>,
    /// How good the work is, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub work: Option<i64>,
    /// How well they kept to time and price, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub word: Option<i64>,
    /// How they treated people and place, 1 to 5.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manner: Option<i64>,
    /// In words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// The name of who says so.
    pub name: String,
    /// When, by their device.
    pub reviewed_at: Option<Instant>,
}

fielded!(Review {
    "of" => of,
    "work" => work,
    "word" => word,
    "manner" => manner,
    "text" => text,
    "name" => name,
    "reviewed_at" => reviewed_at,
});

impl Review {
    /// The marks, in the order in which they are asked for.
    pub fn marks(&self) -> [Option<i64>; 3] {
        [self.work, self.word, self.manner]
    }
}

impl Letter for Review {
    const KIND: &'static str = "review";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        for (field, is_missing) in [("of", self.of.is_none()), ("reviewed_at", self.reviewed_at.is_none())] {
            if is_missing {
                check.fault(field, FaultCode::Missing);
            }
        }
        for (field, mark) in ["work", "word", "manner"].into_iter().zip(self.marks()) {
            check.within(field, mark.unwrap_or(1), 1, MARK_MAX);
        }
        check.note("text", &self.text);
        if self.text.trim().is_empty() && self.marks().iter().all(Option::is_none) {
            check.fault("text", FaultCode::Missing);
        }
        check.name("name", &self.name);
    }
}

/// What the provider answers to a review. Written once.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Answer {
    /// The review.
    pub of: Option<RecordId>,
    /// In words.
    pub text: String,
    /// The name of who answers.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When, by their device.
    pub answered_at: Option<Instant>,
}

fielded!(Answer { "of" => of, "text" => text, "name" => name, "answered_at" => answered_at });

impl Letter for Answer {
    const KIND: &'static str = "answer";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        for (field, is_missing) in [("of", self.of.is_none()), ("answered_at", self.answered_at.is_none())] {
            if is_missing {
                check.fault(field, FaultCode::Missing);
            }
        }
        check.note("text", &self.text);
        if self.text.trim().is_empty() {
            check.fault("text", FaultCode::Missing);
        }
        check.line("name", &self.name);
    }
}
