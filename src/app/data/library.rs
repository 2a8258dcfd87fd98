//! The open home: one signal for each kind, patched as records change.

use super::care::Coming;
use super::fact::{self, FactLetter, Facts, Row, Standing, Withdrawals};
use super::shelf::{AnyKept, Kept, Mark, Rows, Shelf, typed};
use leptos::prelude::*;
use model::certificate::Certificate;
use model::contact::Contact;
use model::deferral::Deferral;
use model::document::Document;
use model::entry::Entry;
use model::history::Thread;
use model::item::Item;
use model::property::Property;
use model::reading::Reading;
use model::system::System;
use model::task::Task;
use model::warranty::Warranty;
use model::withdrawal::Withdrawal;
use model::zone::Zone;
use model::{Letter, Record, RecordId};
use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use sync::Replica;

/// Living kinds.
const LIVING: usize = 8;
/// Kinds of fact that can be amended or withdrawn.
const AMENDED: usize = 4;

/// The open home. A handle: copies see the same signals.
#[derive(Clone, Copy)]
pub struct Library {
    shelves: [RwSignal<Rows>; LIVING],
    /// Entries as they stand, newest first.
    pub entries: RwSignal<Arc<Vec<Standing<Entry>>>>,
    /// Certificates as they stand, newest first.
    pub certificates: RwSignal<Arc<Vec<Standing<Certificate>>>>,
    /// Meter readings as they stand, newest first.
    pub readings: RwSignal<Arc<Vec<Standing<Reading>>>>,
    /// What was put off or left out, and not taken up again, newest first.
    pub deferrals: RwSignal<Arc<Vec<Standing<Deferral>>>>,
    /// Records that this build cannot read, made by a newer version.
    pub unreadable: RwSignal<Arc<BTreeSet<RecordId>>>,
    /// Whether all kinds are read, and not only those of the first screen.
    pub whole: RwSignal<bool>,
    rest: StoredValue<Option<Rest>>,
    coming: StoredValue<Option<Ahead>>,
    facts: StoredValue<AllFacts>,
}

/// Finds how a record of a kind is read that the first screen does not show; none of a kind that this build does not know.
pub(super) type Rest = fn(&str) -> Option<Reader>;

/// Works out which tasks are due.
pub(super) type Ahead = fn(&Library) -> Vec<Coming>;

#[derive(Default)]
struct AllFacts {
    amended: [Facts; AMENDED],
    withdrawals: Withdrawals,
}

/// A living kind with a shelf of its own.
pub trait Shelved: Letter + Clone + PartialEq + Send + Sync + 'static {
    /// The number of its shelf, on which deleted records are not.
    const SHELF: usize;
    /// Whether a person deleted it.
    fn is_deleted(&self) -> bool;
}

/// A kind of fact with a list of its own.
pub(super) trait Listed: FactLetter + Send + Sync + 'static {
    const LIST: usize;
}

macro_rules! shelved {
    ($($letter:ty = $shelf:literal;)*) => {$(
        impl Shelved for $letter {
            const SHELF: usize = $shelf;
            fn is_deleted(&self) -> bool {
                self.deleted == Some(true)
            }
        }
    )*};
}

shelved! {
    Property = 0;
    Zone = 1;
    System = 2;
    Document = 3;
    Contact = 4;
    Warranty = 5;
    Task = 6;
    Item = 7;
}

impl Listed for Entry {
    const LIST: usize = 0;
}
impl Listed for Certificate {
    const LIST: usize = 1;
}
impl Listed for Reading {
    const LIST: usize = 2;
}
impl Listed for Deferral {
    const LIST: usize = 3;
}

/// Reads a record of one kind; none if it cannot be read here.
pub(super) type Reader = fn(&Record, Mark) -> Option<Read>;

/// How a record of each kind is read that the first screen shows. The [others](super::rest) are read as soon as it is painted.
const FIRST: [(&str, Reader); 5] = [
    (Entry::KIND, fact::<Entry>),
    (System::KIND, living::<System>),
    (Contact::KIND, living::<Contact>),
    (Property::KIND, living::<Property>),
    (Withdrawal::KIND, withdrawal),
];

/// What was read.
pub(super) enum Read {
    /// A living record of a shelf; none if it was deleted.
    Living(usize, Option<AnyKept>),
    /// A fact of a list.
    Fact(usize, AnyKept),
    Withdrawal(AnyKept),
    /// Of a kind that is on no shelf, or not yet.
    Elsewhere,
}

pub(super) fn living<T: Shelved>(record: &Record, mark: Mark) -> Option<Read> {
    let kept = Kept::<T>::read(record, mark)?;
    let stands = !kept.letter.is_deleted();
    Some(Read::Living(T::SHELF, stands.then_some(kept as AnyKept)))
}

