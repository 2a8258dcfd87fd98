//! A home without what stays private.

use super::field::{Class, class_of};
use super::{Private, past};
use crate::body::{Body, Fields};
use crate::contact::ContactRole;
use crate::document::DocumentType;
use crate::letter::Letter;
use crate::remark::{Remark, RemarkType};
use crate::visit::plain_name;
use crate::{AccountId, Record, RecordId};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};

/// How much of a home stays private, in what stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Counts {
    /// Amounts.
    pub costs: u64,
    /// Invoices and quotations.
    pub papers: u64,
    /// Names of people, and ways to reach them.
    pub names: u64,
    /// People among the contacts.
    pub contacts: u64,
    /// Notes, captions, reasons, and what was read from papers.
    pub notes: u64,
}

/// What a home is without what stays private: one rule for records as they stand, for every revision, and for what an archive told of earlier ones.
#[derive(Clone, Debug, Default)]
pub struct Redaction {
    private: Vec<Private>,
    /// The one author whose name stays: they read it themselves.
    buyer: Option<AccountId>,
    hidden: BTreeSet<RecordId>,
    past: HashMap<RecordId, String>,
}

impl Redaction {
    /// Of a home with these records, all of it, without what is `private`.
    pub fn of(records: &[Record], private: &[Private], buyer: Option<AccountId>) -> Self {
        let mut redaction = Self { private: private.to_vec(), buyer, ..Self::default() };
        if private.is_empty() {
            return redaction;
        }
        redaction.hidden = records.iter().filter(|record| redaction.goes(record)).map(|record| record.id).collect();
        let orphaned: Vec<RecordId> = records
            .iter()
            .filter(|record| record.kind == Remark::KIND)
            .filter(|record| {
                record.body.read::<Remark>().is_ok_and(|remark| remark.about.is_some_and(|id| redaction.hides(id)))
            })
            .map(|record| record.id)
            .collect();
        redaction.hidden.extend(orphaned);
        redaction.past = past::redacted(records, &redaction);
        redaction
    }

    /// How much it takes away.
    pub fn counts(&self, records: &[Record]) -> Counts {
        let mut counts = Counts::default();
        for record in records {
            match (self.hides(record.id), record.kind.as_str()) {
                (true, "document") => counts.papers += 1,
                (true, _) => counts.contacts += 1,
                (false, _) => {
                    self.cut(&record.kind, record.id, record.body.open(), &mut counts);
                }
            }
        }
        counts
    }

    /// Whether it takes nothing away.
    pub fn is_empty(&self) -> bool {
        self.private.is_empty()
    }

    /// Whether a record goes as a whole, and every mention of it.
    pub fn hides(&self, id: RecordId) -> bool {
        self.hidden.contains(&id)
    }

    /// Who is told as the author of what that account wrote; none for somebody who is not named.
    pub fn author(&self, account: AccountId) -> Option<AccountId> {
        (!self.keeps(Private::Names) || self.buyer == Some(account)).then_some(account)
    }

    /// A record as it stands afterwards; none for one that goes.
    pub fn record(&self, record: &Record) -> Option<Record> {
        if self.hides(record.id) {
            return None;
        }
        if self.is_empty() {
            return Some(record.clone());
        }
        let fields = self.fields(&record.kind, record.id, record.body.open());
        let mut redacted = record.clone();
        // A field that was cleared keeps its stamp, unless nobody may know that it was there.
        redacted.later.retain(|name, _| fields.contains_key(name) || !self.takes(&record.kind, name));
        redacted.by = record.by.and_then(|account| self.author(account));
        redacted.body = Body::seal(&fields);
        Some(redacted)
    }

    /// The fields of a record, or of a change to it, as they are afterwards.
    pub fn fields(&self, kind: &str, id: RecordId, fields: Fields) -> Fields {
        self.cut(kind, id, fields, &mut Counts::default())
    }

    fn cut(&self, kind: &str, id: RecordId, fields: Fields, counts: &mut Counts) -> Fields {
        if self.is_empty() {
            return fields;
        }
        let kept = |(name, value): (String, Value)| {
            let value = match (kind, name.as_str(), self.past.get(&id)) {
                ("past", "text", Some(text)) => Some(text.as_str().into()),
                _ => self.value(kind, &name, value, counts),
            };
            Some((name, value?))
        };
        fields.into_iter().filter_map(kept).collect()
    }

