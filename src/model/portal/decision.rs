//! What the client decides on a quote or a variation.

use super::drawn;
use super::line::LINES_MAX;
use crate::choice::choice;
use crate::date::Instant;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A decision: who, when, on which version, on which device. Written once.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Decision {
    /// The quote or the variation; the very version.
    pub on: Option<RecordId>,
    /// What was decided.
    pub verdict: Verdict,
    /// The option that was picked, of a quote that has options.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub option: String,
    /// Ids of the optional lines that were ticked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub ticked: Vec<String>,
    /// Why, or what is to be changed.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The name of who decided.
    pub name: String,
    /// The signature, as a picture of a paper that was signed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signature: Option<FileRef>,
    /// The signature, drawn: strokes as [`drawn`] has them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub drawn: String,
    /// Whether a passkey confirmed it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub passkey: Option<bool>,
    /// The device, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub device: String,
    /// When, by that device.
    pub decided_at: Option<Instant>,
}

fielded!(Decision {
    "on" => on,
    "verdict" => verdict,
    "option" => option,
    "ticked" => ticked,
    "reason" => reason,
    "name" => name,
    "signature" => signature,
    "drawn" => drawn,
    "passkey" => passkey,
    "device" => device,
    "decided_at" => decided_at,
});

choice! {
    /// What was decided.
    Verdict {
        /// Something about it should be changed.
        Change = "change",
        /// It is approved.
        Approve = "approve",
        /// It is declined.
        Decline = "decline",
    }
}

impl Letter for Decision {
    const KIND: &'static str = "decision";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.line("option", &self.option);
        check.many("ticked", self.ticked.len(), LINES_MAX);
        self.ticked.iter().for_each(|id| check.line("ticked", id));
        check.note("reason", &self.reason);
        check.name("name", &self.name);
        self.signature.iter().for_each(|file| file.check("signature", check));
        drawn::check(&self.drawn, check);
        check.line("device", &self.device);
        if self.decided_at.is_none() {
            check.fault("decided_at", FaultCode::Missing);
        }
    }
}
