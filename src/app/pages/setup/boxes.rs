//! What stands in the boxes of a card, and the system that it makes.

use super::progress::{Card, Typed};
use crate::desk::Desk;
use crate::pages::form::number_typed;
use crate::pages::system_form::{free_name, place_of};
use leptos::prelude::*;
use model::canonical::normal;
use model::catalogue::{Question, Sort, answer_of, with_answers};
use model::look::folded;
use model::property::Property;
use model::system::System;
use model::zone::Zone;
use model::{Fault, FileRef, Letter, PartialDate, RecordId};
use std::sync::Arc;

/// What is offered to a card: a zone of the home, or what the catalogue has, by its number there. One for places and makes, so that their
/// boxes share their code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Offer {
    Zone(RecordId),
    Usual(usize),
}

/// The boxes. A handle: copies are the same boxes.
#[derive(Clone, Copy)]
pub struct Boxes {
    /// What it is called.
    pub name: RwSignal<String>,
    /// The make.
    pub make: RwSignal<String>,
    /// Where it stands.
    pub stand: RwSignal<Option<Offer>>,
    /// A place in words.
    pub place: RwSignal<String>,
    /// When it was installed.
    pub installed: RwSignal<Option<PartialDate>>,
    /// Photos.
    pub files: RwSignal<Vec<FileRef>>,
    /// The answer to each question of the catalogue.
    pub answers: StoredValue<Vec<RwSignal<String>>>,
    /// The person's own figure for its life, years.
    pub life: RwSignal<String>,
    /// Where that comes from.
    pub life_source: RwSignal<String>,
    /// What the catalogue says of the sort.
    pub usual: StoredValue<Arc<Sort>>,
    /// The system that was saved from this card before, if it is still there.
    saved: StoredValue<Option<RecordId>>,
    /// What it was then, with what the card does not ask.
    before: StoredValue<System>,
}

/// The field of a system that a question fills; none for those that have a box of their own, and for the notes.
fn field<'a>(system: &'a mut System, question: &Question) -> Option<&'a mut String> {
    match question.field.as_str() {
        "shut_off" => Some(&mut system.shut_off),
        "model" => Some(&mut system.model),
        "serial" => Some(&mut system.serial),
        "size" => Some(&mut system.size),
        _ => None,
    }
}

impl Boxes {
    /// The boxes of a card: what was typed before, else what was saved from it, else empty.
    pub fn of(desk: Desk, card: &Card, usual: Arc<Sort>) -> Self {
        let saved = untrack(|| card.saved.and_then(|id| desk.library.find::<System>(id)));
        let saved_id = saved.as_ref().map(|saved| saved.id);
        let before =
            saved.map_or_else(|| System { sort: card.sort, ..System::default() }, |saved| saved.letter.clone());
        let typed = card.typed.clone().unwrap_or_else(|| Typed {
            system: before.clone(),
            life: before.life_years.map(|years| years.to_string()).unwrap_or_default(),
            ..Typed::default()
        });
        let Typed { mut system, place, life } = typed;
        if system.name.is_empty() {
            system.name = free_name(desk, &usual.name);
        }
        let answer = |question: &Question| {
            let answer = match question.field.as_str() {
                Question::NOTES => answer_of(&system.notes, &question.ask).to_owned(),
                _ => field(&mut system, question).map(|text| text.clone()).unwrap_or_default(),
            };
            RwSignal::new(answer)
        };
        let answers = usual.questions.iter().map(answer).collect();
        Self {
            name: RwSignal::new(system.name),
            make: RwSignal::new(system.make),
            stand: RwSignal::new(system.zone.map(Offer::Zone)),
            place: RwSignal::new(place),
            installed: RwSignal::new(system.installed),
            files: RwSignal::new(system.files),
            answers: StoredValue::new(answers),
            life: RwSignal::new(life),
            life_source: RwSignal::new(system.life_source),
            usual: StoredValue::new(usual),
            saved: StoredValue::new(saved_id),
            before: StoredValue::new(before),
        }
    }

