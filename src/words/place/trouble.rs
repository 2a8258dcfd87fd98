//! Refusals and failures, in words that say what to do.

use model::{Fault, FaultCode};

/// What can go wrong between a person and what they want.
pub struct Trouble {
    /// No network, for something that needs one.
    pub offline: &'static str,
    /// The server is busy or failed.
    pub busy: &'static str,
    /// Nobody is signed in.
    pub sign_in: &'static str,
    /// The role may not do this.
    pub forbidden: &'static str,
    /// No such page or thing.
    pub not_found: &'static str,
    /// A wrong or expired code.
    pub wrong_code: &'static str,
    /// Too often.
    pub too_many: &'static str,
    /// The server does not know the kind.
    pub unknown_kind: &'static str,
    /// Refused for its faults.
    pub invalid: fn(&[Fault]) -> String,
    /// Refused otherwise.
    pub refused: &'static str,
    /// What is wrong with a field: its code, and the limit that was passed, already written for people.
    pub fault: fn(FaultCode, Option<&str>) -> String,
}
