//! Units and common places.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A unit of a scheme, or a place of its common property.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Unit {
    /// What its people call it: its door number, or the name of the common place.
    pub number: String,
    /// Its number on the sectional plan, or of the erf.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub section: String,
    /// Its building.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub building: Option<RecordId>,
    /// It is no unit, but a place of the common property.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub common: Option<bool>,
    /// Its participation quota, in ten-thousandths of a per cent; none where nobody has said.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub quota: Option<u32>,
    /// The part of town, where it is another than that of the scheme.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suburb: String,
    /// Who owns it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner: String,
    /// Their address for mail.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner_email: String,
    /// Their telephone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub owner_phone: String,
    /// Who lives in it, where that is somebody else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub tenant: String,
    /// Since when the owner does: a unit is sold in mid-year too.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owned_since: Option<Date>,
    /// Who answers for it to the trustees, where that is another than its owner.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub responsible: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Unit {
    "number" => number,
    "section" => section,
    "building" => building,
    "common" => common,
    "quota" => quota,
    "suburb" => suburb,
    "owner" => owner,
    "owner_email" => owner_email,
    "owner_phone" => owner_phone,
    "tenant" => tenant,
    "owned_since" => owned_since,
    "responsible" => responsible,
    "notes" => notes,
    "deleted" => deleted,
});

impl Letter for Unit {
    const KIND: &'static str = "unit";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("number", &self.number);
        check.line("section", &self.section);
        check.within("quota", self.quota.unwrap_or(0).into(), 0, 1_000_000);
        check.line("suburb", &self.suburb);
        check.line("owner", &self.owner);
        check.line("owner_email", &self.owner_email);
        if !self.owner_email.is_empty() && !self.owner_email.contains('@') {
            check.fault("owner_email", FaultCode::Unreadable);
        }
        check.line("owner_phone", &self.owner_phone);
        check.line("tenant", &self.tenant);
        check.years("owned_since", self.owned_since.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.line("responsible", &self.responsible);
        check.note("notes", &self.notes);
    }
}
