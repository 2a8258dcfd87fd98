//! What of a home somebody sees who was given a part of it. The server sends exactly this, and who shares sees it before they share.
//!
//! Nothing is shown that no line of the [table of fields](field) shows: a kind or a field that is added later stays hidden until somebody decides.

pub mod estate;
pub mod estate_case;
pub mod field;

use crate::body::{Body, Fields};
use crate::certificate::Certificate;
use crate::claim::Claim;
use crate::contact::Contact;
use crate::document::DocumentType;
use crate::entry::Entry;
use crate::file::FileRef;
use crate::grant::{Grant, Tick};
use crate::id::{FileHash, RecordId};
use crate::letter::Letter;
use crate::reading::Reading;
use crate::record::Record;
use crate::remark::Remark;
use crate::schedule::{self, Next};
use crate::standing::facts;
use crate::task::Task;
use crate::{AccountId, Date, PartialDate};
use field::Seen::{Always, Files, Named, NamedTicked, Never, Ticked};
use field::{FIELDS, Table};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The records of a home as somebody sees them who was given `grant` of it, in the order of their ids.
///
/// Of facts they see all versions of what stands, and none of what was withdrawn; nothing of what was deleted; of a record that names others only those
/// that they see too.
pub fn seen(records: &[Record], grant: &Grant) -> Vec<Record> {
    let chosen = Chosen::of(records, grant);
    let mut seen: Vec<Record> =
        records.iter().filter(|record| chosen.ids.contains(&record.id)).map(|record| chosen.bare(record)).collect();
    seen.sort_by_key(|record| record.id);
    seen
}

/// The files that records name, with the media type by which each is known there.
pub fn files(records: &[Record]) -> BTreeMap<FileHash, String> {
    let mut found = BTreeMap::new();
    for record in records.iter().filter(|record| record.body.text().contains("\"hash\"")) {
        let fields = record.body.open();
        for file in ["file", "files"].iter().filter_map(|name| fields.get(*name)).flat_map(listed) {
            if let Ok(FileRef { hash, media, .. }) = serde_json::from_value(file.clone()) {
                found.insert(hash, media);
            }
        }
    }
    found
}

/// One value, or those of a list.
fn listed(value: &Value) -> &[Value] {
    match value {
        Value::Array(values) => values,
        one => std::slice::from_ref(one),
    }
}

/// What was chosen of a home.
struct Chosen<'a> {
    grant: &'a Grant,
    /// Who sees which field.
    table: &'static Table,
    ids: BTreeSet<RecordId>,
    /// When tasks are due next. A visitor is told the day alone: what it follows from may be hidden.
    due: BTreeMap<RecordId, Date>,
}

impl<'a> Chosen<'a> {
    fn of(records: &[Record], grant: &'a Grant) -> Self {
        let due = if grant.gives(Task::KIND) { due(records) } else { BTreeMap::new() };
        let mut chosen = Self { grant, table: &FIELDS, ids: BTreeSet::new(), due };
        let (entries, certificates, readings) = standing(records);
        for record in records.iter().filter(|record| grant.gives(&record.kind) && !record.is_deleted()) {
            let fields = record.body.open();
            let is_seen = match record.kind.as_str() {
                // A fact is seen if what stands of it is, with all its versions.
                "entry" => {
                    let stands = entries.get(&record.id);
                    chosen.in_time(stands, "when") && chosen.about(stands) && chosen.is_work(stands)
                }
                "reading" => chosen.in_time(readings.get(&record.id), "on") && chosen.about(readings.get(&record.id)),
                "certificate" => chosen.covers(certificates.get(&record.id)),
                "system" => grant.systems.is_empty() || grant.systems.contains(&record.id),
                "warranty" => chosen.covers(Some(&fields)),
                "task" => chosen.due.contains_key(&record.id) && chosen.about(Some(&fields)),
                "document" => chosen.gives_document(record.id, &fields),
                "contact" => {
                    let recommends = grant.recommends.as_ref();
                    grant.shows(Tick::Names) && recommends.is_none_or(|recommended| recommended.contact == record.id)
                }
                // What stands about the whole house is not given with one system of it.
                "item" => grant.systems.is_empty(),
                "property" | "zone" => true,
                _ => false,
            };
            if is_seen {
                chosen.ids.insert(record.id);
            }
        }
        chosen.leave_zones(records);
        chosen.add_claims(records);
        chosen.add_remarks(records);
        chosen
    }

