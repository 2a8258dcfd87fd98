//! How a scheme stood, month by month.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::letter::{Check, Letter};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// How a scheme stood in a month, for its trend. Only the server writes it; the last of a month stands.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Tally {
    /// The day on which that was so.
    pub on: Option<Date>,
    /// Units there were.
    #[serde(skip_serializing_if = "is_default")]
    pub units: u32,
    /// The score, from 0 to 100; none where it could not be told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub score: Option<u32>,
    /// How much was known, from 0 to 100.
    #[serde(skip_serializing_if = "is_default")]
    pub confidence: u32,
    /// What each part earned, in hundredths of points, in the order of the parts.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<u32>,
    /// Certificates for safety that were good.
    #[serde(skip_serializing_if = "is_default")]
    pub fine: u32,
    /// Those that were asked for and were not there or did not do.
    #[serde(skip_serializing_if = "is_default")]
    pub lacking: u32,
    /// Those of which nothing was known.
    #[serde(skip_serializing_if = "is_default")]
    pub unknown: u32,
}

fielded!(Tally {
    "on" => on,
    "units" => units,
    "score" => score,
    "confidence" => confidence,
    "parts" => parts,
    "fine" => fine,
    "lacking" => lacking,
    "unknown" => unknown,
});

impl Letter for Tally {
    const KIND: &'static str = "tally";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.many("parts", self.parts.len(), 6);
    }
}
