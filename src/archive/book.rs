//! A home as people read it: letters by kind, facts as they stand, references by name.

use crate::file::NamedFile;
use crate::home::Telling;
use model::certificate::Certificate;
use model::checklist::Checklist;
use model::claim::Claim;
use model::contact::Contact;
use model::date::HOME_AHEAD_MINUTES;
use model::deferral::Deferral;
use model::document::Document;
use model::entry::Entry;
use model::import::Import;
use model::inspection::Inspection;
use model::item::Item;
use model::portal::Deal;
use model::property::Property;
use model::reading::Reading;
use model::schedule::{self, Answer, Count, Ledger, Next};
use model::standing::{Standing, facts, living};
use model::system::System;
use model::task::Task;
use model::warranty::{Clock, Known, Warranty, clock};
use model::withdrawal::Withdrawal;
use model::zone::Zone;
use model::{AccountId, Date, FileHash, Instant, Letter, Record, RecordId};
use serde_json::Value;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use words::Words;

/// Everything that a reader is shown. Deleted records are not in it; what names one still names it.
pub(crate) struct Book {
    pub(crate) words: &'static Words,
    /// The day on which the archive is made.
    pub(crate) today: Date,
    pub(crate) property: Option<Property>,
    pub(crate) zones: Vec<Kept<Zone>>,
    pub(crate) systems: Vec<Kept<System>>,
    pub(crate) documents: Vec<Kept<Document>>,
    pub(crate) contacts: Vec<Kept<Contact>>,
    pub(crate) warranties: Vec<Kept<Warranty>>,
    pub(crate) claims: Vec<Kept<Claim>>,
    pub(crate) tasks: Vec<Kept<Task>>,
    /// What was put off and left out.
    pub(crate) deferrals: Vec<Kept<Deferral>>,
    /// The home's own checklists.
    pub(crate) checklists: Vec<Kept<Checklist>>,
    pub(crate) items: Vec<Kept<Item>>,
    pub(crate) imports: Vec<Kept<Import>>,
    /// The facts, each as it stands, withdrawn ones too.
    pub(crate) entries: Vec<Kept<Entry>>,
    pub(crate) certificates: Vec<Kept<Certificate>>,
    pub(crate) readings: Vec<Kept<Reading>>,
    pub(crate) inspections: Vec<Kept<Inspection>>,
    /// What providers were asked for, the latest first.
    pub(crate) deals: Vec<Deal>,
    names: HashMap<RecordId, String>,
    files: BTreeMap<FileHash, (String, bool)>,
}

/// A letter with what is shown beside it.
pub(crate) struct Kept<T> {
    /// The record; of a fact, the first version, by which others name it.
    pub(crate) id: RecordId,
    pub(crate) letter: T,
    /// How often a fact was amended.
    pub(crate) amended: usize,
    /// Why it was withdrawn, if it was.
    pub(crate) withdrawn: Option<String>,
    /// Who wrote it, if that is known.
    pub(crate) by: String,
    /// When it was accepted.
    pub(crate) at: Option<Instant>,
}

impl Book {
    pub(crate) fn new(
        telling: &Telling,
        people: &BTreeMap<AccountId, String>,
        files: &[NamedFile],
        have: &dyn Fn(FileHash) -> bool,
        made: Instant,
        words: &'static Words,
    ) -> Self {
        let of = Reader { telling, people };
        let mut book = Self {
            words,
            today: made.date(HOME_AHEAD_MINUTES),
            property: telling.property(),
            zones: of.living(),
            systems: of.living(),
            documents: of.living(),
            contacts: of.living(),
            warranties: of.living(),
            claims: of.living(),
            tasks: of.living(),
            deferrals: of.facts(|_: &Deferral| None),
            checklists: of.living(),
            items: of.living(),
            imports: of.living(),
            entries: of.facts(|entry: &Entry| entry.amends),
            certificates: of.facts(|certificate: &Certificate| certificate.amends),
            readings: of.facts(|reading: &Reading| reading.amends),
            inspections: of.facts(|_: &Inspection| None),
            deals: telling.deals.values().map(|records| Deal::of(records)).collect(),
            names: of.names(),
            files: files.iter().map(|file| (file.hash, (file.path.clone(), have(file.hash)))).collect(),
        };
        book.sort();
        book
    }

    /// Facts newest first, what is to be done by its day, the rest by name.
    fn sort(&mut self) {
        self.zones.sort_by_cached_key(|kept| kept.letter.name.to_lowercase());
        self.systems.sort_by_cached_key(|kept| kept.letter.name.to_lowercase());
        self.contacts.sort_by_cached_key(|kept| kept.letter.name.to_lowercase());
        self.items.sort_by_cached_key(|kept| kept.letter.name.to_lowercase());
        self.warranties.sort_by_cached_key(|kept| kept.letter.title.to_lowercase());
        self.claims.sort_by_key(|kept| Reverse((kept.letter.asked.map(|date| date.sort_key()), kept.id)));
        self.tasks.sort_by_key(|kept| kept.letter.due);
        self.documents.sort_by_key(|kept| Reverse((kept.letter.dated.map(|date| date.sort_key()), kept.id)));
        self.entries.sort_by_key(|kept| Reverse((kept.letter.when.map(|date| date.sort_key()), kept.id)));
        self.certificates.sort_by_key(|kept| Reverse((kept.letter.issued.map(|date| date.sort_key()), kept.id)));
        self.deferrals.sort_by_key(|kept| Reverse((kept.letter.on, kept.id)));
        self.checklists.sort_by_cached_key(|kept| kept.letter.name.to_lowercase());
        self.inspections.sort_by_key(|kept| Reverse((kept.letter.on, kept.id)));
        self.deals.sort_by_key(|deal| Reverse(deal.request.as_ref().map(|request| (request.at, request.id))));
        self.readings.sort_by_key(|kept| Reverse((kept.letter.on, kept.id)));
    }