pub(super) fn fact<T: Listed>(record: &Record, mark: Mark) -> Option<Read> {
    Some(Read::Fact(T::LIST, Arc::new(Row::new(Kept::<T>::read(record, mark)?))))
}

fn withdrawal(record: &Record, mark: Mark) -> Option<Read> {
    Some(Read::Withdrawal(Kept::<Withdrawal>::read(record, mark)?))
}

/// How a record of a kind is read, if the first screen shows it.
fn first(kind: &str) -> Option<Reader> {
    FIRST.iter().find(|(name, _)| *name == kind).map(|(_, reader)| *reader)
}

impl Default for Library {
    fn default() -> Self {
        Self::new()
    }
}

impl Library {
    /// An empty one.
    pub fn new() -> Self {
        Self {
            shelves: std::array::from_fn(|_| RwSignal::default()),
            entries: RwSignal::default(),
            certificates: RwSignal::default(),
            readings: RwSignal::default(),
            deferrals: RwSignal::default(),
            unreadable: RwSignal::default(),
            whole: RwSignal::new(false),
            rest: StoredValue::new(None),
            coming: StoredValue::new(None),
            facts: StoredValue::new(AllFacts::default()),
        }
    }

    /// All records of a living kind; tracks them.
    pub fn shelf<T: Shelved>(&self) -> Shelf<T> {
        Shelf::new(self.shelves[T::SHELF].get())
    }

    /// One living record; tracks its shelf.
    pub fn find<T: Shelved>(&self, id: RecordId) -> Option<Arc<Kept<T>>> {
        self.shelf::<T>().get(&id)
    }

    /// The home itself; none before it was named.
    pub fn property(&self) -> Option<Arc<Kept<Property>>> {
        self.shelf::<Property>().values().next()
    }

    /// The entry that stands under `root`, or of which `root` is any version; tracks the entries. Withdrawn ones are found too.
    pub fn entry(&self, root: RecordId) -> Option<Standing<Entry>> {
        let standing =
            self.entries.with(|entries| entries.iter().find(|entry| entry.root == root || entry.id == root).cloned());
        standing.or_else(|| {
            let thread = self.entry_thread(root)?;
            let kept = self.entry_version(thread.current())?;
            Some(Standing { root: thread.versions[0], kept, versions: thread.versions.len() })
        })
    }

    /// Every version of an entry, and what withdrew it; tracks the entries.
    pub fn entry_thread(&self, id: RecordId) -> Option<Thread> {
        self.entries.track();
        self.facts.with_value(|facts| fact::thread(&facts.amended[Entry::LIST], id, &facts.withdrawals))
    }

    /// How many entries were withdrawn; tracks the entries.
    pub fn withdrawn_entries(&self) -> usize {
        self.entries.track();
        self.facts.with_value(|facts| fact::withdrawn(&facts.amended[Entry::LIST], &facts.withdrawals))
    }

    /// One version of an entry.
    pub fn entry_version(&self, id: RecordId) -> Option<Arc<Kept<Entry>>> {
        self.facts.with_value(|facts| facts.amended[Entry::LIST].get(&id).map(|kept| typed(&fact::row(kept).kept)))
    }

    /// A withdrawal.
    pub fn withdrawal(&self, id: RecordId) -> Option<Arc<Kept<Withdrawal>>> {
        self.facts.with_value(|facts| facts.withdrawals.get(&id).map(typed))
    }

    /// The certificate that stands under `root`; tracks the certificates.
    pub fn certificate(&self, root: RecordId) -> Option<Standing<Certificate>> {
        self.certificates.with(|all| all.iter().find(|fact| fact.root == root || fact.id == root).cloned())
    }

    /// The meter reading that stands under `root`; tracks the readings.
    pub fn reading(&self, root: RecordId) -> Option<Standing<Reading>> {
        self.readings.with(|all| all.iter().find(|fact| fact.root == root || fact.id == root).cloned())
    }

    /// Shows another replica.
    pub(crate) fn show(&self, replica: &Replica) {
        let marks = marks(replica, |_| true);
        self.unreadable.set(Arc::default());
        let mut change = Change { shelves: std::array::from_fn(|_| Some(Rows::default())), ..Change::default() };
        change.lists = [true; AMENDED];
        replica.each(&mut |record| change.take(self, record, marks.get(&record.id).copied().unwrap_or_default()));
        change.show(self);
    }

    /// Reads the kinds that the first screen does not show, of the open home if there is one and of every one that is opened after it.
    pub(super) fn complete(&self, replica: Option<&Replica>, rest: Rest, coming: Ahead) {
        self.rest.set_value(Some(rest));
        self.coming.set_value(Some(coming));
        if let Some(replica) = replica {
            let mut unread = Vec::new();
            replica.each(&mut |record| {
                if first(&record.kind).is_none() {
                    unread.push(record.id);
                }
            });
            self.patch(replica, &unread);
        }
        self.whole.set(true);
    }

