//! What comes back every year: the plan of services and inspections, played from the day each began until today.

mod indoors;
mod outdoors;

use super::care;
use super::chance::Chance;
use super::job::Job;
use super::pen::{Pen, Who};
use super::photo::Scene;
use model::entry::EntryType;

/// Writes every round of every plan up to a few days before today.
pub(super) fn write(pen: &mut Pen) {
    for round in indoors::rounds().into_iter().chain(outdoors::rounds()) {
        round.play(pen);
    }
}

/// Something that is done again and again.
#[must_use]
struct Round {
    sort: EntryType,
    title: &'static str,
    systems: &'static [&'static str],
    zones: &'static [&'static str],
    /// Calendar months in which it falls due.
    months: &'static [u32],
    /// The first year in which it is done, counted from the house's first; and the last.
    years: (i32, i32),
    /// How many years from one to the next.
    every: i32,
    /// Contacts who do it, each from a year on.
    by: &'static [(i32, &'static str)],
    /// Labour and parts in the house's first year, whole rand.
    cost: (i64, i64),
    parts: Vec<(&'static str, i64)>,
    /// What is noted, in turn; empty is nothing.
    notes: &'static [&'static str],
    photo: Option<Snap>,
}

/// A photo that is sometimes taken.
#[derive(Clone, Copy)]
struct Snap {
    scene: Scene,
    fitting: &'static [u32],
    percent: u32,
    caption: &'static str,
}

impl Round {
    fn new(sort: EntryType, title: &'static str, systems: &'static [&'static str], months: &'static [u32]) -> Self {
        Self {
            sort,
            title,
            systems,
            zones: &[],
            months,
            years: (0, i32::MAX),
            every: 1,
            by: &[],
            cost: (0, 0),
            parts: Vec::new(),
            notes: &[],
            photo: None,
        }
    }

    fn at(self, zones: &'static [&'static str]) -> Self {
        Self { zones, ..self }
    }

    fn since(self, first: i32) -> Self {
        Self { years: (first, self.years.1), ..self }
    }

    fn until(self, last: i32) -> Self {
        Self { years: (self.years.0, last), ..self }
    }

    fn every(self, every: i32) -> Self {
        Self { every, ..self }
    }

    fn by(self, by: &'static [(i32, &'static str)]) -> Self {
        Self { by, ..self }
    }

    fn cost(self, labour: i64, parts: i64) -> Self {
        Self { cost: (labour, parts), ..self }
    }

    fn part(mut self, name: &'static str, quantity: i64) -> Self {
        self.parts.push((name, quantity));
        self
    }

    fn notes(self, notes: &'static [&'static str]) -> Self {
        Self { notes, ..self }
    }

    /// Of the scene's pictures, those that fit; how many times in a hundred one is taken.
    fn photo(self, scene: Scene, fitting: &'static [u32], percent: u32, caption: &'static str) -> Self {
        Self { photo: Some(Snap { scene, fitting, percent, caption }), ..self }
    }

    fn play(&self, pen: &mut Pen) {
        let mut turn = 0;
        for years in (self.years.0..=10.min(self.years.1)).step_by(usize::try_from(self.every).unwrap_or(1)) {
            for month in self.months {
                let mut chance = Chance::of(&format!("{} {years} {month}", self.title));
                let day = pen.on(years, *month, chance.within(3, 27));
                // The house was taken over in March of its first year; what the last days brought is told by the story.
                let lived_in = years > 0 || *month > 3;
                if lived_in && day < pen.ago(7) {
                    self.once(pen, (years, *month), turn, day, &mut chance);
                    turn += 1;
                }
            }
        }
    }

    fn once(&self, pen: &mut Pen, (years, month): (i32, u32), turn: usize, day: model::Date, chance: &mut Chance) {
        let who = if chance.percent(30) { Who::Pieter } else { Who::Naledi };
        let mut job = Job::on(self.sort, day, self.title)
            .of(self.systems)
            .at(self.zones)
            .from(who)
            .later(if chance.percent(25) { chance.within(1, 4) } else { 0 });
        if let Some((_, contact)) = self.by.iter().rfind(|(from, _)| *from <= years) {
            job = job.by(contact);
        }
        let swing = i64::from(chance.within(94, 108));
        let (labour, parts) = (then(self.cost.0, years, swing), then(self.cost.1, years, swing));
        job = job.cost(labour, parts);
        for (part, quantity) in &self.parts {
            job = job.part(part, *quantity, "");
        }
        if !self.notes.is_empty() {
            job = job.note(self.notes[turn % self.notes.len()]);
        }
        if let Some((task, due)) = care::answered(self.title, self.systems, (pen.year(years), years), month) {
            job = job.completes(task, due);
        }
        if let Some(Snap { scene, fitting, percent, caption }) = self.photo
            && chance.percent(percent)
        {
            job = job.photo(scene, fitting[turn % fitting.len()], caption);
        }
        job.enter(pen);
    }
}

/// What costs `first` rand in the first year, `years` later, with a swing in per cent; rounded to ten rand, as quotes are.
/// The prices of repairs rose by about 5.5 % a year.
fn then(first: i64, years: i32, swing: i64) -> i64 {
    let grown = (0..years).fold(first * 1000, |price, _| price * 1055 / 1000);
    (grown * swing / 100 / 1000 + 5) / 10 * 10
}
