//! What was done, as the provider signs for it.

use super::line::LINES_MAX;
use super::quote::MONTHS_MAX;
use crate::certificate::CertificateType;
use crate::date::{Date, PartialDate};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::inspection::Point;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Minutes of one job: two thousand hours.
const MINUTES_MAX: i64 = 120_000;

/// A finished job. Written once; a correction names the one that it amends.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct JobSheet {
    /// The quote that was carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quote: Option<RecordId>,
    /// Ids of the lines that were done.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub done: Vec<String>,
    /// What was checked.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub points: Vec<Point>,
    /// Photos from before.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub before: Vec<FileRef>,
    /// Photos from after.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub after: Vec<FileRef>,
    /// Parts that were fitted.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Fitted>,
    /// Minutes of work.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub minutes: Option<i64>,
    /// What was done, in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The certificate that was issued.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub certificate: Option<Issued>,
    /// Months until it should be looked after again.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_months: Option<i64>,
    /// What should be done then.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub next_what: String,
    /// The day on which it was finished.
    pub completed_on: Option<Date>,
    /// Who did it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub by: String,
    /// The sheet that this one corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<RecordId>,
}

fielded!(JobSheet {
    "quote" => quote,
    "done" => done,
    "points" => points,
    "before" => before,
    "after" => after,
    "parts" => parts,
    "minutes" => minutes,
    "notes" => notes,
    "certificate" => certificate,
    "next_months" => next_months,
    "next_what" => next_what,
    "completed_on" => completed_on,
    "by" => by,
    "amends" => amends,
});

/// A part that was fitted.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Fitted {
    /// What it is.
    pub name: String,
    /// Its serial number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub serial: String,
    /// Its maker.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub make: String,
    /// Months of the maker's warranty.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub warranty_months: Option<i64>,
    /// The line that it was quoted in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub line: String,
    /// The system of the request that it belongs to.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<RecordId>,
}

fielded!(Fitted {
    "name" => name,
    "serial" => serial,
    "make" => make,
    "warranty_months" => warranty_months,
    "line" => line,
    "system" => system,
});

/// A certificate that was issued with the job.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Issued {
    /// What sort.
    #[serde(rename = "type")]
    pub sort: CertificateType,
    /// Its number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// Who issued it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// The issuer's registration number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registration: String,
    /// The body that registered the issuer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// The date on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub issued: Option<PartialDate>,
    /// The paper itself.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub file: Option<FileRef>,
}

fielded!(Issued {
    "type" => sort,
    "number" => number,
    "issuer" => issuer,
    "registration" => registration,
    "body" => body,
    "issued" => issued,
    "file" => file,
});

impl Letter for JobSheet {
    const KIND: &'static str = "job_sheet";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.many("done", self.done.len(), LINES_MAX);
        self.done.iter().for_each(|id| check.line("done", id));
        check.list("points", &self.points);
        for point in &self.points {
            check.name("points.title", &point.title);
            check.note("points.note", &point.note);
            check.list("points.photos", &point.photos);
        }
        check.files("before", &self.before);
        check.files("after", &self.after);
        check.list("parts", &self.parts);
        for part in &self.parts {
            check.name("parts.name", &part.name);
            check.line("parts.serial", &part.serial);
            check.line("parts.make", &part.make);
            check.within("parts.warranty_months", part.warranty_months.unwrap_or(0), 0, MONTHS_MAX);
            check.line("parts.line", &part.line);
        }
        check.within("minutes", self.minutes.unwrap_or(0), 0, MINUTES_MAX);
        check.note("notes", &self.notes);
        self.certificate.iter().for_each(|issued| issued.check(check));
        check.within("next_months", self.next_months.unwrap_or(1), 1, MONTHS_MAX);
        check.line("next_what", &self.next_what);
        if self.completed_on.is_none() {
            check.fault("completed_on", FaultCode::Missing);
        }
        check.years("completed_on", self.completed_on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.line("by", &self.by);
    }
}

impl Issued {
    fn check(&self, check: &mut Check) {
        check.line("certificate.number", &self.number);
        check.line("certificate.issuer", &self.issuer);
        check.line("certificate.registration", &self.registration);
        check.line("certificate.body", &self.body);
        check.told("certificate.issued", self.issued);
        self.file.iter().for_each(|file| file.check("certificate.file", check));
    }
}
