//! What an owner says of somebody who worked for them, given to a neighbour by a link.

use crate::body::Fields;
use crate::contact::{Contact, Registration};
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::fielded;
use serde::Serialize;
use serde_json::Value;

/// What a neighbour sees of an entry: that it was done, and when. Not what it cost, who of the firm came, or what the home looks like.
const OF_ENTRY: [&str; 5] = ["type", "title", "when", "contact", "amends"];

/// A recommendation: one contact, the owner's words about them, and those of their registrations that the owner looked up.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Recommendation {
    /// Who is recommended.
    pub contact: RecordId,
    /// The owner's words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub words: String,
    /// Registrations that the owner looked up.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub registrations: Vec<Registration>,
}

fielded!(Recommendation requires { "contact" => contact } { "words" => words, "registrations" => registrations });

impl Recommendation {
    /// What is wrong with it.
    pub fn check(&self, check: &mut Check) {
        check.note("recommends.words", &self.words);
        check.list("recommends.registrations", &self.registrations);
        for registration in &self.registrations {
            check.name("recommends.registrations.body", &registration.body);
            check.name("recommends.registrations.number", &registration.number);
        }
    }

    /// Whether a neighbour sees that entry: finished work of who is recommended.
    pub(crate) fn is_work(&self, entry: &Fields) -> bool {
        let text = |name: &str| entry.get(name).and_then(Value::as_str);
        text("contact") == Some(self.contact.to_string().as_str()) && text("type") != Some("fault")
    }

    /// Whether a neighbour sees that field of a record of that kind.
    pub(crate) fn shows(&self, kind: &str, field: &str) -> bool {
        kind == Contact::KIND || OF_ENTRY.contains(&field)
    }

    /// Puts the owner's words, and what the owner looked up, in the place of what else the contact says.
    pub(crate) fn told(&self, contact: &mut Fields) {
        contact.insert("notes".to_owned(), self.words.clone().into());
        let registrations = serde_json::to_value(&self.registrations).unwrap_or_default();
        contact.insert("registrations".to_owned(), registrations);
    }
}
