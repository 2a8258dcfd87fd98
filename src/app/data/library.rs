//! The open home: one signal for each kind, patched as records change.

use super::fact::{FactLetter, Facts, Standing};
use super::shelf::{Kept, Mark, Shelf};
use leptos::prelude::*;
use model::certificate::Certificate;
use model::contact::Contact;
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
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use sync::Replica;

/// The open home. A handle: copies see the same signals.
#[derive(Clone, Copy)]
pub struct Library {
    properties: RwSignal<Shelf<Property>>,
    zones: RwSignal<Shelf<Zone>>,
    systems: RwSignal<Shelf<System>>,
    documents: RwSignal<Shelf<Document>>,
    contacts: RwSignal<Shelf<Contact>>,
    warranties: RwSignal<Shelf<Warranty>>,
    tasks: RwSignal<Shelf<Task>>,
    items: RwSignal<Shelf<Item>>,
    /// Entries as they stand, newest first.
    pub entries: RwSignal<Arc<Vec<Standing<Entry>>>>,
    /// Certificates as they stand, newest first.
    pub certificates: RwSignal<Arc<Vec<Standing<Certificate>>>>,
    /// Meter readings as they stand, newest first.
    pub readings: RwSignal<Arc<Vec<Standing<Reading>>>>,
    /// Records that this build cannot read, made by a newer version.
    pub unreadable: RwSignal<Arc<BTreeSet<RecordId>>>,
    facts: StoredValue<AllFacts>,
}

#[derive(Default)]
struct AllFacts {
    entries: Facts<Entry>,
    certificates: Facts<Certificate>,
    readings: Facts<Reading>,
    withdrawals: HashMap<RecordId, Arc<Kept<Withdrawal>>>,
}

/// A living kind with a shelf of its own.
pub trait Shelved: Letter + Clone + PartialEq + Send + Sync + 'static {
    /// Its shelf; deleted records are not on it.
    fn shelf(library: &Library) -> RwSignal<Shelf<Self>>;
    /// Whether a person deleted it.
    fn is_deleted(&self) -> bool;
}

macro_rules! shelved {
    ($($letter:ty => $field:ident;)*) => {$(
        impl Shelved for $letter {
            fn shelf(library: &Library) -> RwSignal<Shelf<Self>> {
                library.$field
            }
            fn is_deleted(&self) -> bool {
                self.deleted == Some(true)
            }
        }
    )*};
}

shelved! {
    Property => properties;
    Zone => zones;
    System => systems;
    Document => documents;
    Contact => contacts;
    Warranty => warranties;
    Task => tasks;
    Item => items;
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
            properties: RwSignal::default(),
            zones: RwSignal::default(),
            systems: RwSignal::default(),
            documents: RwSignal::default(),
            contacts: RwSignal::default(),
            warranties: RwSignal::default(),
            tasks: RwSignal::default(),
            items: RwSignal::default(),
            entries: RwSignal::default(),
            certificates: RwSignal::default(),
            readings: RwSignal::default(),
            unreadable: RwSignal::default(),
            facts: StoredValue::new(AllFacts::default()),
        }
    }

    /// All records of a living kind; tracks them.
    pub fn shelf<T: Shelved>(&self) -> Shelf<T> {
        T::shelf(self).get()
    }

    /// One living record; tracks its shelf.
    pub fn find<T: Shelved>(&self, id: RecordId) -> Option<Arc<Kept<T>>> {
        T::shelf(self).with(|shelf| shelf.get(&id).cloned())
    }

    /// The home itself; none before it was named.
    pub fn property(&self) -> Option<Arc<Kept<Property>>> {
        self.properties.with(|shelf| shelf.values().next().cloned())
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
        self.facts.with_value(|facts| facts.entries.thread(id, &facts.withdrawals))
    }

    /// One version of an entry.
    pub fn entry_version(&self, id: RecordId) -> Option<Arc<Kept<Entry>>> {
        self.facts.with_value(|facts| facts.entries.all.get(&id).cloned())
    }

    /// A withdrawal.
    pub fn withdrawal(&self, id: RecordId) -> Option<Arc<Kept<Withdrawal>>> {
        self.facts.with_value(|facts| facts.withdrawals.get(&id).cloned())
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
        let marks = marks(replica);
        let records = replica.all();
        let mut sorter = Sorter::default();
        for record in &records {
            sorter.take(record, marks.get(&record.id).copied().unwrap_or_default());
        }
        sorter.set(self);
    }

    /// Shows what changed in the replica.
    pub(crate) fn patch(&self, replica: &Replica, touched: &[RecordId]) {
        let marks = marks(replica);
        let mut patch = Sorter::default();
        let mut gone = Vec::new();
        for id in touched.iter().collect::<BTreeSet<_>>() {
            match replica.shown(*id) {
                Some(record) => patch.take(&record, marks.get(id).copied().unwrap_or_default()),
                None => gone.push(*id),
            }
        }
        patch.merge(self, &gone);
    }
}

