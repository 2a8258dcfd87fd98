//! A fact of the logbook: what was done or found, when, by whom, for how much.

use crate::choice::choice;
use crate::date::{Date, PartialDate};
use crate::fault::FaultCode;
use crate::file::FileRef;
use crate::id::{RecordId, SpaceId};
use crate::letter::{Check, Letter, YEAR_MAX};
use crate::money::Money;
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// An entry of the logbook. Written once; a correction is a new entry that names the one it amends.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Entry {
    /// What sort of event.
    #[serde(rename = "type")]
    pub sort: EntryType,
    /// What it was, in a line.
    pub title: String,
    /// When it happened.
    pub when: Option<PartialDate>,
    /// The systems it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// The zones it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub zones: Vec<RecordId>,
    /// Who did it: a contact.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<RecordId>,
    /// Who did it, where there is no contact for them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub done_by: String,
    /// What it cost in all.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<Money>,
    /// Of that, labour.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub labour: Option<Money>,
    /// Of that, parts.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parts_cost: Option<Money>,
    /// Parts used.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// Photos and papers, in the order in which they are shown.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// Documents of this logbook that belong to it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub documents: Vec<RecordId>,
    /// How bad, of a fault.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub severity: Option<Severity>,
    /// The fault that this entry settled.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub settles: Option<RecordId>,
    /// The task that was done.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub completes: Option<RecordId>,
    /// The round of the task that was done: the day on which it was due. None of what was done long before, and is told of now.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<Date>,
    /// Whether it altered an installation that certificates cover; where it is not said, an installation did.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub alters: Option<bool>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// The entry that this one corrects.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub amends: Option<RecordId>,
    /// Why it was corrected.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub reason: String,
    /// Where it was moved from, of an entry first written into another home's logbook.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub moved_from: Option<Elsewhere>,
}

fielded!(Entry {
    "type" => sort,
    "title" => title,
    "when" => when,
    "systems" => systems,
    "zones" => zones,
    "contact" => contact,
    "done_by" => done_by,
    "cost" => cost,
    "labour" => labour,
    "parts_cost" => parts_cost,
    "parts" => parts,
    "files" => files,
    "documents" => documents,
    "severity" => severity,
    "settles" => settles,
    "completes" => completes,
    "due" => due,
    "alters" => alters,
    "notes" => notes,
    "amends" => amends,
    "reason" => reason,
    "moved_from" => moved_from,
});

/// A part that was used.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Part {
    /// What it was.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// The maker's part or serial number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub number: String,
}

fielded!(Part {
    "name" => name,
    "quantity" => quantity,
    "number" => number,
});

/// A record in another space.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Elsewhere {
    /// The space.
    pub space: SpaceId,
    /// The record in it.
    pub record: RecordId,
}

crate::fielded!(Elsewhere requires { "space" => space, "record" => record } {  });

choice! {
    /// Sorts of entry.
    EntryType {
        /// Something broken was mended.
        Repair = "repair",
        /// Something was put in.
        Installation = "installation",
        /// Something was looked after by plan.
        Service = "service",
        /// Something was looked at.
        Inspection = "inspection",
        /// Something is broken.
        Fault = "fault",
        /// Something worth remembering.
        Note = "note",
    }
}

choice! {
    /// How bad a fault is.
    Severity {
        /// A nuisance.
        Minor = "minor",
        /// Something does not work.
        Serious = "serious",
        /// Danger, or damage that grows by the hour.
        Emergency = "emergency",
    }
}

impl Entry {
    /// Whether what certificates cover was altered by it.
    pub fn is_alteration(&self) -> bool {
        self.alters.unwrap_or(self.sort == EntryType::Installation)
    }
}

impl Letter for Entry {
    const KIND: &'static str = "entry";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        if self.when.is_none() {
            check.fault("when", FaultCode::Missing);
        }
        check.told("when", self.when);
        check.list("systems", &self.systems);
        check.list("zones", &self.zones);
        check.line("done_by", &self.done_by);
        check.money("cost", self.cost.as_ref());
        check.money("labour", self.labour.as_ref());
        check.money("parts_cost", self.parts_cost.as_ref());
        check.parts(&self.parts);
        check.list("files", &self.files);
        self.files.iter().for_each(|file| file.check("files", check));
        check.list("documents", &self.documents);
        check.years("due", self.due.map(Into::into), 1950, YEAR_MAX);
        check.note("notes", &self.notes);
        check.line("reason", &self.reason);
    }
}
