//! What somebody may send who came by a link: an entry, a remark, or the wish to become a member. It becomes a record when a member accepts it.

use crate::body::{Body, Fields};
use crate::choice::choice;
use crate::date::PartialDate;
use crate::fault::{Fault, FaultCode};
use crate::grant::{Grant, Verb};
use crate::id::{FileHash, RecordId};
use crate::kind::{OF_LINK, edit_faults_in};
use crate::letter::Check;
use crate::record::Record;
use crate::remark::{RemarkType, SIGNED};
use crate::source;
use crate::via;
use serde_json::Value;
use std::collections::BTreeSet;

choice! {
    /// What is sent.
    Sort {
        /// An entry of the logbook.
        Entry = "entry",
        /// A remark about a record.
        Remark = "remark",
        /// The wish to become a member who reads.
        Membership = "membership",
    }
}

choice! {
    /// How it stands.
    State {
        /// Nobody has looked at it yet.
        Waiting = "waiting",
        /// It is in the logbook, or the person was invited.
        Accepted = "accepted",
        /// It was not taken.
        Declined = "declined",
    }
}

/// Fields of an entry that only members fill in: what corrects others, and what names a home that a visitor does not know of.
const MEMBERS_ONLY: [&str; 5] = ["amends", "reason", "moved_from", source::FIELD, via::FIELD];

/// Fields that name records of the home.
const NAMING: [&str; 7] = ["systems", "zones", "contact", "documents", "settles", "completes", "about"];

/// Characters of an address for mail.
const EMAIL_CHARS_MAX: usize = 254;

/// What is sent, as it came.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent<'a> {
    /// What it is.
    pub sort: Sort,
    /// Who sends it.
    pub name: &'a str,
    /// Their firm, or as what they sign.
    pub firm: &'a str,
    /// The fields.
    pub fields: &'a Body,
}

/// What a link has to allow for it.
pub fn verb(sort: Sort, fields: &Fields) -> Verb {
    let signs = || fields.get("type").and_then(Value::as_str) == Some(RemarkType::Countersignature.as_str());
    match sort {
        Sort::Entry => Verb::Contribute,
        Sort::Remark if signs() => Verb::Countersign,
        Sort::Remark => Verb::Comment,
        Sort::Membership => Verb::Join,
    }
}

impl Sent<'_> {
    /// The fields of the record that it becomes: what was sent, and who sent it in the boxes that say so. `today` is the day on which it was sent.
    ///
    /// # Errors
    /// Everything for which it is refused, one fault at least. `seen` are the records that the visitor sees: naming another is refused as naming none is.
    pub fn checked(&self, grant: &Grant, seen: &[Record], today: PartialDate) -> Result<Fields, Vec<Fault>> {
        let mut check = Check::default();
        check.name("name", self.name);
        check.line("firm", self.firm);
        let mut faults = check.faults();
        let mut fields = self.fields.open();
        if !grant.allows(verb(self.sort, &fields)) {
            return Err(vec![Fault::new("sort", FaultCode::NotAllowed)]);
        }
        let owned = MEMBERS_ONLY.iter().filter(|name| fields.contains_key(**name));
        faults.extend(owned.map(|name| Fault::new(*name, FaultCode::NotAllowed)));
        faults.extend(unseen(&fields, seen));
        match self.sort {
            Sort::Entry => self.sign_entry(&mut fields),
            Sort::Remark => {
                faults.extend(unsigned(&fields, seen));
                fields.insert("name".into(), self.name.trim().into());
                fields.insert("on".into(), today.to_string().into());
                if !self.firm.trim().is_empty() {
                    fields.insert("capacity".into(), self.firm.trim().into());
                }
            }
            Sort::Membership => faults.extend(email_fault(&fields)),
        }
        if self.sort != Sort::Membership {
            faults.extend(edit_faults_in(OF_LINK, self.sort.as_str(), &Body::seal(&fields), false));
        }
        if faults.is_empty() { Ok(fields) } else { Err(faults) }
    }

    /// Who did it is who sends it, unless they say that it was another.
    fn sign_entry(&self, fields: &mut Fields) {
        if !fields.contains_key("contact") && !fields.contains_key("done_by") {
            let both = [self.firm.trim(), self.name.trim()];
            let told: Vec<&str> = both.into_iter().filter(|part| !part.is_empty()).collect();
            let told: String = told.join(", ").chars().take(crate::letter::LINE_CHARS_MAX).collect();
            fields.insert("done_by".into(), told.into());
        }
    }
}

/// The files that it names.
pub fn files(fields: &Fields) -> BTreeSet<FileHash> {
    let listed = fields.get("files").and_then(Value::as_array).map(Vec::as_slice).unwrap_or_default();
    listed.iter().filter_map(|file| file.get("hash")?.as_str()?.parse().ok()).collect()
}

/// Names of records that the visitor does not see.
fn unseen(fields: &Fields, seen: &[Record]) -> Vec<Fault> {
    let known: BTreeSet<RecordId> = seen.iter().map(|record| record.id).collect();
    let is_known = |value: &Value| match value {
        Value::Array(ids) => ids.iter().all(|id| is_of(id, &known)),
        Value::Null => true,
        id => is_of(id, &known),
    };
    let wrong = NAMING.iter().filter(|name| fields.get(**name).is_some_and(|value| !is_known(value)));
    wrong.map(|name| Fault::new(*name, FaultCode::NotAllowed)).collect()
}

fn is_of(id: &Value, known: &BTreeSet<RecordId>) -> bool {
    id.as_str().and_then(|id| id.parse().ok()).is_some_and(|id: RecordId| known.contains(&id))
}

/// Only facts are countersigned: what can change says nothing about what was signed.
fn unsigned(fields: &Fields, seen: &[Record]) -> Option<Fault> {
    if verb(Sort::Remark, fields) != Verb::Countersign {
        return None;
    }
    let about = fields.get("about").and_then(Value::as_str)?;
    let kind = seen.iter().find(|record| record.id.to_string() == about).map(|record| record.kind.as_str())?;
    (!SIGNED.contains(&kind)).then(|| Fault::new("about", FaultCode::NotAllowed))
}

fn email_fault(fields: &Fields) -> Option<Fault> {
    let email = fields.get("email").and_then(Value::as_str).unwrap_or_default();
    if email.trim().is_empty() {
        return Some(Fault::new("email", FaultCode::Missing));
    }
    let parts = email.split('@').filter(|part| !part.is_empty()).count();
    (parts != 2 || email.chars().count() > EMAIL_CHARS_MAX || fields.len() > 1)
        .then(|| Fault::new("email", FaultCode::Unreadable))
}
