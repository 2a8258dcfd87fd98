//! What an archive told of how records came to be as they are: kept, so that the next archive tells it too.
//!
//! Nobody here has witnessed any of it. It is carried as text, cut into pieces that a server takes, and only an archive opens it.

use crate::body::{Body, Fields};
use crate::fault::{Fault, FaultCode};
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;
use serde_json::Value;

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

/// What is wrong with its fields, as they came.
pub(crate) fn faults(fields: &Fields, _: &Body) -> Vec<Fault> {
    let part = fields.get("part").map_or(Some(0), Value::as_i64);
    let text = fields.get("text").map_or(Some(""), Value::as_str);
    let mut check = Check::default();
    match part {
        Some(part) => check.within("part", part, 0, PARTS_MAX),
        None => check.fault("part", FaultCode::Unreadable),
    }
    match text {
        Some("") => check.fault("text", FaultCode::Missing),
        Some(_) => {}
        None => check.fault("text", FaultCode::Unreadable),
    }
    check.faults()
}
