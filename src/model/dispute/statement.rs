//! What somebody says or shows in a case: a fact.

use super::act::speaker;
use super::matter::Dispute;
use crate::date::Instant;
use crate::estate::case::{Act, Role};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use crate::scheme::CENTS_MAX;
use serde::Serialize;

/// A statement: words, and what bears them out.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Statement {
    /// By which party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<RecordId>,
    /// Or by what they are in the scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Role>,
    /// What is said; beside a photo it may be empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Photos and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// A rule that is quoted, with where it stands.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// What a quote says that it costs, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<i64>,
    /// An entry of a logbook, as it was copied here: its day, title and what was done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub entry: String,
    /// The name of who says it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When, by their device.
    pub at: Option<Instant>,
}

fielded!(Statement {
    "party" => party,
    "office" => office,
    "text" => text,
    "files" => files,
    "rule" => rule,
    "cents" => cents,
    "entry" => entry,
    "name" => name,
    "at" => at,
});

impl Statement {
    /// What it is to the rules: a fact is added, mere words are said.
    pub fn act(&self) -> Act {
        let is_bare = self.files.is_empty() && self.rule.is_empty() && self.cents.is_none() && self.entry.is_empty();
        if is_bare { Act::Say } else { Act::Add }
    }
}

impl Letter for Statement {
    const KIND: &'static str = "statement";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        speaker(self.party, self.office, check);
        if self.text.trim().is_empty() && self.act() == Act::Say {
            check.fault("text", FaultCode::Missing);
        }
        check.note("text", &self.text);
        check.files("files", &self.files);
        check.note("rule", &self.rule);
        check.note("entry", &self.entry);
        check.within("cents", self.cents.unwrap_or(0), 0, CENTS_MAX);
        check.line("name", &self.name);
        if self.at.is_none() {
            check.fault("at", FaultCode::Missing);
        }
    }
}

/// The names of the kinds of a case.
pub const KINDS: [&str; 3] = [Dispute::KIND, super::DisputeAct::KIND, Statement::KIND];
