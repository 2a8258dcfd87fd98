//! What a scheme asks of owners.

use crate::basis::Purpose;
use crate::certificate::CertificateType;
use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// What a scheme asks of the owners of units.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Ask {
    /// What is asked.
    pub title: String,
    /// The certificate, where it is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<CertificateType>,
    /// What it has to be good for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub purpose: Option<Purpose>,
    /// Who is asked; all where nobody is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub units: Vec<RecordId>,
    /// The day on which it was asked.
    pub on: Option<Date>,
    /// The day by which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// What owners should know.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub text: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Ask {
    "title" => title,
    "sort" => sort,
    "purpose" => purpose,
    "units" => units,
    "on" => on,
    "by" => by,
    "text" => text,
    "deleted" => deleted,
});

impl Letter for Ask {
    const KIND: &'static str = "ask";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        check.many("units", self.units.len(), 1500);
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.years("by", self.by.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.note("text", &self.text);
    }
}
