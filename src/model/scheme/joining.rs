//! Answers to a bundle.

use super::arrival::arrived;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::record::Record;
use serde::Serialize;
use std::collections::BTreeMap;

/// An owner's answer to a bundle; the latest of a unit stands.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Joining {
    /// The bundle.
    pub bundle: Option<RecordId>,
    /// The unit.
    pub unit: Option<RecordId>,
    /// Whether it takes part.
    #[serde(skip_serializing_if = "is_default")]
    pub joins: bool,
    /// Who said so.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// The day.
    pub on: Option<Date>,
}

fielded!(Joining {
    "bundle" => bundle,
    "unit" => unit,
    "joins" => joins,
    "name" => name,
    "on" => on,
});

impl Letter for Joining {
    const KIND: &'static str = "joining";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.bundle.is_none() {
            check.fault("bundle", FaultCode::Missing);
        }
        if self.unit.is_none() {
            check.fault("unit", FaultCode::Missing);
        }
        check.line("name", &self.name);
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
    }
}

/// The answers to a bundle that stand among `records`: of each unit the one that arrived last.
pub fn answers(records: &[Record], bundle: RecordId) -> BTreeMap<RecordId, Joining> {
    let own = arrived::<Joining>(records).into_iter().filter(|one| one.letter.bundle == Some(bundle));
    own.filter_map(|one| Some((one.letter.unit?, one.letter))).collect()
}
