//! The boxes of an entry that is being written: a signal each.

use super::draft::{Draft, PartTyped};
use leptos::prelude::*;
use model::entry::{EntryType, Severity};
use model::{FileRef, PartialDate, RecordId};

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Boxes {
    /// What sort of event.
    pub sort: RwSignal<EntryType>,
    /// What it was.
    pub title: RwSignal<String>,
    /// When it was.
    pub when: RwSignal<Option<PartialDate>>,
    /// Systems that were chosen.
    pub systems: RwSignal<Vec<RecordId>>,
    /// A system that was typed and is not there yet.
    pub new_system: RwSignal<String>,
    /// How bad, of a fault.
    pub severity: RwSignal<Severity>,
    /// The fault that it settles, as a select holds it.
    pub settles: RwSignal<String>,
    /// Whether it altered an installation, where that was said.
    pub alters: RwSignal<Option<bool>>,
    /// Who did it, of the contacts.
    pub contact: RwSignal<Option<RecordId>>,
    /// Who did it, in words.
    pub done_by: RwSignal<String>,
    /// What it cost.
    pub cost: RwSignal<String>,
    /// Of that, labour.
    pub labour: RwSignal<String>,
    /// Of that, parts.
    pub parts_cost: RwSignal<String>,
    /// Parts used.
    pub parts: RwSignal<Vec<PartBoxes>>,
    /// The zones.
    pub zones: RwSignal<Vec<RecordId>>,
    /// Notes.
    pub notes: RwSignal<String>,
    /// Photos and papers.
    pub files: RwSignal<Vec<FileBox>>,
    /// Why it is corrected.
    pub reason: RwSignal<String>,
}

/// The boxes of a part. They are not tied to the component that adds the row, which lives shorter than the form.
#[derive(Clone)]
pub struct PartBoxes {
    /// Tells it from the other rows.
    pub key: String,
    /// What it was.
    pub name: ArcRwSignal<String>,
    /// How many.
    pub quantity: ArcRwSignal<String>,
    /// Its number.
    pub number: ArcRwSignal<String>,
}

impl PartBoxes {
    /// Boxes that hold `part`.
    pub fn of(part: PartTyped) -> Self {
        Self {
            key: crate::components::fresh_id(),
            name: ArcRwSignal::new(part.name),
            quantity: ArcRwSignal::new(part.quantity),
            number: ArcRwSignal::new(part.number),
        }
    }
}

/// A photo or a paper, with the box of its caption.
#[derive(Clone)]
pub struct FileBox {
    /// The file.
    pub file: FileRef,
    /// What it shows.
    pub caption: ArcRwSignal<String>,
}

impl FileBox {
    /// A box for `file`.
    pub fn of(file: FileRef) -> Self {
        let caption = ArcRwSignal::new(file.caption.clone());
        Self { file, caption }
    }

    /// The file with what stands in its box; tracks it.
    pub fn file(&self) -> FileRef {
        FileRef { caption: model::canonical::normal(&self.caption.get()), ..self.file.clone() }
    }
}

impl Boxes {
    /// Boxes that hold `draft`.
    pub fn of(draft: Draft) -> Self {
        Self {
            sort: RwSignal::new(draft.sort),
            title: RwSignal::new(draft.title),
            when: RwSignal::new(draft.when),
            systems: RwSignal::new(draft.systems),
            new_system: RwSignal::new(draft.new_system),
            severity: RwSignal::new(draft.severity),
            settles: RwSignal::new(draft.settles.map(|id| id.to_string()).unwrap_or_default()),
            alters: RwSignal::new(draft.alters),
            contact: RwSignal::new(draft.contact),
            done_by: RwSignal::new(draft.done_by),
            cost: RwSignal::new(draft.cost),
            labour: RwSignal::new(draft.labour),
            parts_cost: RwSignal::new(draft.parts_cost),
            parts: RwSignal::new(draft.parts.into_iter().map(PartBoxes::of).collect()),
            zones: RwSignal::new(draft.zones),
            notes: RwSignal::new(draft.notes),
            files: RwSignal::new(draft.files.into_iter().map(FileBox::of).collect()),
            reason: RwSignal::new(draft.reason),
        }
    }

    /// What stands in them; tracks all.
    pub fn draft(self) -> Draft {
        let part = |part: &PartBoxes| PartTyped {
            name: part.name.get(),
            quantity: part.quantity.get(),
            number: part.number.get(),
        };
        Draft {
            sort: self.sort.get(),
            title: self.title.get(),
            when: self.when.get(),
            systems: self.systems.get(),
            new_system: self.new_system.get(),
            severity: self.severity.get(),
            settles: self.settles.with(|id| id.parse().ok()),
            alters: self.alters.get(),
            contact: self.contact.get(),
            done_by: self.done_by.get(),
            cost: self.cost.get(),
            labour: self.labour.get(),
            parts_cost: self.parts_cost.get(),
            parts: self.parts.with(|parts| parts.iter().map(part).collect()),
            zones: self.zones.get(),
            notes: self.notes.get(),
            files: self.files.with(|files| files.iter().map(FileBox::file).collect()),
            reason: self.reason.get(),
        }
    }
}
