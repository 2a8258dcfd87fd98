//! Votes of trustees.

use crate::date::Instant;
use crate::estate::approval::Say;
use crate::fault::FaultCode;
use crate::id::AccountId;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A trustee's vote.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Vote {
    /// The matter.
    pub motion: Option<RecordId>,
    /// Whose.
    pub member: Option<AccountId>,
    /// What.
    pub say: Say,
    /// The trustee's name.
    pub name: String,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// When, by their device.
    pub at: Option<Instant>,
}

fielded!(Vote {
    "motion" => motion,
    "member" => member,
    "say" => say,
    "name" => name,
    "reason" => reason,
    "at" => at,
});

impl Letter for Vote {
    const KIND: &'static str = "vote";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.motion.is_none() {
            check.fault("motion", FaultCode::Missing);
        }
        if self.member.is_none() {
            check.fault("member", FaultCode::Missing);
        }
        check.name("name", &self.name);
        check.note("reason", &self.reason);
        if self.at.is_none() {
            check.fault("at", FaultCode::Missing);
        }
    }
}
