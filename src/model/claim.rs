//! A claim on a warranty: what went wrong, what was asked, and what came of it.

use crate::choice::choice;
use crate::date::PartialDate;
use crate::fault::{Fault, FaultCode};
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A claim.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Claim {
    /// The warranty.
    pub warranty: Option<RecordId>,
    /// The system, of a warranty on several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<RecordId>,
    /// What happened, in a line.
    pub title: String,
    /// When it was asked for.
    pub asked: Option<PartialDate>,
    /// What came of it.
    pub outcome: Outcome,
    /// When that was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided: Option<PartialDate>,
    /// What they answered.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub answer: String,
    /// What it did to the warranty, if anything.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub effect: Option<Effect>,
    /// For how long: months more, or of the new start. A new start without a length runs as long as the warranty did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<i64>,
    /// Photos and letters.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Documents of this logbook that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<RecordId>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Claim {
    "warranty" => warranty,
    "system" => system,
    "title" => title,
    "asked" => asked,
    "outcome" => outcome,
    "decided" => decided,
    "answer" => answer,
    "effect" => effect,
    "months" => months,
    "files" => files,
    "documents" => documents,
    "notes" => notes,
    "deleted" => deleted,
});

choice! {
    /// What came of a claim.
    Outcome {
        /// Nobody has answered yet.
        Waiting = "waiting",
        /// They put it right.
        Accepted = "accepted",
        /// They put a part of it right.
        Partly = "partly",
        /// They refused.
        Refused = "refused",
    }
}

choice! {
    /// What a claim did to the warranty.
    Effect {
        /// It runs longer.
        Extends = "extends",
        /// It began anew.
        Restarts = "restarts",
    }
}

impl Letter for Claim {
    const KIND: &'static str = "claim";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.warranty.is_none() {
            check.fault("warranty", FaultCode::Missing);
        }
        check.name("title", &self.title);
        if self.asked.is_none() {
            check.fault("asked", FaultCode::Missing);
        }
        check.told("asked", self.asked);
        check.told("decided", self.decided);
        check.note("answer", &self.answer);
        if let Some(months) = self.months {
            check.within("months", months, 1, 1200);
        }
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
        check.list("documents", &self.documents);
        check.note("notes", &self.notes);
    }

    fn conflicts(&self) -> Vec<Fault> {
        match (self.asked.and_then(|asked| asked.earliest()), self.decided) {
            (Some(asked), Some(decided)) if decided.latest() < asked => {
                vec![Fault::new("decided", FaultCode::Contradicts)]
            }
            _ => Vec::new(),
        }
    }
}
