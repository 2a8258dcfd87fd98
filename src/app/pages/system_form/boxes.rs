//! What stands in the boxes of a system's form, and the system that they make.

use crate::desk::Desk;
use crate::pages::form::{money_text, money_typed, number_typed};
use leptos::prelude::*;
use model::canonical::normal;
use model::contact::Contact;
use model::look::folded;
use model::system::{System, SystemType};
use model::zone::{Place, Zone};
use model::{Fault, FaultCode, FileHash, FileRef, Letter, PartialDate, RecordId};

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Boxes {
    /// The type; none until one is chosen.
    pub sort: RwSignal<Option<SystemType>>,
    /// A type that is not on the list, in words.
    pub sort_typed: RwSignal<String>,
    /// The name.
    pub name: RwSignal<String>,
    /// The name that was suggested last, which a better suggestion may overwrite.
    pub suggested: StoredValue<String>,
    /// The zone.
    pub zone: RwSignal<Option<RecordId>>,
    /// A zone that there is not yet.
    pub zone_typed: RwSignal<String>,
    /// The make.
    pub make: RwSignal<String>,
    /// The model.
    pub model: RwSignal<String>,
    /// The serial number.
    pub serial: RwSignal<String>,
    /// The size.
    pub size: RwSignal<String>,
    /// When it was installed.
    pub installed: RwSignal<Option<PartialDate>>,
    /// Who fitted it.
    pub fitted_by: RwSignal<Option<RecordId>>,
    /// Somebody who is no contact yet.
    pub fitted_by_typed: RwSignal<String>,
    /// The price.
    pub price: RwSignal<String>,
    /// The person's own figure for its life, years.
    pub life: RwSignal<String>,
    /// Where that comes from.
    pub life_source: RwSignal<String>,
    /// What it is a part of.
    pub parent: RwSignal<Option<RecordId>>,
    /// Where it is shut off.
    pub shut_off: RwSignal<String>,
    /// The photo of that, and what else was taken for it.
    pub shut_off_photo: RwSignal<Vec<FileRef>>,
    /// What to do first in an emergency.
    pub steps: RwSignal<String>,
    /// Whom to call then.
    pub call: RwSignal<Option<RecordId>>,
    /// A number that is answered day and night.
    pub call_number: RwSignal<String>,
    /// Photos.
    pub files: RwSignal<Vec<FileRef>>,
    /// Notes.
    pub notes: RwSignal<String>,
}

/// What the boxes make.
pub struct Draft {
    /// The system.
    pub system: System,
    /// A zone to be made for it.
    pub zone: Option<Zone>,
    /// A contact to be made for who fitted it.
    pub contact: Option<Contact>,
}

impl Boxes {
    /// The boxes filled from `system`; its type only where that was `chosen`.
    pub fn of(desk: Desk, system: &System, chosen: bool) -> Self {
        let words = desk.words();
        let text = |text: &str| RwSignal::new(text.to_owned());
        let of_shut_off = |file: &FileRef| Some(file.hash) == system.shut_off_photo;
        let (shut_off_photo, files) = system.files.iter().cloned().partition(of_shut_off);
        let boxes = Self {
            sort: RwSignal::new(chosen.then_some(system.sort)),
            sort_typed: RwSignal::default(),
            name: text(&system.name),
            suggested: StoredValue::default(),
            zone: RwSignal::new(system.zone),
            zone_typed: RwSignal::default(),
            make: text(&system.make),
            model: text(&system.model),
            serial: text(&system.serial),
            size: text(&system.size),
            installed: RwSignal::new(system.installed),
            fitted_by: RwSignal::new(system.fitted_by),
            fitted_by_typed: RwSignal::default(),
            price: RwSignal::new(money_text(words, system.price.as_ref())),
            life: RwSignal::new(system.life_years.map(|years| years.to_string()).unwrap_or_default()),
            life_source: text(&system.life_source),
            parent: RwSignal::new(system.parent),
            shut_off: text(&system.shut_off),
            shut_off_photo: RwSignal::new(shut_off_photo),
            steps: text(&system.steps),
            call: RwSignal::new(system.call),
            call_number: text(&system.call_number),
            files: RwSignal::new(files),
            notes: text(&system.notes),
        };
        if chosen && system.name.is_empty() {
            boxes.suggest(desk, system.sort);
        }
        boxes
    }

    /// Calls it after its type, with a number if something is called so already. A name that a person typed stays.
    pub fn suggest(&self, desk: Desk, sort: SystemType) {
        let now = self.name.get_untracked();
        if !now.is_empty() && self.suggested.with_value(|last| *last != now) {
            return;
        }
        let name = free_name(desk, (desk.words().choice().system)(sort));
        self.suggested.set_value(name.clone());
        self.name.set(name);
    }