    /// Whether a fact lies within the dates that are given.
    fn in_time(&self, fact: Option<&Fields>, field: &str) -> bool {
        let Some(fact) = fact else { return false };
        let when = fact.get(field).and_then(Value::as_str).and_then(|text| text.parse::<PartialDate>().ok());
        let (from, until) = (self.grant.from, self.grant.until);
        from.is_none_or(|from| when.is_some_and(|when| when.last() >= from.first()))
            && until.is_none_or(|until| when.is_some_and(|when| when.first() <= until.last()))
    }

    /// Whether it concerns a system that is given; all are without a choice.
    fn about(&self, fields: Option<&Fields>) -> bool {
        fields.is_some_and(|fields| self.grant.systems.is_empty() || self.named(fields).any(|id| self.gives_system(id)))
    }

    /// Where somebody is recommended: whether they did it.
    fn is_work(&self, entry: Option<&Fields>) -> bool {
        self.grant.recommends.as_ref().is_none_or(|recommended| entry.is_some_and(|entry| recommended.is_work(entry)))
    }

    /// Whether it concerns a system that is given, or the whole house.
    fn covers(&self, fields: Option<&Fields>) -> bool {
        fields.is_some_and(|fields| self.named(fields).next().is_none() || self.about(Some(fields)))
    }

    fn gives_system(&self, id: RecordId) -> bool {
        self.grant.systems.contains(&id)
    }

    fn named<'b>(&self, fields: &'b Fields) -> impl Iterator<Item = RecordId> + 'b {
        ["system", "systems"].iter().filter_map(|name| fields.get(*name)).flat_map(listed).filter_map(id)
    }

    fn gives_document(&self, document: RecordId, fields: &Fields) -> bool {
        if !self.grant.documents.is_empty() {
            return self.grant.documents.contains(&document);
        }
        let sort = fields.get("type").and_then(Value::as_str).unwrap_or(DocumentType::default().as_str());
        let tells_cost = [DocumentType::Invoice, DocumentType::Quote].iter().any(|costly| costly.as_str() == sort);
        (self.grant.shows(Tick::Costs) || !tells_cost) && self.about(Some(fields))
    }

    /// With some systems only the zones in which something lies that is seen, and those around them.
    fn leave_zones(&mut self, records: &[Record]) {
        if self.grant.systems.is_empty() {
            return;
        }
        let zones: HashMap<RecordId, Option<RecordId>> = records
            .iter()
            .filter(|record| record.kind == "zone")
            .map(|record| (record.id, record.body.open().get("parent").and_then(id)))
            .collect();
        let mut kept: BTreeSet<RecordId> = BTreeSet::new();
        let others = records.iter().filter(|record| self.ids.contains(&record.id) && record.kind != "zone");
        for record in others {
            let fields = record.body.open();
            for zone in ["zone", "zones"].iter().filter_map(|name| fields.get(*name)).flat_map(listed).filter_map(id) {
                let mut next = Some(zone);
                // Two people may have put two zones into each other.
                while let Some(zone) = next.filter(|zone| kept.insert(*zone)) {
                    next = zones.get(&zone).copied().flatten();
                }
            }
        }
        self.ids.retain(|id| !zones.contains_key(id) || kept.contains(id));
    }

    /// Claims on warranties that are seen, unless they are about a system that is not.
    fn add_claims(&mut self, records: &[Record]) {
        if !self.grant.gives(Claim::KIND) {
            return;
        }
        let claims = records.iter().filter(|record| record.kind == Claim::KIND && !record.is_deleted());
        let seen = claims.filter(|record| {
            let fields = record.body.open();
            fields.get("warranty").and_then(id).is_some_and(|warranty| self.ids.contains(&warranty))
                && self.covers(Some(&fields))
        });
        let found: Vec<RecordId> = seen.map(|record| record.id).collect();
        self.ids.extend(found);
    }

    /// What was said about something that is seen, unless it was taken back.
    fn add_remarks(&mut self, records: &[Record]) {
        if !self.grant.gives(Remark::KIND) {
            return;
        }
        let remarks = facts::<Remark>(records, |_| None).into_iter().filter(|remark| remark.withdrawn.is_none());
        let about = remarks.filter(|remark| remark.letter.about.is_some_and(|about| self.ids.contains(&about)));
        let found: Vec<RecordId> = about.map(|remark| remark.root).collect();
        self.ids.extend(found);
    }

    /// A record without what is not given.
    fn bare(&self, record: &Record) -> Record {
        let mut bare = record.clone();
        let fields = record.body.open();
        let mut shown: Fields =
            fields.into_iter().filter_map(|(name, value)| self.shown(&record.kind, name, value)).collect();
        if let Some(due) = self.due.get(&record.id) {
            shown.insert("due".to_owned(), due.to_string().into());
        }
        if let Some(recommended) = &self.grant.recommends {
            shown.retain(|name, _| recommended.shows(&record.kind, name));
            if record.kind == Contact::KIND {
                recommended.told(&mut shown);
            }
        }
        bare.later.retain(|name, _| shown.contains_key(name));
        // Who recommends somebody says so in their own words, or not at all.
        let names = self.grant.shows(Tick::Names) && self.grant.recommends.is_none();
        bare.by = record.by.filter(|_: &AccountId| names);
        bare.body = Body::seal(&shown);
        bare
    }

    fn shown(&self, kind: &str, name: String, value: Value) -> Option<(String, Value)> {
        let (_, fields) = self.table.iter().find(|(of, _)| *of == kind)?;
        let (_, seen) = fields.iter().find(|(field, _)| *field == name)?;
        let value = match seen {
            Always => Some(value),
            Ticked(tick) => self.grant.shows(*tick).then_some(value),
            Named => self.only_seen(value),
            NamedTicked(tick) => self.grant.shows(*tick).then(|| self.only_seen(value)).flatten(),
            Files => Some(self.plain_files(value)),
            Never => None,
        };
        Some((name, value?))
    }

    fn only_seen(&self, value: Value) -> Option<Value> {
        match value {
            Value::Array(ids) => {
                let seen: Vec<Value> =
                    ids.into_iter().filter(|one| id(one).is_some_and(|id| self.ids.contains(&id))).collect();
                (!seen.is_empty()).then(|| seen.into())
            }
            one => id(&one).filter(|id| self.ids.contains(id)).map(|_| one),
        }
    }

    fn plain_files(&self, mut value: Value) -> Value {
        let files = match &mut value {
            Value::Array(files) => files.as_mut_slice(),
            one => std::slice::from_mut(one),
        };
        for file in files {
            let Value::Object(fields) = file else { continue };
            if !self.grant.shows(Tick::Notes) {
                fields.remove("caption");
            }
            if !self.grant.shows(Tick::Names) {
                let media = fields.get("media").and_then(Value::as_str).unwrap_or_default();
                let name = plain_name(media);
                fields.insert("name".into(), name.into());
            }
        }
        value
    }
}

