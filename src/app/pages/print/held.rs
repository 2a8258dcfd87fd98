//! The open home, held so that a report can be written of it.

use crate::data::{Kept, Library, Shelved, Standing, planned};
use crate::deeds::{claim, inspection, remark};
use crate::desk::Desk;
use leptos::prelude::*;
use model::RecordId;
use model::certificate::Certificate;
use model::claim::Claim;
use model::contact::Contact;
use model::document::Document;
use model::entry::Entry;
use model::health::looked_at;
use model::inspection::Inspection;
use model::item::Item;
use model::portal::Deal;
use model::property::Property;
use model::remark::Remark;
use model::system::System;
use model::task::Task;
use model::warranty::Warranty;
use model::zone::Zone;
use report::{Care, Home};
use std::sync::Arc;

/// Everything that a report looks at.
pub struct Held {
    property: Option<Arc<Kept<Property>>>,
    zones: Vec<Arc<Kept<Zone>>>,
    systems: Vec<Arc<Kept<System>>>,
    documents: Vec<Arc<Kept<Document>>>,
    contacts: Vec<Arc<Kept<Contact>>>,
    warranties: Vec<Arc<Kept<Warranty>>>,
    claims: Vec<(RecordId, Claim)>,
    items: Vec<Arc<Kept<Item>>>,
    entries: Arc<Vec<Standing<Entry>>>,
    certificates: Arc<Vec<Standing<Certificate>>>,
    remarks: Vec<Remark>,
    care: Option<Care>,
    inspections: Vec<(RecordId, Inspection)>,
    tasks: Vec<Arc<Kept<Task>>>,
    deals: Vec<Deal>,
    has_readings: bool,
    is_partial: bool,
    withdrawn: usize,
    unreadable: usize,
}

impl Held {
    /// What is in the open home; tracks it.
    pub fn of(desk: Desk) -> Self {
        let library = &desk.library;
        fn all<T: Shelved>(library: &Library) -> Vec<Arc<Kept<T>>> {
            library.shelf::<T>().values().collect()
        }
        Self {
            property: library.property(),
            zones: all(library),
            systems: all(library),
            documents: all(library),
            contacts: all(library),
            warranties: all(library),
            claims: claim::all(desk),
            items: all(library),
            entries: library.entries.get(),
            certificates: library.certificates.get(),
            remarks: remark::all(desk).into_iter().map(|(_, remark)| remark).collect(),
            care: (!desk.visiting.get()).then(|| care(desk)),
            inspections: inspection::all(desk),
            tasks: all(library),
            deals: Vec::new(),
            has_readings: library.readings.with(|all| !all.is_empty()),
            is_partial: desk.visiting.get() && library.entries.with(|all| all.is_empty()),
            withdrawn: library.withdrawn_entries(),
            unreadable: library.unreadable.with(|all| all.len()),
        }
    }

    /// With the deals of the home.
    #[must_use]
    pub fn with_deals(self, deals: Vec<Deal>) -> Self {
        Self { deals, ..self }
    }

    /// The same as a report looks at it.
    pub fn home(&self) -> Home<'_> {
        Home {
            property: self.property.as_ref().map(|property| &property.letter),
            zones: living(&self.zones),
            systems: living(&self.systems),
            documents: living(&self.documents),
            contacts: living(&self.contacts),
            warranties: living(&self.warranties),
            claims: read(&self.claims),
            items: living(&self.items),
            entries: standing(&self.entries),
            certificates: standing(&self.certificates),
            remarks: self.remarks.iter().collect(),
            care: self.care.as_ref(),
            inspections: read(&self.inspections),
            tasks: living(&self.tasks),
            deals: self.deals.iter().collect(),
            has_readings: self.has_readings,
            is_partial: self.is_partial,
            withdrawn: self.withdrawn,
            unreadable: self.unreadable,
        }
    }
}

fn care(desk: Desk) -> Care {
    let inspections = inspection::all(desk);
    let looked_at = inspections.iter().flat_map(|(_, inspection)| looked_at(inspection)).collect();
    Care { planned: planned(&desk.library), looked_at }
}

fn read<T>(all: &[(RecordId, T)]) -> Vec<report::Kept<'_, T>> {
    all.iter().map(|(id, letter)| report::Kept { id: *id, version: *id, letter, versions: 1 }).collect()
}

fn living<T>(all: &[Arc<Kept<T>>]) -> Vec<report::Kept<'_, T>> {
    let kept = all.iter().map(|kept| report::Kept { id: kept.id, version: kept.id, letter: &kept.letter, versions: 1 });
    kept.collect()
}

fn standing<T>(all: &[Standing<T>]) -> Vec<report::Kept<'_, T>> {
    let kept = all.iter().map(|Standing { root, kept, versions }| report::Kept {
        id: *root,
        version: kept.id,
        letter: &kept.letter,
        versions: *versions,
    });
    kept.collect()
}