    /// The system with what was typed, on top of `before`; or everything wrong with it.
    pub fn draft(&self, desk: Desk, before: &System) -> Result<Draft, Vec<Fault>> {
        let text = |signal: RwSignal<String>| signal.with_untracked(|text| normal(text));
        let mut faults = Vec::new();
        let currency = before.price.as_ref().map_or("ZAR", |price| &price.currency);
        let price = self.price.with_untracked(|typed| money_typed(typed, currency, "price"));
        let life = self.life.with_untracked(|typed| number_typed(typed, "life_years"));
        let own_figure = matches!(life, Ok(Some(_)));
        let typed_sort = text(self.sort_typed);
        let sort = match self.sort.get_untracked() {
            Some(sort) => sort,
            None => {
                if typed_sort.is_empty() {
                    faults.push(Fault::new("type", FaultCode::Missing));
                }
                SystemType::Other
            }
        };
        let name = text(self.name);
        let (files, shut_off_photo) = self.pictures();
        let system = System {
            name: if name.is_empty() { typed_sort } else { name },
            sort,
            zone: self.zone.get_untracked(),
            parent: self.parent.get_untracked(),
            make: text(self.make),
            model: text(self.model),
            serial: text(self.serial),
            size: text(self.size),
            installed: self.installed.get_untracked(),
            fitted_by: self.fitted_by.get_untracked(),
            price: price.unwrap_or_else(|fault| note(&mut faults, fault)),
            life_years: life.unwrap_or_else(|fault| note(&mut faults, fault)),
            life_source: if own_figure { text(self.life_source) } else { String::new() },
            shut_off: text(self.shut_off),
            shut_off_photo,
            steps: text(self.steps),
            call: self.call.get_untracked(),
            call_number: text(self.call_number),
            files,
            notes: text(self.notes),
            ..before.clone()
        };
        faults.extend(system.faults());
        let (zone, contact) = (self.new_zone(desk), self.new_contact());
        let of = |field: &'static str| move |fault: Fault| Fault { field: field.to_owned(), ..fault };
        faults.extend(zone.iter().flat_map(Letter::faults).map(of("zone")));
        faults.extend(contact.iter().flat_map(Letter::faults).map(of("fitted_by")));
        if faults.is_empty() { Ok(Draft { system, zone, contact }) } else { Err(faults) }
    }

    /// All photos, and which of them shows the shut-off: of several the last.
    fn pictures(&self) -> (Vec<FileRef>, Option<FileHash>) {
        let mut files = self.files.get_untracked();
        let of_shut_off = self.shut_off_photo.get_untracked();
        let shown = of_shut_off.last().map(|file| file.hash);
        for file in of_shut_off {
            if files.iter().all(|other| other.hash != file.hash) {
                files.push(file);
            }
        }
        (files, shown)
    }

    /// The zone that was named, where there is none by that name.
    fn new_zone(&self, desk: Desk) -> Option<Zone> {
        let name = self.zone_typed.with_untracked(|typed| normal(typed));
        let is_new = self.zone.get_untracked().is_none() && !name.is_empty();
        is_new.then(|| {
            let place = place_of(desk, &name);
            Zone { name, place, ..Zone::default() }
        })
    }

    /// The contact that was named, where there is none by that name.
    fn new_contact(&self) -> Option<Contact> {
        let name = self.fitted_by_typed.with_untracked(|typed| normal(typed));
        let is_new = self.fitted_by.get_untracked().is_none() && !name.is_empty();
        is_new.then(|| Contact { name, ..Contact::default() })
    }
}

/// `plain`, with a number behind it if something is called so already.
pub fn free_name(desk: Desk, plain: &str) -> String {
    let systems = untrack(|| desk.library.shelf::<System>());
    let taken = |name: &str| systems.values().any(|system| system.letter.in_use() && system.letter.name == name);
    let name = (2..).map(|number| (desk.words().system_form().numbered)(plain, number)).find(|name| !taken(name));
    if taken(plain) { name.unwrap_or_default() } else { plain.to_owned() }
}

/// The sort of place whose name stands in the name of a zone: "Front garden" is a garden.
pub fn place_of(desk: Desk, name: &str) -> Place {
    let name = folded(name);
    let named = |place: &&Place| {
        let word = folded((desk.words().choice().place)(**place));
        let word = word.split_whitespace().next().unwrap_or_default();
        name.split_whitespace().any(|part| part == word)
    };
    Place::ALL.iter().find(named).copied().unwrap_or(Place::Other)
}

fn note<T>(faults: &mut Vec<Fault>, fault: Fault) -> Option<T> {
    faults.push(fault);
    None
}