/// The name of a file that says no more than what it is.
pub(crate) fn plain_name(media: &str) -> String {
    let ending = match media.split_once('/').unwrap_or_default() {
        ("image", "jpeg") => "jpg",
        ("image" | "application", ending @ ("png" | "webp" | "heic" | "pdf")) => ending,
        _ => "bin",
    };
    format!("file.{ending}")
}

fn id(value: &Value) -> Option<RecordId> {
    value.as_str()?.parse().ok()
}

/// The days by which the tasks should be done that are due at all.
fn due(records: &[Record]) -> BTreeMap<RecordId, Date> {
    let planned = schedule::of_home(records).into_iter();
    let due = planned.filter_map(|task| if let Next::Due(due) = task.next { Some((task.id, due.by)) } else { None });
    due.collect()
}

/// What stands of each fact that was not withdrawn, by every version of it: entries, certificates, readings.
type Standing = HashMap<RecordId, Fields>;

fn standing(records: &[Record]) -> (Standing, Standing, Standing) {
    (
        versions(records, facts::<Entry>(records, |entry| entry.amends)),
        versions(records, facts::<Certificate>(records, |certificate| certificate.amends)),
        versions(records, facts::<Reading>(records, |reading| reading.amends)),
    )
}

fn versions<T>(records: &[Record], standing: Vec<crate::standing::Standing<'_, T>>) -> Standing {
    let by_id: HashMap<RecordId, &Record> = records.iter().map(|record| (record.id, record)).collect();
    let mut told = HashMap::new();
    for fact in standing.into_iter().filter(|fact| fact.withdrawn.is_none()) {
        let fields = fact.record.body.open();
        // From the latest version back to the first.
        let mut next = Some(fact.record.id);
        while let Some(version) = next.filter(|version| !told.contains_key(version)) {
            told.insert(version, fields.clone());
            next = by_id.get(&version).and_then(|record| record.body.open().get("amends").and_then(id));
        }
        told.entry(fact.root).or_insert(fields);
    }
    told
}
