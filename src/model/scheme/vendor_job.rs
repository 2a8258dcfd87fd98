//! Jobs that vendors finished.

use super::CENTS_MAX;
use crate::date::Date;
use crate::estate::vendor::Finished;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use crate::record::Record;
use crate::standing::{Standing, facts};
use serde::Serialize;
use std::collections::BTreeSet;

/// A job that a vendor finished for a scheme, by which it is judged.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct VendorJob {
    /// The vendor.
    pub vendor: Option<RecordId>,
    /// Where.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<RecordId>,
    /// What.
    pub title: String,
    /// The day on which it was finished.
    pub finished: Option<Date>,
    /// The day that was promised.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub promised: Option<Date>,
    /// What was quoted, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quoted: Option<i64>,
    /// What was invoiced, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoiced: Option<i64>,
    /// The job that had to be done again by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recall_of: Option<RecordId>,
    /// The bundle that it was a part of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bundle: Option<RecordId>,
    /// The fact that it corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<RecordId>,
}

fielded!(VendorJob {
    "vendor" => vendor,
    "unit" => unit,
    "title" => title,
    "finished" => finished,
    "promised" => promised,
    "quoted" => quoted,
    "invoiced" => invoiced,
    "recall_of" => recall_of,
    "bundle" => bundle,
    "amends" => amends,
});

impl Letter for VendorJob {
    const KIND: &'static str = "vendor_job";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.vendor.is_none() {
            check.fault("vendor", FaultCode::Missing);
        }
        check.name("title", &self.title);
        if self.finished.is_none() {
            check.fault("finished", FaultCode::Missing);
        }
        check.years("promised", self.promised.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.within("quoted", self.quoted.unwrap_or(0), 0, CENTS_MAX);
        check.within("invoiced", self.invoiced.unwrap_or(0), 0, CENTS_MAX);
    }
}

/// Jobs that stand among `records`, the newest first.
pub fn finished(records: &[Record]) -> Vec<Standing<'_, VendorJob>> {
    let mut jobs = facts(records, |job: &VendorJob| job.amends);
    jobs.retain(|job| job.withdrawn.is_none() && job.letter.finished.is_some());
    jobs.sort_by_key(|job| std::cmp::Reverse(job.letter.finished));
    jobs
}

/// The jobs of a vendor as its score counts them. A job that another was a recall of went wrong, whoever put it right.
pub fn track(jobs: &[Standing<'_, VendorJob>], vendor: RecordId) -> Vec<Finished> {
    let recalled: BTreeSet<RecordId> = jobs.iter().filter_map(|job| job.letter.recall_of).collect();
    let own = jobs.iter().filter(|job| job.letter.vendor == Some(vendor));
    let counted = own.filter_map(|job| {
        Some(Finished {
            on: job.letter.finished?,
            promised: job.letter.promised,
            was_recalled: recalled.contains(&job.root),
            agreed_cents: job.letter.quoted,
            billed_cents: job.letter.invoiced,
        })
    });
    counted.collect()
}
