//! The home's systems and their parts, and what happened to the systems themselves.

mod dry;
mod wet;

pub(super) use wet::cottage_gas;

use super::day;
use super::job::rand;
use super::pen::{Pen, Who, id};
use super::photo::Scene;
use model::contact::Contact;
use model::system::{System, SystemType};
use model::zone::Zone;
use model::{Date, PartialDate};

/// Writes every system when it came to be known, and what changed later.
pub(super) fn write(pen: &mut Pen) {
    wet::write(pen);
    dry::write(pen);
}

/// A system in the making.
#[must_use]
struct Thing {
    name: &'static str,
    since: Date,
    who: Who,
    system: System,
    photos: Vec<(Scene, u32, &'static str)>,
}

impl Thing {
    /// A system first written down on `since`, in a zone.
    fn new(name: &'static str, since: Date, sort: SystemType, title: &str, zone: &str) -> Self {
        let system = System { name: title.to_owned(), sort, zone: Some(id::<Zone>(zone)), ..System::default() };
        Self { name, since, who: Who::Naledi, system, photos: Vec::new() }
    }

    fn from(self, who: Who) -> Self {
        Self { who, ..self }
    }

    fn part_of(mut self, parent: &str) -> Self {
        self.system.parent = Some(id::<System>(parent));
        self
    }

    fn made(mut self, make: &str, model: &str, serial: &str, size: &str) -> Self {
        (self.system.make, self.system.model) = (make.to_owned(), model.to_owned());
        (self.system.serial, self.system.size) = (serial.to_owned(), size.to_owned());
        self
    }

    fn installed(mut self, installed: impl Into<PartialDate>) -> Self {
        self.system.installed = Some(installed.into());
        self
    }

    fn fitted_by(mut self, contact: &str) -> Self {
        self.system.fitted_by = Some(id::<Contact>(contact));
        self
    }

    /// What it cost, fitted, in whole rand.
    fn price(mut self, price: i64) -> Self {
        self.system.price = Some(rand(price));
        self
    }

    /// How many years it is expected to last, and who says so.
    fn life(mut self, years: i64, source: &str) -> Self {
        (self.system.life_years, self.system.life_source) = (Some(years), source.to_owned());
        self
    }

    fn shut_off(mut self, place: &str) -> Self {
        self.system.shut_off = place.to_owned();
        self
    }

    fn photo(mut self, scene: Scene, turn: u32, caption: &'static str) -> Self {
        self.photos.push((scene, turn, caption));
        self
    }

    fn note(mut self, notes: &str) -> Self {
        self.system.notes = notes.to_owned();
        self
    }

    fn write(mut self, pen: &mut Pen) {
        for (scene, turn, caption) in self.photos {
            let file = pen.photo(scene, turn, self.since, caption);
            self.system.files.push(file);
        }
        pen.write(self.name, self.who, self.since, &self.system);
    }
}

/// February of the year in which the house was finished: when most of it was put in.
fn finished(pen: &Pen) -> PartialDate {
    day::month(pen.year(0), 2)
}