/// What of each record with waiting edits the server does not have.
fn marks(replica: &Replica) -> HashMap<RecordId, Mark> {
    let mut marks = HashMap::new();
    for queued in replica.outbox() {
        let mark = marks.entry(queued.edit.id).or_insert(Mark::Waiting);
        if queued.refused.is_some() {
            *mark = Mark::Refused;
        }
    }
    marks
}

/// Records sorted by kind and read.
#[derive(Default)]
struct Sorter {
    properties: Sorted<Property>,
    zones: Sorted<Zone>,
    systems: Sorted<System>,
    documents: Sorted<Document>,
    contacts: Sorted<Contact>,
    warranties: Sorted<Warranty>,
    tasks: Sorted<Task>,
    items: Sorted<Item>,
    entries: Vec<Arc<Kept<Entry>>>,
    certificates: Vec<Arc<Kept<Certificate>>>,
    readings: Vec<Arc<Kept<Reading>>>,
    withdrawals: Vec<Arc<Kept<Withdrawal>>>,
    unreadable: Vec<RecordId>,
}

struct Sorted<T>(Vec<(RecordId, Option<Arc<Kept<T>>>)>);

impl<T> Default for Sorted<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T: Shelved> Sorted<T> {
    fn take(&mut self, record: &Record, mark: Mark) -> bool {
        let kept = Kept::<T>::read(record, mark);
        let read = kept.is_some();
        self.0.push((record.id, kept.filter(|kept| !kept.letter.is_deleted())));
        read
    }

    fn set(self, library: &Library) {
        let shelf = self.0.into_iter().filter_map(|(id, kept)| Some((id, kept?))).collect();
        T::shelf(library).set(Arc::new(shelf));
    }

    fn merge(self, library: &Library, gone: &[RecordId]) {
        let shelf = T::shelf(library);
        let held = !gone.is_empty() && shelf.with_untracked(|shelf| gone.iter().any(|id| shelf.contains_key(id)));
        if self.0.is_empty() && !held {
            return;
        }
        let mut all: BTreeMap<_, _> = shelf.with_untracked(|shelf| (**shelf).clone());
        for (id, kept) in self.0.into_iter().chain(gone.iter().map(|id| (*id, None))) {
            match kept {
                Some(kept) => all.insert(id, kept),
                None => all.remove(&id),
            };
        }
        shelf.set(Arc::new(all));
    }
}

impl Sorter {
    fn take(&mut self, record: &Record, mark: Mark) {
        fn fact<T: Letter>(to: &mut Vec<Arc<Kept<T>>>, record: &Record, mark: Mark) -> bool {
            Kept::read(record, mark).map(|kept| to.push(kept)).is_some()
        }
        let read = match record.kind.as_str() {
            Property::KIND => self.properties.take(record, mark),
            Zone::KIND => self.zones.take(record, mark),
            System::KIND => self.systems.take(record, mark),
            Document::KIND => self.documents.take(record, mark),
            Contact::KIND => self.contacts.take(record, mark),
            Warranty::KIND => self.warranties.take(record, mark),
            Task::KIND => self.tasks.take(record, mark),
            Item::KIND => self.items.take(record, mark),
            Entry::KIND => fact(&mut self.entries, record, mark),
            Certificate::KIND => fact(&mut self.certificates, record, mark),
            Reading::KIND => fact(&mut self.readings, record, mark),
            Withdrawal::KIND => fact(&mut self.withdrawals, record, mark),
            _ => false,
        };
        if !read {
            self.unreadable.push(record.id);
        }
    }