    /// A value as it is afterwards; none for one that goes.
    fn value(&self, kind: &str, name: &str, value: Value, counts: &mut Counts) -> Option<Value> {
        match class_of(kind, name) {
            Some(Class::Kept) => Some(value),
            Some(Class::Gone(private)) if !self.keeps(private) => Some(value),
            Some(Class::Gone(Private::Costs)) => gone(&mut counts.costs),
            Some(Class::Gone(Private::Names)) => gone(&mut counts.names),
            Some(Class::Gone(Private::Messages) | Class::Mixed) => gone(&mut counts.notes),
            Some(Class::Named) => self.without_hidden(value),
            Some(Class::Files) => Some(self.plain_files(value, counts)),
            Some(Class::Source) => Some(self.plain_source(value)),
            None => None,
        }
    }

    /// Whether a field of that name goes with what is private.
    fn takes(&self, kind: &str, name: &str) -> bool {
        match class_of(kind, name) {
            Some(Class::Gone(private)) => self.keeps(private),
            Some(Class::Mixed) | None => true,
            Some(_) => false,
        }
    }

    fn keeps(&self, private: Private) -> bool {
        self.private.contains(&private)
    }

    /// Whether a record goes as a whole: an invoice or a quotation with costs, a contact who is no firm with names, a comment with messages.
    fn goes(&self, record: &Record) -> bool {
        let fields = record.body.open();
        let is = |name: &str, usual: &str, wanted: &[&str]| {
            wanted.contains(&fields.get(name).and_then(Value::as_str).unwrap_or(usual))
        };
        let costly = [DocumentType::Invoice, DocumentType::Quote].map(DocumentType::as_str);
        match record.kind.as_str() {
            "document" => self.keeps(Private::Costs) && is("type", DocumentType::default().as_str(), &costly),
            "remark" => {
                self.keeps(Private::Messages)
                    && is("type", RemarkType::default().as_str(), &[RemarkType::Comment.as_str()])
            }
            // Whoever does work, sells, insures or manages does so in the way of business.
            "contact" => {
                let (usual, person) = (ContactRole::default().as_str(), [ContactRole::Other.as_str()]);
                self.keeps(Private::Names) && is("role", usual, &person)
            }
            _ => false,
        }
    }

    fn without_hidden(&self, value: Value) -> Option<Value> {
        let hidden =
            |value: &Value| value.as_str().and_then(|id| id.parse().ok()).is_some_and(|id: RecordId| self.hides(id));
        match value {
            Value::Array(ids) if ids.iter().any(hidden) => {
                let left: Vec<Value> = ids.into_iter().filter(|id| !hidden(id)).collect();
                (!left.is_empty()).then(|| left.into())
            }
            one if hidden(&one) => None,
            other => Some(other),
        }
    }

    fn plain_files(&self, mut value: Value, counts: &mut Counts) -> Value {
        let files = match &mut value {
            Value::Array(files) => files.as_mut_slice(),
            one => std::slice::from_mut(one),
        };
        for file in files.iter_mut().filter_map(Value::as_object_mut) {
            if self.keeps(Private::Messages) && file.remove("caption").is_some() {
                counts.notes += 1;
            }
            if self.keeps(Private::Names) {
                let media = file.get("media").and_then(Value::as_str).unwrap_or_default();
                let name = plain_name(media);
                file.insert("name".into(), name.into());
            }
        }
        value
    }

    /// Where a record came from, without what would tell its earlier values: keys and prints are made of them.
    fn plain_source(&self, mut value: Value) -> Value {
        let Some(source) = value.as_object_mut() else { return value };
        source.retain(|name, _| ["from", "import", "claimed"].contains(&name.as_str()));
        if let Some(claimed) = source.get_mut("claimed").and_then(Value::as_object_mut) {
            let by = claimed.get("by").and_then(Value::as_str).and_then(|by| by.parse().ok());
            let is_named = by.is_some_and(|by| self.author(by).is_some());
            claimed.retain(|name, _| is_named || !["by", "name"].contains(&name.as_str()));
        }
        value
    }
}

fn gone(count: &mut u64) -> Option<Value> {
    *count += 1;
    None
}