    /// Every task that is due at all, by its day; none as long as the library is not whole. Tracks what tells it.
    pub fn coming(&self) -> Vec<Coming> {
        self.whole.track();
        self.coming.get_value().map(|coming| coming(self)).unwrap_or_default()
    }

    fn read(&self, record: &Record, mark: Mark) -> Option<Read> {
        let reader = match (first(&record.kind), self.rest.get_value()) {
            (Some(reader), _) => reader,
            (None, Some(rest)) => rest(&record.kind)?,
            (None, None) => return Some(Read::Elsewhere),
        };
        reader(record, mark)
    }

    /// Shows what changed in the replica.
    pub(crate) fn patch(&self, replica: &Replica, touched: &[RecordId]) {
        let touched: BTreeSet<RecordId> = touched.iter().copied().collect();
        let marks = marks(replica, |id| touched.contains(id));
        let facts = self.facts.try_update_value(std::mem::take).unwrap_or_default();
        let mut change = Change { facts, ..Change::default() };
        replica.each_of(&touched, &mut |id, record| match record {
            Some(record) => change.take(self, record, marks.get(&id).copied().unwrap_or_default()),
            None => change.drop(self, &id),
        });
        for (shelf, id) in std::mem::take(&mut change.deleted) {
            change.rows(self, shelf).remove(&id);
        }
        change.show(self);
    }
}

/// What of each of these records the server does not have, if edits of it wait.
fn marks(replica: &Replica, of: impl Fn(&RecordId) -> bool) -> BTreeMap<RecordId, Mark> {
    let mut marks = BTreeMap::new();
    for queued in replica.outbox().iter().filter(|queued| of(&queued.edit.id)) {
        let mark = marks.entry(queued.edit.id).or_insert(Mark::Waiting);
        if queued.refused.is_some() {
            *mark = Mark::Refused;
        }
    }
    marks
}

/// What becomes of the library: shelves that change, as they will be, and all facts, of which what stands is worked out at the end.
#[derive(Default)]
struct Change {
    shelves: [Option<Rows>; LIVING],
    facts: AllFacts,
    lists: [bool; AMENDED],
    unreadable: Vec<RecordId>,
    /// What is on a shelf no more. Shelves that are filled anew have nothing to be taken off.
    deleted: Vec<(usize, RecordId)>,
}

impl Change {
    fn take(&mut self, library: &Library, record: &Record, mark: Mark) {
        match library.read(record, mark) {
            Some(Read::Living(shelf, Some(kept))) => {
                self.rows(library, shelf).insert(record.id, kept);
            }
            Some(Read::Living(shelf, None)) => self.deleted.push((shelf, record.id)),
            Some(Read::Fact(list, row)) => {
                self.lists[list] = true;
                self.facts.amended[list].insert(record.id, row);
            }
            Some(Read::Withdrawal(kept)) => {
                self.lists = [true; AMENDED];
                self.facts.withdrawals.insert(record.id, kept);
            }
            Some(Read::Elsewhere) => {}
            None => self.unreadable.push(record.id),
        }
    }

    /// The replica shows no such record any more.
    fn drop(&mut self, library: &Library, id: &RecordId) {
        for shelf in 0..LIVING {
            if library.shelves[shelf].with_untracked(|rows| rows.contains_key(id)) {
                self.rows(library, shelf).remove(id);
            }
        }
        for (list, amended) in self.facts.amended.iter_mut().enumerate() {
            self.lists[list] |= amended.remove(id).is_some();
        }
        if self.facts.withdrawals.remove(id).is_some() {
            self.lists = [true; AMENDED];
        }
    }

    fn rows(&mut self, library: &Library, shelf: usize) -> &mut BTreeMap<RecordId, AnyKept> {
        Arc::make_mut(self.shelves[shelf].get_or_insert_with(|| library.shelves[shelf].get_untracked()))
    }

    fn show(self, library: &Library) {
        library.facts.set_value(self.facts);
        for (signal, rows) in library.shelves.iter().zip(self.shelves) {
            if let Some(rows) = rows {
                signal.set(rows);
            }
        }
        if !self.unreadable.is_empty() {
            library.unreadable.update(|all| Arc::make_mut(all).extend(self.unreadable));
        }
        let stands = |list: usize| self.lists[list];
        if stands(Entry::LIST) {
            library.entries.set(library.standing());
        }
        if stands(Certificate::LIST) {
            library.certificates.set(library.standing());
        }
        if stands(Reading::LIST) {
            library.readings.set(library.standing());
        }
        if stands(Deferral::LIST) {
            library.deferrals.set(library.standing());
        }
    }
}

impl Library {
    fn standing<T: Listed>(&self) -> Arc<Vec<Standing<T>>> {
        self.facts.with_value(|facts| fact::standing(&facts.amended[T::LIST], &facts.withdrawals))
    }
}
