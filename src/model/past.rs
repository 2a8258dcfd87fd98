//! What an archive told of how records came to be as they are: kept, so that the next archive tells it too.
//!
//! Nobody here has witnessed any of it. It is carried as text, cut into pieces that a server takes, and only an archive opens it.

use crate::fault::FaultCode;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Pieces that one home may have: a history of some sixty gigabytes.
const PARTS_MAX: i64 = 1_000_000;

/// A piece of such a history.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Past {
    /// Its place among the pieces, from 0.
    pub part: i64,
    /// What all pieces make when they are put together: revisions, one a line.
    pub text: String,
}

fielded!(Past { "part" => part, "text" => text });

impl Letter for Past {
    const KIND: &'static str = "past";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.within("part", self.part, 0, PARTS_MAX);
        if self.text.is_empty() {
            check.fault("text", FaultCode::Missing);
        }
    }
}
