//! What was promised about things and work, and for how long.

use super::day;
use super::pen::{Pen, Who, id};
use super::photo::Scene;
use model::claim::{Claim, Effect, Outcome};
use model::contact::Contact;
use model::system::System;
use model::warranty::{Begins, Cover, Warranty};
use model::{Date, PartialDate};

/// A warranty in the making, with the day on which it was filed.
#[must_use]
struct Promise {
    name: &'static str,
    kept: Date,
    warranty: Warranty,
}

impl Promise {
    fn new(name: &'static str, kept: Date, cover: Cover, title: &str) -> Self {
        let warranty = Warranty { title: title.into(), cover, starts: Some(kept.into()), ..Warranty::default() };
        Self { name, kept, warranty }
    }

    /// From whom, and the number by which they know it.
    fn from(mut self, provider: &str, number: &str) -> Self {
        (self.warranty.provider, self.warranty.number) = (provider.into(), number.into());
        self
    }

    fn by(mut self, contact: &str) -> Self {
        self.warranty.contact = Some(id::<Contact>(contact));
        self
    }

    fn of(mut self, systems: &[&str]) -> Self {
        self.warranty.systems = systems.iter().map(|name| id::<System>(name)).collect();
        self
    }

    fn starts(mut self, starts: impl Into<PartialDate>) -> Self {
        self.warranty.starts = Some(starts.into());
        self
    }

    /// Its start is worked out.
    fn begins(mut self, begins: Begins) -> Self {
        (self.warranty.begins, self.warranty.starts) = (Some(begins), None);
        self
    }

    fn note(mut self, note: &str) -> Self {
        self.warranty.notes = note.into();
        self
    }

    /// Writes it, to run for `months`.
    fn runs(mut self, months: i64, pen: &mut Pen) {
        self.warranty.months = Some(months);
        pen.write(self.name, Who::Laptop, self.kept, &self.warranty);
    }
}

/// Writes every warranty soon after it began. Some have ended, one ends within three weeks of today.
pub(super) fn write(pen: &mut Pen) {
    of_the_house(pen);
    of_things(pen);
    of_the_sun(pen);
}

fn of_the_house(pen: &mut Pen) {
    let (filed, occupied) = (pen.on(0, 3, 26), pen.on(0, 3, 5));
    Promise::new("structure", filed, Cover::Structure, "Structure of the house (NHBRC)")
        .from("Bouwerf Developments", "NH 5529017")
        .by("builder")
        .begins(Begins::Occupation)
        .note("Major structural defects only.")
        .runs(60, pen);
    Promise::new("roof-leaks", filed, Cover::Roof, "Roof against leaks (NHBRC)")
        .from("Bouwerf Developments", "NH 5529017")
        .by("builder")
        .of(&["roof"])
        .starts(occupied)
        .note("Used once, in the first winter.")
        .runs(12, pen);
    Promise::new("tiles", filed, Cover::Roof, "Roof tiles: strength and colour")
        .from("Marlverwe", "MV-160218")
        .of(&["roof"])
        .starts(occupied)
        .note("Colour ten years, strength twenty. Tiles only, not the laying.")
        .runs(240, pen);
    Promise::new("paint", pen.on(7, 2, 17), Cover::Workmanship, "Paint outside: peeling and blistering")
        .from("Themba Cele Painters", "")
        .by("painter")
        .of(&["paint"])
        .runs(60, pen);
}

fn of_things(pen: &mut Pen) {
    let february = day::month(pen.year(0), 2);
    Promise::new("geyser-1", pen.on(0, 3, 26), Cover::Parts, "First main geyser: tank")
        .from("Warmbron", "WB150-0415-77213")
        .of(&["geyser-1"])
        .starts(february)
        .runs(60, pen);
    let replaced = pen.on(6, 7, 9);
    Promise::new("geyser-2", replaced, Cover::Parts, "Main geyser: tank")
        .from("Warmbron", "WB200-0322-10482")
        .of(&["geyser-2"])
        .runs(60, pen);
    Promise::new("geyser-element", replaced, Cover::Parts, "Main geyser: element and thermostat")
        .from("Warmbron", "WB200-0322-10482")
        .of(&["geyser-2"])
        .begins(Begins::Installation)
        .runs(24, pen);
    Promise::new("geyser-work", replaced, Cover::Workmanship, "Main geyser: Sipho’s work")
        .from("Ndlovu & Dotters Loodgieters", "")
        .by("plumber")
        .of(&["geyser-2"])
        .runs(12, pen);
    on_the_tank(pen);
    Promise::new("pool", pen.on(2, 11, 3), Cover::Structure, "Pool: shell and marbelite")
        .from("Helder Poele", "")
        .by("pool-old")
        .of(&["pool"])
        .runs(120, pen);
    let november = day::month(pen.year(4), 11);
    Promise::new("aircon", pen.on(4, 11, 28), Cover::Parts, "Air conditioner: compressor")
        .from("Samwind", "SW12-2010-5561")
        .by("aircon")
        .of(&["aircon"])
        .starts(november)
        .runs(84, pen);
    Promise::new("fridge", pen.on(8, 9, 2), Cover::Parts, "Fridge door seal")
        .from("Fix-My-Masjien", "")
        .starts(pen.on(8, 8, 27))
        .runs(24, pen);
    // Two years before a day 19 days ahead.
    let bought = day::before(pen.today.plus_days(19), 731);
    Promise::new("dishwasher", bought, Cover::Full, "Dishwasher: parts and labour")
        .from("Bokmakierie Building Supplies", "SN 4410-88213")
        .by("hardware")
        .runs(24, pen);
}

/// A claim on the geyser’s tank: asked, and accepted some weeks later with a year more.
fn on_the_tank(pen: &mut Pen) {
    let (asked, decided) = (pen.ago(158), pen.ago(131));
    let mut claim = Claim {
        warranty: Some(id::<Warranty>("geyser-2")),
        system: Some(id::<System>("geyser-2")),
        title: "Flange weeps: rust run below the element".into(),
        asked: Some(asked.into()),
        notes: "Two photos and the invoice of 2022 went to Warmbron by e-mail. The service entries of every May were asked for.".into(),
        ..Claim::default()
    };
    claim.files.push(pen.photo(Scene::Geyser, 2, asked, "Rust run below the flange"));
    pen.write("tank", Who::Naledi, asked, &claim);
    pen.change("tank", Who::Naledi, decided, |claim: &mut Claim| {
        claim.outcome = Outcome::Accepted;
        claim.decided = Some(decided.into());
        claim.answer = "Flange and gasket replaced without charge; the tank’s warranty runs a year longer.".into();
        (claim.effect, claim.months) = (Some(Effect::Extends), Some(12));
    });
}

fn of_the_sun(pen: &mut Pen) {
    let day = pen.on(6, 10, 14);
    Promise::new("panels", day, Cover::Parts, "Solar panels: output")
        .from("Sonstraal", "")
        .of(&["solar-panels"])
        .runs(300, pen);
    Promise::new("inverter", day, Cover::Full, "Inverter and battery")
        .from("Langalethu Solar", "2207-5K-0138841")
        .by("solar")
        .of(&["inverter", "battery"])
        .runs(120, pen);
}
