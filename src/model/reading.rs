//! What a meter showed on a day: a fact.

use crate::choice::choice;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A meter reading.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Reading {
    /// The meter: a system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<RecordId>,
    /// What is measured.
    pub unit: Unit,
    /// What it showed, in thousandths of the unit.
    pub value_milli: i64,
    /// The day.
    pub on: Option<Date>,
    /// A photo of the meter.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The reading that this one corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<RecordId>,
}

fielded!(Reading {
    "system" => system,
    "unit" => unit,
    "value_milli" => value_milli,
    "on" => on,
    "files" => files,
    "notes" => notes,
    "amends" => amends,
});

choice! {
    /// What a meter measures.
    Unit {
        /// Kilowatt-hours.
        KilowattHour = "kwh",
        /// Kilolitres of water.
        Kilolitre = "kl",
        /// Cubic metres of gas.
        CubicMetre = "m3",
        /// Hours of running.
        Hour = "h",
        /// Kilopascals.
        Kilopascal = "kpa",
    }
}

impl Letter for Reading {
    const KIND: &'static str = "reading";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.within("value_milli", self.value_milli, 0, 1_000_000_000_000);
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.years("on", self.on.map(Into::into), 1950, YEAR_MAX);
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
        check.note("notes", &self.notes);
    }
}
