//! An entry as it is being written: what stands in the boxes, and the letter that it makes.

use crate::deeds::entry::Concerned;
use crate::pages::form::{money_text, money_typed, number_typed};
use model::canonical::normal;
use model::entry::{Entry, EntryType, Part, Severity};
use model::look::folded;
use model::system::{System, SystemType};
use model::{Fault, FileRef, Money, PartialDate, RecordId};
use serde::{Deserialize, Serialize};
use words::Words;

/// What stands in the boxes. Amounts and quantities are kept as they were typed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// What sort of event.
    pub sort: EntryType,
    /// What it was.
    pub title: String,
    /// When it was.
    pub when: Option<PartialDate>,
    /// Systems that were chosen.
    pub systems: Vec<RecordId>,
    /// A system that was typed and is not there yet.
    pub new_system: String,
    /// How bad, of a fault.
    pub severity: Severity,
    /// The fault that it settles.
    pub settles: Option<RecordId>,
    /// Whether it altered an installation, where that was said.
    pub alters: Option<bool>,
    /// Who did it, of the contacts.
    pub contact: Option<RecordId>,
    /// Who did it, in words.
    pub done_by: String,
    /// What it cost.
    pub cost: String,
    /// Of that, labour.
    pub labour: String,
    /// Of that, parts.
    pub parts_cost: String,
    /// Parts used.
    pub parts: Vec<PartTyped>,
    /// The zones.
    pub zones: Vec<RecordId>,
    /// Notes.
    pub notes: String,
    /// Photos and papers.
    pub files: Vec<FileRef>,
    /// Why it is corrected.
    pub reason: String,
}

/// A part as it was typed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PartTyped {
    /// What it was.
    pub name: String,
    /// How many.
    pub quantity: String,
    /// Its number.
    pub number: String,
}

impl PartTyped {
    fn is_empty(&self) -> bool {
        self.name.trim().is_empty() && self.number.trim().is_empty()
    }
}

impl Draft {
    /// The boxes filled with an entry, to be corrected.
    pub fn of(entry: &Entry, words: &Words) -> Self {
        let text = |money: &Option<Money>| money_text(words, money.as_ref());
        let part = |part: &Part| PartTyped {
            name: part.name.clone(),
            quantity: part.quantity.to_string(),
            number: part.number.clone(),
        };
        Self {
            sort: entry.sort,
            title: entry.title.clone(),
            when: entry.when,
            systems: entry.systems.clone(),
            new_system: String::new(),
            severity: entry.severity.unwrap_or_default(),
            settles: entry.settles,
            alters: entry.alters,
            contact: entry.contact,
            done_by: entry.done_by.clone(),
            cost: text(&entry.cost),
            labour: text(&entry.labour),
            parts_cost: text(&entry.parts_cost),
            parts: entry.parts.iter().map(part).collect(),
            zones: entry.zones.clone(),
            notes: entry.notes.clone(),
            files: entry.files.clone(),
            reason: String::new(),
        }
    }

    /// Whether something that most people leave for later is filled in.
    pub fn has_more(&self) -> bool {
        self.contact.is_some()
            || self.alters.is_some()
            || [&self.done_by, &self.labour, &self.parts_cost, &self.notes].into_iter().any(|text| !text.is_empty())
            || !self.parts.is_empty()
            || !self.zones.is_empty()
    }

    /// The letter, on top of `base`: what has no box here is left as it is there. The faults name boxes whose text cannot be read.
    pub fn letter(&self, base: &Entry, suggestion: &str) -> Result<Entry, Vec<Fault>> {
        let mut faults = Vec::new();
        let mut amount = |typed: &str, before: &Option<Money>, field: &str| {
            let currency = before.as_ref().map_or("ZAR", |money| &money.currency);
            money_typed(typed, currency, field).unwrap_or_else(|fault| {
                faults.push(fault);
                None
            })
        };
        let labour = amount(&self.labour, &base.labour, "labour");
        let parts_cost = amount(&self.parts_cost, &base.parts_cost, "parts_cost");
        let cost = amount(&self.cost, &base.cost, "cost").or_else(|| sum(labour.as_ref(), parts_cost.as_ref()));
        let parts = self.parts(&mut faults);
        let title = normal(&self.title);
        let entry = Entry {
            sort: self.sort,
            title: if title.is_empty() { suggestion.to_owned() } else { title },
            when: self.when,
            severity: (self.sort == EntryType::Fault).then_some(self.severity),
            settles: self.settles.filter(|_| self.sort != EntryType::Fault),
            alters: self.alters,
            contact: self.contact,
            done_by: if self.contact.is_some() { String::new() } else { normal(&self.done_by) },
            cost,
            labour,
            parts_cost,
            parts,
            zones: self.zones.clone(),
            notes: normal(&self.notes),
            files: self.files.clone(),
            reason: normal(&self.reason),
            ..base.clone()
        };
        if faults.is_empty() { Ok(entry) } else { Err(faults) }
    }

    fn parts(&self, faults: &mut Vec<Fault>) -> Vec<Part> {
        let mut parts = Vec::with_capacity(self.parts.len());
        for part in self.parts.iter().filter(|part| !part.is_empty()) {
            let quantity = number_typed(&part.quantity, "parts.quantity").unwrap_or_else(|fault| {
                faults.push(fault);
                None
            });
            parts.push(Part {
                name: normal(&part.name),
                quantity: quantity.unwrap_or(1),
                number: normal(&part.number),
            });
        }
        parts
    }

    /// The systems that it concerns. What was typed is one of `known` if it is called so, else a new one.
    pub fn concerned(&self, known: &[(RecordId, String)], words: &Words) -> Vec<Concerned> {
        let mut concerned: Vec<Concerned> = self.systems.iter().copied().map(Concerned::Known).collect();
        let name = normal(&self.new_system);
        if name.is_empty() {
            return concerned;
        }
        match known.iter().find(|(_, known)| folded(known) == folded(&name)) {
            Some((id, _)) if self.systems.contains(id) => {}
            Some((id, _)) => concerned.push(Concerned::Known(*id)),
            None => {
                let sort = sort_of(&name, words);
                concerned.push(Concerned::New(Box::new(System { name, sort, ..System::default() })));
            }
        }
        concerned
    }
}

/// What labour and parts make in all, where only they were typed.
fn sum(labour: Option<&Money>, parts: Option<&Money>) -> Option<Money> {
    match (labour, parts) {
        (Some(labour), Some(parts)) if labour.currency == parts.currency => {
            Some(Money { cents: labour.cents.saturating_add(parts.cents), currency: labour.currency.clone() })
        }
        (Some(only), None) | (None, Some(only)) => Some(only.clone()),
        _ => None,
    }
}

/// The sort of system whose name stands in `name`, the longest of them: "main geyser" is a geyser, "solar geyser" a solar one.
fn sort_of(name: &str, words: &Words) -> SystemType {
    let name = folded(name);
    let called = |sort: SystemType| folded((words.choice().system)(sort).split(" (").next().unwrap_or_default());
    let fitting = SystemType::ALL.iter().copied().filter(|sort| name.contains(&called(*sort)));
    fitting.max_by_key(|sort| called(*sort).len()).unwrap_or(SystemType::Other)
}
