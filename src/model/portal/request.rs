//! What a home asks of a provider.

use crate::choice::choice;
use crate::file::FileRef;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A request to one provider: the one record with which a deal begins.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Request {
    /// What is wanted, in a line.
    pub title: String,
    /// What is wanted, in full.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub what: String,
    /// How soon.
    pub urgency: Urgency,
    /// What it concerns, as it is told to the provider.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<Told>,
    /// Photos and papers.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<FileRef>,
    /// When somebody can come, and how they get in.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub access: String,
    /// The suburb.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub suburb: String,
    /// The street, as far as it is told.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub address: String,
    /// Who asks, as the provider is to call them.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// How to reach who asks.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone: String,
    /// Whom it is asked of.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub provider: String,
    /// Joins the deals of one request that went to several. Not told to the provider.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub batch: String,
    /// The fault or the task in the home that it came of. Not told to the provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<RecordId>,
    /// The contact in the home. Not told to the provider.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<RecordId>,
    /// Taken back by the client.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Request {
    "title" => title,
    "what" => what,
    "urgency" => urgency,
    "systems" => systems,
    "files" => files,
    "access" => access,
    "suburb" => suburb,
    "address" => address,
    "name" => name,
    "phone" => phone,
    "provider" => provider,
    "batch" => batch,
    "from" => from,
    "contact" => contact,
    "deleted" => deleted,
});

/// Fields of a request that stay with the client.
pub const PRIVATE: [&str; 3] = ["batch", "from", "contact"];

/// A system of the home as it is told to a provider.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Told {
    /// The system in the home: a random number that tells who does not have the home nothing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<RecordId>,
    /// What it is called, with its make and where it is.
    pub name: String,
}

fielded!(Told { "id" => id, "name" => name });

choice! {
    /// How soon something is wanted.
    Urgency {
        /// When it suits.
        WhenItSuits = "when_it_suits",
        /// This week.
        Soon = "soon",
        /// Danger, or damage that grows by the hour.
        Emergency = "emergency",
    }
}

impl Letter for Request {
    const KIND: &'static str = "request";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        check.note("what", &self.what);
        check.list("systems", &self.systems);
        self.systems.iter().for_each(|told| check.name("systems.name", &told.name));
        check.files("files", &self.files);
        check.note("access", &self.access);
        check.note("address", &self.address);
        let lines = [
            ("suburb", &self.suburb),
            ("name", &self.name),
            ("phone", &self.phone),
            ("provider", &self.provider),
            ("batch", &self.batch),
        ];
        lines.into_iter().for_each(|(field, text)| check.line(field, text));
    }
}