    /// When each task is due next, in their order.
    pub(crate) fn due(&self) -> Vec<Next> {
        let entries = self.entries.iter().filter(|kept| kept.withdrawn.is_none());
        let done = entries.filter_map(|kept| Answer::of_entry(kept.id, &kept.letter));
        let deferred = self.deferrals.iter().filter(|kept| kept.withdrawn.is_none());
        let deferred = deferred.filter_map(|kept| Answer::of_deferral(kept.id, &kept.letter));
        let ledger = Ledger::new(done.chain(deferred).collect());
        let next = |kept: &Kept<Task>| schedule::next(&kept.letter, ledger.of(kept.id), &self.meter(&kept.letter));
        self.tasks.iter().map(next).collect()
    }

    /// What the meter of a task showed, the oldest first.
    fn meter(&self, task: &Task) -> Vec<Count> {
        let unit = task.recurrence.as_ref().and_then(|recurrence| recurrence.unit);
        let readings = self.readings.iter().rev().filter(|kept| kept.withdrawn.is_none()).map(|kept| &kept.letter);
        let its = readings.filter(|reading| Some(reading.unit) == unit && reading.system == task.meter);
        its.filter_map(|reading| Some(Count { on: reading.on?, value_milli: reading.value_milli })).collect()
    }

    /// When a warranty runs.
    pub(crate) fn clock(&self, warranty: RecordId, letter: &Warranty) -> Clock {
        let own = self.claims.iter().filter(|kept| kept.letter.warranty == Some(warranty));
        let own: Vec<(RecordId, Claim)> = own.map(|kept| (kept.id, kept.letter.clone())).collect();
        let installed = |id: RecordId| self.systems.iter().find(|kept| kept.id == id)?.letter.installed;
        let done = |id: RecordId| self.entries.iter().find(|kept| kept.id == id)?.letter.when;
        let occupied = self.property.as_ref().and_then(|property| property.occupied);
        clock(letter, &Known { installed: &installed, done: &done, occupied }, &own)
    }

    /// What a record is called; the beginning of its id where it has no name.
    pub(crate) fn name(&self, id: RecordId) -> String {
        self.names.get(&id).cloned().unwrap_or_else(|| id.to_string()[..8].to_owned())
    }

    /// Where a file lies in the archive, and whether it is there.
    pub(crate) fn file(&self, hash: FileHash) -> (&str, bool) {
        self.files.get(&hash).map_or(("", false), |(path, is_there)| (path, *is_there))
    }

    /// The day of a moment, where the home is.
    pub(crate) fn day(&self, at: Instant) -> String {
        self.words.day(at.date(HOME_AHEAD_MINUTES))
    }
}

struct Reader<'a> {
    telling: &'a Telling,
    people: &'a BTreeMap<AccountId, String>,
}

impl Reader<'_> {
    fn records(&self, kind: &str) -> &[Record] {
        self.telling.kinds.get(kind).map_or(&[], Vec::as_slice)
    }

    fn kept<T>(&self, standing: Standing<'_, T>) -> Kept<T> {
        let Standing { root, record, letter, versions, withdrawn } = standing;
        let by = record.by.and_then(|by| self.people.get(&by)).cloned().unwrap_or_default();
        let withdrawn = withdrawn.map(|(_, withdrawal)| withdrawal.reason);
        Kept { id: root, letter, amended: versions - 1, withdrawn, by, at: record.at }
    }

    fn living<T: Letter>(&self) -> Vec<Kept<T>> {
        living(self.records(T::KIND)).into_iter().map(|standing| self.kept(standing)).collect()
    }

    /// Facts of one kind, joined with what amends and withdraws them.
    fn facts<T: Letter>(&self, amends: fn(&T) -> Option<RecordId>) -> Vec<Kept<T>> {
        let records = self.records(T::KIND).iter().chain(self.records(Withdrawal::KIND));
        facts(records, amends).into_iter().map(|standing| self.kept(standing)).collect()
    }

    /// What every record is called, deleted ones too.
    fn names(&self) -> HashMap<RecordId, String> {
        let name = |record: &Record| {
            let fields = record.body.open();
            let text = |field: &str| fields.get(field).and_then(Value::as_str).filter(|text| !text.trim().is_empty());
            text("name").or_else(|| text("title")).or_else(|| text("number")).map(str::to_owned)
        };
        self.telling.records().filter_map(|record| Some((record.id, name(record)?))).collect()
    }
}
