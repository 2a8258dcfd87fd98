//! What is known of a home, as a report looks at it.

use crate::wish::{Part, Wish};
use model::certificate::Certificate;
use model::claim::Claim;
use model::contact::Contact;
use model::document::Document;
use model::entry::{Entry, EntryType};
use model::inspection::Inspection;
use model::item::Item;
use model::look::{folded, searched};
use model::portal::Deal;
use model::property::Property;
use model::remark::{Remark, RemarkType};
use model::schedule::Planned;
use model::system::{System, ancestry};
use model::task::Task;
use model::warranty::Warranty;
use model::zone::Zone;
use model::{Date, RecordId};
use std::collections::BTreeSet;
use words::Words;

/// A letter with what is shown beside it.
#[derive(Debug)]
pub struct Kept<'a, T> {
    /// The record; of a fact, the first version, by which others name it.
    pub id: RecordId,
    /// The record that `letter` stands in: another only of a fact that was amended.
    pub version: RecordId,
    /// What it says; of a fact, its latest version.
    pub letter: &'a T,
    /// How many versions of a fact there are; one of everything else.
    pub versions: usize,
}

impl<T> Clone for Kept<'_, T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Kept<'_, T> {}

/// What tells of care beside the entries.
#[derive(Clone, Debug, Default)]
pub struct Care {
    /// The tasks that stand.
    pub planned: Vec<Planned>,
    /// Systems at which somebody looked in an inspection, and the day.
    pub looked_at: Vec<(RecordId, Date)>,
}

/// A home. Deleted records and withdrawn facts are not in it.
#[derive(Clone, Debug, Default)]
pub struct Home<'a> {
    /// The home itself.
    pub property: Option<&'a Property>,
    /// The zones, in any order, as all that follow but the facts.
    pub zones: Vec<Kept<'a, Zone>>,
    /// The systems.
    pub systems: Vec<Kept<'a, System>>,
    /// The documents.
    pub documents: Vec<Kept<'a, Document>>,
    /// The people and firms.
    pub contacts: Vec<Kept<'a, Contact>>,
    /// The warranties.
    pub warranties: Vec<Kept<'a, Warranty>>,
    /// Claims on them.
    pub claims: Vec<Kept<'a, Claim>>,
    /// The contents.
    pub items: Vec<Kept<'a, Item>>,
    /// The entries, newest first.
    pub entries: Vec<Kept<'a, Entry>>,
    /// The certificates, newest first.
    pub certificates: Vec<Kept<'a, Certificate>>,
    /// What was said about records or signed for them, the first first.
    pub remarks: Vec<&'a Remark>,
    /// What tells of care; none where only a part of the home is given.
    pub care: Option<&'a Care>,
    /// The inspections, newest first.
    pub inspections: Vec<Kept<'a, Inspection>>,
    /// The tasks, of which no report tells but as what an inspection led to.
    pub tasks: Vec<Kept<'a, Task>>,
    /// What providers were asked for, the latest first; none where only a part of the home is given.
    pub deals: Vec<&'a Deal>,
    /// Whether there are meter readings, of which no report tells.
    pub has_readings: bool,
    /// The entries are not given, so that nothing is known to stand unaltered.
    pub is_partial: bool,
    /// How many entries were withdrawn.
    pub withdrawn: usize,
    /// How many records cannot be read here.
    pub unreadable: usize,
}

fn find<'a, T>(all: &[Kept<'a, T>], id: RecordId) -> Option<&'a T> {
    all.iter().find(|kept| kept.id == id).map(|kept| kept.letter)
}

