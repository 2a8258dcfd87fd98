//! The fact that another fact was a mistake.

use crate::entry::Elsewhere;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Takes a fact back. Both stay in the history.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Withdrawal {
    /// The fact that is taken back.
    pub of: Option<RecordId>,
    /// Why.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Where it was moved to, if it belonged to another home.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_to: Option<Elsewhere>,
}

fielded!(Withdrawal {
    "of" => of,
    "reason" => reason,
    "moved_to" => moved_to,
});

impl Letter for Withdrawal {
    const KIND: &'static str = "withdrawal";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.of.is_none() {
            check.fault("of", FaultCode::Missing);
        }
        check.line("reason", &self.reason);
    }
}
