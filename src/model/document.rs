//! A paper of the home: an invoice, a plan, a manual, a policy, with its file.

use crate::choice::choice;
use crate::date::PartialDate;
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::money::Money;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A paper of the home.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Document {
    /// What it is, in a line.
    pub title: String,
    /// What sort of paper.
    #[serde(rename = "type")]
    pub sort: DocumentType,
    /// The file itself.
    pub file: Option<FileRef>,
    /// The date on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub dated: Option<PartialDate>,
    /// The systems it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// Who it came from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<RecordId>,
    /// What was read from it: a policy number, an amount, a name.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub facts: Vec<ExtractedFact>,
    /// The number of the policy, of a paper about insurance.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub policy_number: String,
    /// What the insured pays of each claim under it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub excess: Option<Money>,
    /// The number at which claims are taken.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub claims_phone: String,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Document {
    "title" => title,
    "type" => sort,
    "file" => file,
    "dated" => dated,
    "systems" => systems,
    "contact" => contact,
    "facts" => facts,
    "policy_number" => policy_number,
    "excess" => excess,
    "claims_phone" => claims_phone,
    "notes" => notes,
    "deleted" => deleted,
});

/// Something that a paper says.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct ExtractedFact {
    /// What: "policy number".
    pub name: String,
    /// What it says.
    pub value: String,
}

fielded!(ExtractedFact {
    "name" => name,
    "value" => value,
});

choice! {
    /// Sorts of paper.
    DocumentType {
        /// An invoice or receipt.
        Invoice = "invoice",
        /// A quotation.
        Quote = "quote",
        /// A certificate.
        Certificate = "certificate",
        /// A warranty.
        Warranty = "warranty",
        /// A manual.
        Manual = "manual",
        /// A building plan.
        Plan = "plan",
        /// An inspection report.
        Report = "report",
        /// An insurance policy or a letter about one.
        Insurance = "insurance",
        /// A contract, a lease or a title deed.
        Contract = "contract",
        /// A municipal account or a levy statement.
        Account = "account",
        /// Anything else.
        Other = "other",
    }
}

impl Letter for Document {
    const KIND: &'static str = "document";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        match &self.file {
            Some(file) => file.check("file", check),
            None => check.fault("file", FaultCode::Missing),
        }
        check.date("dated", self.dated);
        check.list("systems", &self.systems);
        check.list("facts", &self.facts);
        for fact in &self.facts {
            check.name("facts.name", &fact.name);
            check.line("facts.value", &fact.value);
        }
        check.line("policy_number", &self.policy_number);
        check.money("excess", self.excess.as_ref());
        check.line("claims_phone", &self.claims_phone);
        check.note("notes", &self.notes);
    }
}