    /// What stands in them; tracks all.
    pub fn typed(self) -> Typed {
        let usual = self.usual.get_value();
        let mut system = self.before.get_value();
        let (zone, place) = match self.stand.get() {
            Some(Offer::Zone(zone)) => (Some(zone), String::new()),
            Some(Offer::Usual(at)) => (None, usual.places.get(at).map(|place| place.name.clone()).unwrap_or_default()),
            None => (None, self.place.get()),
        };
        let answers: Vec<String> =
            self.answers.with_value(|answers| answers.iter().map(|answer| answer.get()).collect());
        for (question, answer) in usual.questions.iter().zip(&answers) {
            if let Some(text) = field(&mut system, question) {
                text.clone_from(answer);
            }
        }
        let asked = usual.questions.iter().zip(&answers).filter(|(question, _)| question.field == Question::NOTES);
        let asked: Vec<_> = asked.map(|(question, answer)| (question.ask.as_str(), answer.trim())).collect();
        let notes = with_answers(&system.notes, asked.iter().copied());
        let system = System {
            name: self.name.get(),
            make: self.make.get(),
            zone,
            installed: self.installed.get(),
            files: self.files.get(),
            life_source: self.life_source.get(),
            notes,
            ..system
        };
        Typed { system, place, life: self.life.get() }
    }

    /// The system that was saved from this card before, and what it was then; none if there is none, or not any more.
    pub fn before(self) -> Option<(RecordId, System)> {
        self.saved.get_value().map(|id| (id, self.before.get_value()))
    }

    /// Where the home as a whole is shut off, as far as these answers say it and nobody has said it yet.
    pub fn home(self, home: &Property) -> Property {
        let mut home = home.clone();
        let usual = self.usual.get_value();
        for (question, answer) in usual.questions.iter().zip(self.answers.get_value()) {
            let place = match question.home.as_str() {
                "water_shut_off" => &mut home.water_shut_off,
                "power_shut_off" => &mut home.power_shut_off,
                _ => continue,
            };
            if place.is_empty() {
                *place = answer.with_untracked(|answer| normal(answer));
            }
        }
        home
    }

    /// The system with what was typed, and a zone to be made for it; or everything wrong with them.
    pub fn draft(self, desk: Desk) -> Result<(System, Option<Zone>), Vec<Fault>> {
        let Typed { system, place, life } = untrack(|| self.typed());
        let mut faults = Vec::new();
        let life_years = number_typed(&life, "life_years").unwrap_or_else(|fault| {
            faults.push(fault);
            None
        });
        let (zone, new) = match system.zone {
            Some(zone) => (Some(zone), None),
            None => self.placed(desk, &normal(&place)),
        };
        let name = normal(&system.name);
        let system = System {
            name: if name.is_empty() { self.usual.with_value(|usual| free_name(desk, &usual.name)) } else { name },
            make: normal(&system.make),
            model: normal(&system.model),
            serial: normal(&system.serial),
            size: normal(&system.size),
            shut_off: normal(&system.shut_off),
            notes: normal(&system.notes),
            life_source: if life_years.is_some() { normal(&system.life_source) } else { String::new() },
            zone,
            life_years,
            ..system
        };
        faults.extend(system.faults());
        let of_zone = |fault: Fault| Fault { field: "zone".to_owned(), ..fault };
        faults.extend(new.iter().flat_map(Letter::faults).map(of_zone));
        if faults.is_empty() { Ok((system, new)) } else { Err(faults) }
    }

    /// The zone that is called `name`, or one to be made.
    fn placed(self, desk: Desk, name: &str) -> (Option<RecordId>, Option<Zone>) {
        let known = untrack(|| desk.library.shelf::<Zone>());
        let called = folded(name);
        let zone = known.iter().find(|(_, zone)| folded(&zone.letter.name) == called).map(|(id, _)| id);
        if name.is_empty() || zone.is_some() {
            return (zone, None);
        }
        let usual = self.usual.get_value();
        let usual = usual.places.iter().find(|place| folded(&place.name) == called);
        let place = usual.map_or_else(|| untrack(|| place_of(desk, name)), |usual| usual.place);
        (None, Some(Zone { name: name.to_owned(), place, ..Zone::default() }))
    }
}