impl<'a> Home<'a> {
    /// A system.
    pub fn system(&self, id: RecordId) -> Option<&'a System> {
        find(&self.systems, id)
    }

    /// A person or firm.
    pub fn contact(&self, id: RecordId) -> Option<&'a Contact> {
        find(&self.contacts, id)
    }

    /// A zone's name with those of the zones that it lies in; empty where there is no such zone.
    pub fn zone_name(&self, zone: Option<RecordId>) -> String {
        let Some(zone) = zone.filter(|zone| find(&self.zones, *zone).is_some()) else { return String::new() };
        let parent = |id: RecordId| find(&self.zones, id)?.parent.filter(|parent| find(&self.zones, *parent).is_some());
        let names: Vec<&str> = (ancestry(zone, parent).iter().rev())
            .filter_map(|id| find(&self.zones, *id))
            .map(|zone| zone.name.as_str())
            .collect();
        names.join(" › ")
    }

    /// Names of systems, joined.
    pub fn systems_named(&self, ids: &[RecordId]) -> String {
        let names = ids.iter().filter_map(|id| self.system(*id)).map(|system| system.name.as_str());
        names.collect::<Vec<_>>().join(", ")
    }

    /// Who did or gave something: the contact, else as it says.
    pub fn person(&self, contact: Option<RecordId>, said: &str) -> String {
        let contact = contact.and_then(|id| self.contact(id));
        contact.map_or(said, |contact| &contact.name).to_owned()
    }

    /// What was said about an entry, and signatures below the version that stands.
    pub(crate) fn remarks_about<T>(&self, kept: Kept<'_, T>) -> impl Iterator<Item = &'a Remark> {
        let said = self.remarks.iter().copied().filter(move |remark| match remark.sort {
            RemarkType::Comment => [Some(kept.id), Some(kept.version)].contains(&remark.about),
            RemarkType::Countersignature => remark.about == Some(kept.version),
        });
        said.collect::<Vec<_>>().into_iter()
    }

    /// Faults that nothing has settled.
    pub fn open_faults(&self) -> BTreeSet<RecordId> {
        let settled: BTreeSet<RecordId> = self.entries.iter().filter_map(|entry| entry.letter.settles).collect();
        let open = self.entries.iter().filter(|entry| entry.letter.sort == EntryType::Fault);
        open.filter(|fault| !settled.contains(&fault.id) && !settled.contains(&fault.version))
            .map(|fault| fault.id)
            .collect()
    }

    /// How many things a section could tell of; none where it is no list.
    pub fn count(&self, part: Part) -> Option<usize> {
        Some(match part {
            Part::Home | Part::Health | Part::Photos | Part::Notes | Part::Costs => return None,
            Part::Systems => self.systems.len(),
            Part::Timeline => self.entries.len(),
            Part::Certificates => self.certificates.len(),
            Part::Warranties => self.warranties.len(),
            Part::Inspections => self.inspections.len(),
            Part::Documents => self.documents.len(),
            Part::Contacts => self.contacts.len(),
            Part::Items => self.items.len(),
            Part::Requests => self.deals.len(),
        })
    }

    /// The entries that are wished for, newest first.
    pub fn chosen(&self, wish: &Wish, words: &Words) -> Vec<Kept<'a, Entry>> {
        let query = folded(wish.filter.query.trim());
        let looked_for: Vec<&str> = query.split_whitespace().collect();
        let holds = |entry: &Entry| {
            looked_for.is_empty() || {
                let text = folded(&searched(entry, &self.mentioned(entry, words)));
                looked_for.iter().all(|word| text.contains(word))
            }
        };
        self.entries.iter().filter(|entry| wish.passes(entry.letter) && holds(entry.letter)).copied().collect()
    }

    /// What an entry's references and its sort are called, as a list of entries names them.
    fn mentioned(&self, entry: &Entry, words: &Words) -> String {
        let by = match entry.contact.and_then(|id| self.contact(id)) {
            Some(contact) => contact.name.clone(),
            None if entry.done_by.is_empty() => String::new(),
            None => (words.home().done_by)(&entry.done_by),
        };
        [&self.systems_named(&entry.systems), &by, (words.choice().entry)(entry.sort)].join(" ")
    }
}