    fn set(self, library: &Library) {
        library.facts.set_value(AllFacts::default());
        library.unreadable.set(Arc::new(self.unreadable.iter().copied().collect()));
        let mut rest = self;
        std::mem::take(&mut rest.properties).set(library);
        std::mem::take(&mut rest.zones).set(library);
        std::mem::take(&mut rest.systems).set(library);
        std::mem::take(&mut rest.documents).set(library);
        std::mem::take(&mut rest.contacts).set(library);
        std::mem::take(&mut rest.warranties).set(library);
        std::mem::take(&mut rest.tasks).set(library);
        std::mem::take(&mut rest.items).set(library);
        rest.facts(library, &[], true);
    }

    fn merge(mut self, library: &Library, gone: &[RecordId]) {
        if !self.unreadable.is_empty() {
            let unreadable = std::mem::take(&mut self.unreadable);
            library.unreadable.update(|all| Arc::make_mut(all).extend(unreadable));
        }
        std::mem::take(&mut self.properties).merge(library, gone);
        std::mem::take(&mut self.zones).merge(library, gone);
        std::mem::take(&mut self.systems).merge(library, gone);
        std::mem::take(&mut self.documents).merge(library, gone);
        std::mem::take(&mut self.contacts).merge(library, gone);
        std::mem::take(&mut self.warranties).merge(library, gone);
        std::mem::take(&mut self.tasks).merge(library, gone);
        std::mem::take(&mut self.items).merge(library, gone);
        self.facts(library, gone, false);
    }

    /// Takes the facts in and works out again what stands, of the kinds that changed.
    fn facts(self, library: &Library, gone: &[RecordId], all: bool) {
        fn take<T: FactLetter + PartialEq + Send + Sync + 'static>(
            facts: &mut Facts<T>,
            new: Vec<Arc<Kept<T>>>,
            gone: &[RecordId],
            withdrawals: Option<&HashMap<RecordId, Arc<Kept<Withdrawal>>>>,
            current: &HashMap<RecordId, Arc<Kept<Withdrawal>>>,
        ) -> Option<Arc<Vec<Standing<T>>>> {
            let removed = gone.iter().filter(|id| facts.all.remove(id).is_some()).count();
            if new.is_empty() && removed == 0 && withdrawals.is_none() {
                return None;
            }
            facts.all.extend(new.into_iter().map(|kept| (kept.id, kept)));
            Some(Arc::new(facts.standing(current)))
        }
        let (entries, certificates, readings) = library
            .facts
            .try_update_value(|facts| {
                let removed = gone.iter().filter(|id| facts.withdrawals.remove(id).is_some()).count();
                let changed = all || removed > 0 || !self.withdrawals.is_empty();
                facts.withdrawals.extend(self.withdrawals.into_iter().map(|kept| (kept.id, kept)));
                let AllFacts { entries, certificates, readings, withdrawals } = facts;
                let changed = changed.then_some(&*withdrawals);
                (
                    take(entries, self.entries, gone, changed, withdrawals),
                    take(certificates, self.certificates, gone, changed, withdrawals),
                    take(readings, self.readings, gone, changed, withdrawals),
                )
            })
            .expect("the library lives as long as the app");
        if let Some(entries) = entries {
            library.entries.set(entries);
        }
        if let Some(certificates) = certificates {
            library.certificates.set(certificates);
        }
        if let Some(readings) = readings {
            library.readings.set(readings);
        }
    }
}
