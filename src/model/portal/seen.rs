//! How far a side has read.

use super::side::Side;
use crate::canonical::WHOLE_MAX;
use crate::date::Instant;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A side's mark in a deal; one record a side.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Seen {
    /// Whose mark it is.
    pub side: Side,
    /// The number of the latest record that was looked at.
    pub rev: i64,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
}

fielded!(Seen { "side" => side, "rev" => rev, "at" => at });

impl Letter for Seen {
    const KIND: &'static str = "seen";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.within("rev", self.rev, 0, WHOLE_MAX);
    }
}
