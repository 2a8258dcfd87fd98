//! One entry of the logbook as the demonstration tells it: what was done, by whom, for how much.

use super::day;
use super::document;
use super::pen::{Pen, Who, id};
use super::photo::Scene;
use model::contact::Contact;
use model::document::Document;
use model::entry::{Entry, EntryType, Part, Severity};
use model::system::System;
use model::task::Task;
use model::zone::Zone;
use model::{Date, Money, PartialDate, RecordId};

/// An entry in the making. It is written by [`Job::enter`].
#[must_use]
pub(super) struct Job {
    name: String,
    day: Date,
    written_later_days: u32,
    who: Who,
    entry: Entry,
    photos: Vec<(Scene, u32, &'static str)>,
    invoice: Option<&'static str>,
}

/// Whole rand as money.
pub(super) fn rand(rand: i64) -> Money {
    Money::rand(rand * 100)
}

impl Job {
    /// Something that happened on `day`.
    pub(super) fn on(sort: EntryType, day: Date, title: &str) -> Self {
        let entry = Entry { sort, title: title.to_owned(), when: Some(day.into()), ..Entry::default() };
        Self {
            name: format!("{day} {title}"),
            day,
            written_later_days: 0,
            who: Who::Naledi,
            entry,
            photos: Vec::new(),
            invoice: None,
        }
    }

    /// A name by which other records refer to it.
    pub(super) fn named(self, name: &str) -> Self {
        Self { name: name.to_owned(), ..self }
    }

    /// A date less exact than the day.
    pub(super) fn when(mut self, when: PartialDate) -> Self {
        self.entry.when = Some(when);
        self
    }

    /// Written by somebody else than Naledi.
    pub(super) fn from(self, who: Who) -> Self {
        Self { who, ..self }
    }

    /// Written some days after it happened.
    pub(super) fn later(self, written_later_days: u32) -> Self {
        Self { written_later_days, ..self }
    }

    /// The systems it concerns.
    pub(super) fn of(mut self, systems: &[&str]) -> Self {
        self.entry.systems = systems.iter().map(|name| id::<System>(name)).collect();
        self
    }

    /// The zones it concerns.
    pub(super) fn at(mut self, zones: &[&str]) -> Self {
        self.entry.zones = zones.iter().map(|name| id::<Zone>(name)).collect();
        self
    }

    /// The contact who did it.
    pub(super) fn by(mut self, contact: &str) -> Self {
        self.entry.contact = Some(id::<Contact>(contact));
        self
    }

    /// Who did it, somebody without a contact.
    pub(super) fn done_by(mut self, name: &str) -> Self {
        self.entry.done_by = name.to_owned();
        self
    }

    /// What it cost, in whole rand: labour and parts.
    pub(super) fn cost(mut self, labour: i64, parts: i64) -> Self {
        let told = |amount: i64| (amount > 0).then(|| rand(amount));
        self.entry.cost = told(labour + parts);
        (self.entry.labour, self.entry.parts_cost) = (told(labour), told(parts));
        self
    }

    /// A part that was used.
    pub(super) fn part(mut self, name: &str, quantity: i64, number: &str) -> Self {
        self.entry.parts.push(Part { name: name.to_owned(), quantity, number: number.to_owned() });
        self
    }

    /// How bad, of a fault.
    pub(super) fn bad(mut self, severity: Severity) -> Self {
        self.entry.severity = Some(severity);
        self
    }

    /// The fault that it settled.
    pub(super) fn settles(mut self, fault: &str) -> Self {
        self.entry.settles = Some(id::<Entry>(fault));
        self
    }

    /// The task that it does, and the day on which that was due.
    pub(super) fn completes(mut self, task: &str, due: Date) -> Self {
        (self.entry.completes, self.entry.due) = (Some(id::<Task>(task)), Some(due));
        self
    }

    /// The entry that it corrects, and why.
    pub(super) fn amends(mut self, entry: &str, reason: &str) -> Self {
        (self.entry.amends, self.entry.reason) = (Some(id::<Entry>(entry)), reason.to_owned());
        self
    }

    /// Photos of one scene, from the turns named, each with the same caption.
    pub(super) fn photo(mut self, scene: Scene, turn: u32, caption: &'static str) -> Self {
        self.photos.push((scene, turn, caption));
        self
    }

    /// A tax invoice of its contact with that number, which becomes a document of the home.
    pub(super) fn invoice(self, number: &'static str) -> Self {
        Self { invoice: Some(number), ..self }
    }

    /// A document that belongs to it.
    pub(super) fn paper(mut self, document: &str) -> Self {
        self.entry.documents.push(id::<Document>(document));
        self
    }

    /// Anything else.
    pub(super) fn note(mut self, note: &str) -> Self {
        self.entry.notes = note.to_owned();
        self
    }

    /// Writes it.
    pub(super) fn enter(mut self, pen: &mut Pen) -> RecordId {
        let written = self.day.plus_days(self.written_later_days);
        for (scene, turn, caption) in self.photos {
            let file = pen.photo(scene, turn, self.day, caption);
            self.entry.files.push(file);
        }
        if let Some(number) = self.invoice {
            let paper = document::invoice(pen, number, self.day, written, &self.entry);
            self.entry.documents.push(paper);
        }
        debug_assert!(day::moment_ms(self.day, 0) < day::moment_ms(pen.today, 0), "{}: not yet", self.name);
        pen.write(&self.name, self.who, written, &self.entry)
    }
}
