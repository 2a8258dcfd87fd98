//! What was done of the maintenance plan, and what was put off.

use super::CENTS_MAX;
use crate::date::Date;
use crate::estate::capital::{Job, Postponement};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Work on an item of the maintenance plan that was done, or put off: what rule 22(4) reports of.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct CapitalJob {
    /// The item.
    pub item: Option<RecordId>,
    /// The day on which it was done, or put off.
    pub on: Option<Date>,
    /// What it cost, cents; none where that is not known.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<i64>,
    /// It finishes the item for now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last: Option<bool>,
    /// It was put off to that financial year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postponed_to: Option<i32>,
    /// Why, or what was done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// The entry of the common property's logbook that tells of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entry: Option<RecordId>,
    /// Its papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// The fact that it corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<RecordId>,
}

fielded!(CapitalJob {
    "item" => item,
    "on" => on,
    "cents" => cents,
    "last" => last,
    "postponed_to" => postponed_to,
    "reason" => reason,
    "entry" => entry,
    "files" => files,
    "amends" => amends,
});

impl CapitalJob {
    /// The work that it tells of; none where it tells that an item was put off.
    pub fn job(&self) -> Option<Job> {
        let (item, on) = self.item.zip(self.on).filter(|_| self.postponed_to.is_none())?;
        Some(Job { item, on, cents: self.cents, is_last: self.last == Some(true) })
    }

    /// That an item was put off; none where it tells of work.
    pub fn postponement(&self) -> Option<Postponement> {
        Some(Postponement { item: self.item?, to: self.postponed_to?, reason: self.reason.clone() })
    }
}

impl Letter for CapitalJob {
    const KIND: &'static str = "capital_job";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.item.is_none() {
            check.fault("item", FaultCode::Missing);
        }
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.within("cents", self.cents.unwrap_or(0), 0, CENTS_MAX);
        check.within(
            "postponed_to",
            self.postponed_to.unwrap_or(YEAR_MAX).into(),
            TOLD_YEAR_MIN.into(),
            YEAR_MAX.into(),
        );
        check.note("reason", &self.reason);
        check.files("files", &self.files);
    }
}
