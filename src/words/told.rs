//! What is said of a thing in more than one place, from its figures.

use crate::Words;
use model::contact::Contact;
use model::life::{Age, Life};
use model::property::Property;
use model::recurrence::{By, Recurrence};
use model::reminder::Due;
use model::system::System;

impl Words {
    /// What a thing that falls due is called.
    pub fn due_title(&self, due: &Due) -> String {
        let sort = due.certificate.filter(|_| due.title.is_empty());
        sort.map_or_else(|| due.title.clone(), |sort| (self.choice().certificate)(sort).to_owned())
    }

    /// How a system stands in its life, in a word or two.
    pub fn age_word(&self, age: Option<Age>) -> &'static str {
        age.map_or(self.system().age_unknown, |age| (self.system().stage)(age.stage))
    }

    /// The figures behind it: "8 years old; usually lasts 8 to 12". Empty where no age is known.
    pub fn age_reason(&self, age: Option<Age>, life: Option<Life>) -> String {
        let Some(age) = age else { return String::new() };
        let years = match age.years {
            0 => self.system().under_a_year.to_owned(),
            years => (self.common().years)(years),
        };
        match life {
            Some(life) => (self.outlook().age_against_life)(&years, life.years_min, life.years_max),
            None => (self.system().old)(&years),
        }
    }

    /// By whose word a life is expected: what its people wrote, else the sort of source.
    pub fn life_source(&self, system: &System, life: Life) -> String {
        match system.life_years {
            Some(_) if !system.life_source.is_empty() => system.life_source.clone(),
            _ => (self.choice().source)(life.source),
        }
    }

    /// How a task comes round, in a line.
    pub fn recurrence(&self, recurrence: Option<&Recurrence>) -> String {
        let Some(recurrence) = recurrence else { return self.plan().once.to_owned() };
        let figure = match (recurrence.by, recurrence.unit) {
            (By::Meter, Some(unit)) => format!("{} {}", self.quantity(recurrence.every), (self.choice().unit)(unit)),
            _ => self.number(recurrence.every),
        };
        (self.plan().recurrence)(recurrence, &figure)
    }

    /// What is known of a building, by name; that nothing is, where nothing is.
    pub fn built(&self, property: &Property) -> Vec<(&'static str, String)> {
        let (said, choice) = (self.property(), self.choice());
        let list = |names: Vec<&str>| (!names.is_empty()).then(|| names.join(", "));
        let text = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        let facts = [
            (said.sort, property.dwelling.map(|value| (choice.dwelling)(value).to_owned())),
            (said.year_built, property.year_built.map(|year| year.to_string())),
            (said.occupied, property.occupied.map(|date| self.date(date))),
            (
                said.floor_area,
                property.floor_area_m2.map(|area| format!("{} {}", self.number(area), said.square_metres)),
            ),
            (said.roof, property.roof.map(|value| (choice.roof)(value).to_owned())),
            (said.walls, property.walls.map(|value| (choice.walls)(value).to_owned())),
            (said.water_from, list(property.water.iter().map(|value| (choice.water)(*value)).collect())),
            (said.power_from, list(property.power.iter().map(|value| (choice.power)(*value)).collect())),
            (said.erf, text(&property.erf)),
        ];
        let known: Vec<_> = facts.into_iter().filter_map(|(name, value)| Some((name, value?))).collect();
        if known.is_empty() { vec![(said.sort, self.common().unknown.to_owned())] } else { known }
    }

    /// What a person or firm does: their trade, else what they are to the home.
    pub fn trade<'a>(&self, contact: &'a Contact) -> &'a str {
        if contact.trade.is_empty() { (self.choice().contact)(contact.role) } else { &contact.trade }
    }

    /// Where water and power are switched off; said too where nobody has written it down.
    pub fn switched_off(&self, property: &Property) -> [(&'static str, String); 2] {
        let said = self.outlook();
        let place = |place: &str| if place.is_empty() { said.shut_off_unknown.to_owned() } else { place.to_owned() };
        [(said.water_off, place(&property.water_shut_off)), (said.power_off, place(&property.power_shut_off))]
    }
}

/// The address of a home in a line.
pub fn address(property: &Property) -> String {
    said([&property.address, &property.suburb, &property.city, &property.postal_code], ", ")
}

/// Years of age where there is little room: "8", "<1", "?" where nobody knows.
pub fn age_short(age: Option<Age>) -> String {
    match age {
        Some(age) if age.years == 0 => "<1".to_owned(),
        Some(age) => age.years.to_string(),
        None => "?".to_owned(),
    }
}

/// Make, model and size of a system in a line.
pub fn made(system: &System) -> String {
    said([&system.make, &system.model, &system.size], " ")
}

fn said<const N: usize>(parts: [&String; N], between: &str) -> String {
    parts.into_iter().filter(|part| !part.is_empty()).map(String::as_str).collect::<Vec<_>>().join(between)
}
