//! What a case is about, and whose it is.

use crate::estate::case::Role;
use crate::fault::FaultCode;
use crate::id::{AccountId, RecordId, ShareId};
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Parties of one case at most.
const PARTIES_MAX: usize = 20;

/// Who complains, whom it is about, or whose work it is about. Trustees and managers are none by their office.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Party {
    /// What acts name it by.
    pub id: RecordId,
    /// What it is in the case.
    pub role: Role,
    /// Its name.
    pub name: String,
    /// Its account, if it has one here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account: Option<AccountId>,
    /// The link by which it comes, where it has none. For who has neither, the managers write down what they say.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub link: Option<ShareId>,
}

fielded!(Party {
    "id" => id,
    "role" => role,
    "name" => name,
    "account" => account,
    "link" => link,
});

/// What a case is about. There is one record of it in its space.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Dispute {
    /// In a line.
    pub title: String,
    /// The scheme's name: its parties see nothing else of it.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub scheme: String,
    /// The unit that it is about, as the scheme's record of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<RecordId>,
    /// What that is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub unit_name: String,
    /// The rule that it is about, with where it stands.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub rule: String,
    /// The parties.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
}

fielded!(Dispute {
    "title" => title,
    "scheme" => scheme,
    "unit" => unit,
    "unit_name" => unit_name,
    "rule" => rule,
    "parties" => parties,
});

impl Letter for Dispute {
    const KIND: &'static str = "dispute";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        check.line("scheme", &self.scheme);
        check.line("unit_name", &self.unit_name);
        check.note("rule", &self.rule);
        if self.parties.len() > PARTIES_MAX {
            check.fault("parties", FaultCode::TooMany);
        }
        for (at, party) in self.parties.iter().enumerate() {
            check.name("parties.name", &party.name);
            if matches!(party.role, Role::Trustee | Role::Manager) {
                check.fault("parties.role", FaultCode::NotAllowed);
            }
            if self.parties[..at].iter().any(|other| other.id == party.id) {
                check.fault("parties.id", FaultCode::Taken);
            }
        }
    }
}
