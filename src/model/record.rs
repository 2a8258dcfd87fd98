//! The envelope: all that IndexedDB, JSON and SQL ever see of a thing in a home, and how an edit goes into it.

use crate::body::{Body, Fields};
use crate::date::Instant;
use crate::edit::Edit;
use crate::id::{AccountId, RecordId};
use crate::stamp::Stamp;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// A record as it stands after some edits. The space it belongs to is named by what carries it (a page, a path, a table's row).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Record {
    /// Which record.
    pub id: RecordId,
    /// The name of its kind; one that this build does not know is carried and never lost.
    pub kind: String,
    /// Number of its latest accepted revision within the space; 0 while no server has accepted any.
    #[serde(skip_serializing_if = "is_zero")]
    pub rev: u64,
    /// When the first edit was made; the stamp of every field that it has and `later` does not name.
    pub stamp: Stamp,
    /// Stamps of the fields that other edits wrote.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub later: BTreeMap<String, Stamp>,
    /// Who made the first edit, as the server knows it; nobody while it is only on the device.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
    /// When the server accepted the first edit.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// The letter.
    pub body: Body,
}

crate::fielded!(Record requires { "id" => id, "kind" => kind, "stamp" => stamp, "body" => body } { "rev" => rev, "later" => later, "by" => by, "at" => at });

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Record {
    /// The record that an edit of nothing makes.
    pub fn first(edit: &Edit) -> Self {
        let (id, kind, stamp) = (edit.id, edit.kind.clone(), edit.stamp);
        let said =
            Self { id, kind, rev: 0, stamp, later: BTreeMap::new(), by: None, at: None, body: edit.fields.clone() };
        // Nearly all clear nothing: then the letter is what they say.
        if edit.fields.text().contains("null") { Self { body: Body::default(), ..said }.merged(edit) } else { said }
    }

    /// When `field` was last written, if it was.
    pub fn stamp_of(&self, field: &str) -> Stamp {
        self.later.get(field).copied().unwrap_or(self.stamp)
    }

    /// This record with `edit` in it: field by field the later stamp wins, an absent field is unchanged.
    ///
    /// A null clears a field: it is taken out of the body. An equal stamp wins too, so that a server's clamped stamps keep the order in which one device wrote. A field that nothing has written yet is
    /// taken whatever its stamp: two devices can make the same record, and neither loses what only it wrote.
    pub fn merged(&self, edit: &Edit) -> Self {
        let mut fields = self.body.open();
        let mut later = self.later.clone();
        for (name, value) in edit.fields.open() {
            let written = fields.contains_key(&name) || later.contains_key(&name);
            if written && edit.stamp < self.stamp_of(&name) {
                continue;
            }
            later.insert(name.clone(), edit.stamp);
            fields.insert(name, value);
        }
        // A field that was cleared is not in the body; its stamp tells that it was, and when. Both are filled anew: taking out of a map is code that the first
        // download has for nothing else.
        let (mut body, mut stamps) = (Fields::new(), BTreeMap::new());
        for (name, value) in fields {
            if !value.is_null() {
                body.insert(name, value);
            }
        }
        for (name, stamp) in later {
            if stamp != self.stamp || !body.contains_key(&name) {
                stamps.insert(name, stamp);
            }
        }
        Self { later: stamps, body: Body::seal(&body), ..self.clone() }
    }

    /// The latest stamp of any field.
    pub fn latest(&self) -> Stamp {
        self.later.values().copied().fold(self.stamp, Stamp::max)
    }

    /// Whether a person deleted it: a living record's field `deleted`.
    pub fn is_deleted(&self) -> bool {
        #[derive(Deserialize)]
        struct Deleted {
            #[serde(default)]
            deleted: Option<bool>,
        }
        self.body.text().contains("\"deleted\"")
            && self.body.read::<Deleted>().is_ok_and(|body| body.deleted == Some(true))
    }
}

/// `base` with the edits of a device on it, in their order: what that device shows.
pub fn overlaid<'a>(base: Option<&Record>, edits: impl IntoIterator<Item = &'a Edit>) -> Option<Record> {
    let mut record = base.cloned();
    for edit in edits {
        record = Some(match record {
            Some(record) => record.merged(edit),
            None => Record::first(edit),
        });
    }
    record
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::{DeviceId, EditKey};

    fn edit(at_ms: u64, fields: &str) -> Edit {
        let stamp = Stamp { at_ms, count: 0, device: DeviceId(1) };
        let fields = Body::from_text(fields.to_owned()).expect("JSON");
        Edit { key: EditKey::default(), id: RecordId::default(), kind: "zone".into(), stamp, fields }
    }

    #[test]
    fn a_cleared_field_is_gone_and_stays_gone_for_what_is_older() {
        let record = Record::first(&edit(10, r#"{"name":"Roof","notes":"old"}"#));
        let cleared = record.merged(&edit(30, r#"{"notes":null}"#));
        assert_eq!(cleared.body.text(), r#"{"name":"Roof"}"#);
        assert_eq!(cleared.merged(&edit(20, r#"{"notes":"late"}"#)), cleared);
        let again = cleared.merged(&edit(40, r#"{"notes":"new"}"#));
        assert_eq!(again.body.text(), r#"{"name":"Roof","notes":"new"}"#);
    }

    #[test]
    fn what_an_edit_of_nothing_makes_is_what_it_makes_merged_into_nothing() {
        for fields in
            [r#"{"name":"Roof","notes":"null and void"}"#, r#"{"name":"Roof","notes":"old","parts":[{"name":"x"}]}"#]
        {
            let first = edit(10, fields);
            let Edit { id, ref kind, stamp, .. } = first;
            assert_eq!(
                Record::first(&first),
                Record { id, kind: kind.clone(), stamp, ..Record::default() }.merged(&first)
            );
        }
    }

    #[test]
    fn a_first_edit_with_nulls_makes_a_body_without() {
        assert_eq!(Record::first(&edit(10, r#"{"name":"Roof","notes":null}"#)).body.text(), r#"{"name":"Roof"}"#);
    }
}
