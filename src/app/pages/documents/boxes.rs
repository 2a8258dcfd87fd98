//! What stands in the boxes of a paper's form, and the paper that they make.

use crate::pages::form::{money_text, money_typed};
use leptos::prelude::*;
use model::canonical::normal;
use model::contact::{Contact, ContactRole};
use model::document::{Document, ExtractedFact};
use model::{Fault, FileRef, Letter, PartialDate, RecordId};
use words::Words;

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Boxes {
    /// The file; none until one is chosen.
    pub file: RwSignal<Option<FileRef>>,
    /// The title.
    pub title: RwSignal<String>,
    /// The type, as the record says it.
    pub sort: RwSignal<String>,
    /// The date on it.
    pub dated: RwSignal<Option<PartialDate>>,
    /// The systems it is about.
    pub systems: RwSignal<Vec<RecordId>>,
    /// Who it came from.
    pub contact: RwSignal<Option<RecordId>>,
    /// Somebody who is no contact yet.
    pub contact_typed: RwSignal<String>,
    /// What it says, line by line.
    pub facts: RwSignal<Vec<FactBoxes>>,
    /// The number of a policy.
    pub policy_number: RwSignal<String>,
    /// What the insured pays of each claim under it.
    pub excess: RwSignal<String>,
    /// The number at which claims are taken.
    pub claims_phone: RwSignal<String>,
    /// Notes.
    pub notes: RwSignal<String>,
}

/// The boxes of a line of what a paper says.
#[derive(Clone, Copy, PartialEq)]
pub struct FactBoxes {
    /// Tells it from the other lines.
    pub key: usize,
    /// What.
    pub name: RwSignal<String>,
    /// What it says.
    pub value: RwSignal<String>,
}

/// What the boxes make.
pub struct Draft {
    /// The paper.
    pub paper: Document,
    /// A contact to be made for who it came from.
    pub contact: Option<Contact>,
}

impl FactBoxes {
    fn of(key: usize, fact: &ExtractedFact) -> Self {
        Self { key, name: RwSignal::new(fact.name.clone()), value: RwSignal::new(fact.value.clone()) }
    }
}

impl Boxes {
    /// The boxes filled from `paper`.
    pub fn of(paper: &Document, words: &Words) -> Self {
        let facts = paper.facts.iter().enumerate().map(|(key, fact)| FactBoxes::of(key, fact));
        Self {
            file: RwSignal::new(paper.file.clone()),
            title: RwSignal::new(paper.title.clone()),
            sort: RwSignal::new(paper.sort.to_string()),
            dated: RwSignal::new(paper.dated),
            systems: RwSignal::new(paper.systems.clone()),
            contact: RwSignal::new(paper.contact),
            contact_typed: RwSignal::default(),
            facts: RwSignal::new(facts.collect()),
            policy_number: RwSignal::new(paper.policy_number.clone()),
            excess: RwSignal::new(money_text(words, paper.excess.as_ref())),
            claims_phone: RwSignal::new(paper.claims_phone.clone()),
            notes: RwSignal::new(paper.notes.clone()),
        }
    }

    /// Takes a file that was chosen; a paper without a title is called after it.
    pub fn take(&self, file: FileRef) {
        if self.title.with_untracked(|title| title.trim().is_empty()) {
            let name = file.name.rsplit_once('.').map_or(file.name.as_str(), |(name, _)| name);
            self.title.set(name.replace(['_', '-'], " ").trim().to_owned());
        }
        self.file.set(Some(file));
    }

    /// Offers another line.
    pub fn add_fact(&self) {
        self.facts.update(|facts| {
            let key = facts.iter().map(|fact| fact.key + 1).max().unwrap_or_default();
            facts.push(FactBoxes::of(key, &ExtractedFact::default()));
        });
    }

    /// The paper with what was typed, on top of `before`; or everything wrong with it. Lines without a word in them are left out.
    pub fn draft(&self, before: &Document) -> Result<Draft, Vec<Fault>> {
        let text = |signal: RwSignal<String>| signal.with_untracked(|text| normal(text));
        let facts = self.facts.get_untracked().into_iter();
        let facts = facts.map(|fact| ExtractedFact { name: text(fact.name), value: text(fact.value) });
        let currency = before.excess.as_ref().map_or("ZAR", |excess| &excess.currency);
        let excess = self.excess.with_untracked(|typed| money_typed(typed, currency, "excess"));
        let paper = Document {
            title: text(self.title),
            sort: self.sort.with_untracked(|sort| sort.parse().unwrap_or_default()),
            file: self.file.get_untracked(),
            dated: self.dated.get_untracked(),
            systems: self.systems.get_untracked(),
            contact: self.contact.get_untracked(),
            facts: facts.filter(|fact| !fact.name.is_empty() || !fact.value.is_empty()).collect(),
            policy_number: text(self.policy_number),
            excess: excess.clone().unwrap_or_default(),
            claims_phone: text(self.claims_phone),
            notes: text(self.notes),
            ..before.clone()
        };
        let name = text(self.contact_typed);
        let is_new = paper.contact.is_none() && !name.is_empty();
        let contact = is_new.then(|| Contact { name, role: ContactRole::Other, ..Contact::default() });
        let mut faults = paper.faults();
        faults.extend(excess.err());
        let of_contact = |fault: Fault| Fault { field: "contact".to_owned(), ..fault };
        faults.extend(contact.iter().flat_map(Letter::faults).map(of_contact));
        if faults.is_empty() { Ok(Draft { paper, contact }) } else { Err(faults) }
    }
}
