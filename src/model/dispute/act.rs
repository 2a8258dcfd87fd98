//! Something that is done in a case: a fact.

use crate::date::Instant;
use crate::estate::case::{Act, Role};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// An act: by which state follows from which. What is said and shown are [statements](super::Statement).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct DisputeAct {
    /// What is done.
    pub act: Act,
    /// By which party.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub party: Option<RecordId>,
    /// Or in which office of the scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Role>,
    /// What is said with it; of a decision its reasons.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Photos and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// The name of who does it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When, by their device.
    pub at: Option<Instant>,
}

fielded!(DisputeAct {
    "act" => act,
    "party" => party,
    "office" => office,
    "text" => text,
    "files" => files,
    "name" => name,
    "at" => at,
});

impl Letter for DisputeAct {
    const KIND: &'static str = "dispute_act";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if matches!(self.act, Act::Add | Act::Say) {
            check.fault("act", FaultCode::NotAllowed);
        }
        speaker(self.party, self.office, check);
        // A decision without its reasons is none.
        let needs_text = matches!(self.act, Act::Open | Act::Answer | Act::Decide | Act::Appeal | Act::DecideAppeal);
        if needs_text && self.text.trim().is_empty() {
            check.fault("text", FaultCode::Missing);
        }
        check.note("text", &self.text);
        check.files("files", &self.files);
        check.line("name", &self.name);
        if self.at.is_none() {
            check.fault("at", FaultCode::Missing);
        }
    }
}

/// Whoever speaks is a party or holds an office; with both it is the party's word, written down in that office.
pub(super) fn speaker(party: Option<RecordId>, office: Option<Role>, check: &mut Check) {
    if party.is_none() && office.is_none() {
        check.fault("party", FaultCode::Missing);
    }
    if office.is_some_and(|role| !matches!(role, Role::Trustee | Role::Manager)) {
        check.fault("office", FaultCode::NotAllowed);
    }
}
