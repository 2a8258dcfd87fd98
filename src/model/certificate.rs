//! A certificate that somebody registered to do so has issued about a home: a fact.

use crate::choice::choice;
use crate::date::PartialDate;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A certificate. Whether it is fit for a purpose on a day is derived, never stored.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Certificate {
    /// What sort of certificate.
    #[serde(rename = "type")]
    pub sort: CertificateType,
    /// What it is called, of another sort.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// The number on it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// The date on it.
    pub issued: Option<PartialDate>,
    /// Who issued it: a contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<RecordId>,
    /// Who issued it, as it says.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub issuer: String,
    /// The issuer's registration number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub registration: String,
    /// The body that registered the issuer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub body: String,
    /// The systems it covers; all of its sort if none is named.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// The certificate that this one supplements.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub supplements: Option<RecordId>,
    /// The paper itself.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// What it rests on, of another sort; of the others the law or the trade says it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub basis: Option<Basis>,
    /// For how long it is good, of another sort: months.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub months: Option<i64>,
    /// Where it counts: a municipality.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub jurisdiction: String,
    /// The change of ownership that it was made out for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub transfer: Option<PartialDate>,
    /// Whether the test report is with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub test_report: Option<bool>,
    /// Whether it was issued digitally.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub digital: Option<bool>,
    /// Whether what it covers is registered with the municipality or the utility.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub registered: Option<bool>,
    /// The certificate record that this one corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<RecordId>,
    /// Why it was corrected.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
}

fielded!(Certificate {
    "type" => sort,
    "title" => title,
    "number" => number,
    "issued" => issued,
    "contact" => contact,
    "issuer" => issuer,
    "registration" => registration,
    "body" => body,
    "systems" => systems,
    "supplements" => supplements,
    "files" => files,
    "notes" => notes,
    "basis" => basis,
    "months" => months,
    "jurisdiction" => jurisdiction,
    "transfer" => transfer,
    "test_report" => test_report,
    "digital" => digital,
    "registered" => registered,
    "amends" => amends,
    "reason" => reason,
});

choice! {
    /// Sorts of certificate.
    CertificateType {
        /// Electrical certificate of compliance.
        Electrical = "electrical",
        /// Gas certificate of conformity.
        Gas = "gas",
        /// Electric fence system certificate.
        ElectricFence = "electric_fence",
        /// Water installation certificate (City of Cape Town).
        Water = "water",
        /// Water heater.
        Geyser = "geyser",
        /// Solar photovoltaic installation.
        SolarPv = "solar_pv",
        /// Beetle inspection.
        Beetle = "beetle",
        /// National Home Builders Registration Council enrolment.
        Nhbrc = "nhbrc",
        /// Occupancy.
        Occupancy = "occupancy",
        /// Anything else.
        Other = "other",
    }
}

choice! {
    /// What the worth of a certificate rests on. Few of them simply expire.
    Basis {
        /// Good until what it covers is altered.
        UntilAltered = "until_altered",
        /// Carries a change of ownership for a time after its date.
        TransferWindow = "transfer_window",
        /// What it covers has to be inspected again within a time.
        Reinspect = "reinspect",
        /// A new one for each change of ownership.
        PerTransfer = "per_transfer",
        /// For as long as a contract says.
        Contract = "contract",
        /// Clocks that run from the first occupation.
        Occupation = "occupation",
        /// No national law asks for one.
        NoRequirement = "no_requirement",
    }
}

impl Letter for Certificate {
    const KIND: &'static str = "certificate";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.line("title", &self.title);
        if self.sort == CertificateType::Other && self.title.trim().is_empty() {
            check.fault("title", FaultCode::Missing);
        }
        if self.issued.is_none() {
            check.fault("issued", FaultCode::Missing);
        }
        check.told("issued", self.issued);
        check.line("number", &self.number);
        check.line("issuer", &self.issuer);
        check.line("registration", &self.registration);
        check.line("body", &self.body);
        check.list("systems", &self.systems);
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
        check.note("notes", &self.notes);
        if let Some(months) = self.months {
            check.within("months", months, 1, 1200);
        }
        check.line("jurisdiction", &self.jurisdiction);
        check.told("transfer", self.transfer);
        check.line("reason", &self.reason);
    }
}
