//! What the rules are told of a home.

use crate::certificate::Certificate;
use crate::choice::choice;
use crate::date::PartialDate;
use crate::entry::Entry;
use crate::id::RecordId;
use crate::property::{PowerSource, Property};
use crate::system::{System, SystemType, ancestry};

choice! {
    /// Which municipality's by-laws count, as far as the rules tell them apart.
    Municipality {
        /// Not known.
        Unknown = "unknown",
        /// The City of Cape Town.
        CapeTown = "cape_town",
        /// Another one.
        Other = "other",
    }
}

/// Cities that lie in other municipalities. A place that is in neither list may be a suburb of Cape Town.
const ELSEWHERE: [&str; 20] = [
    "johannesburg",
    "pretoria",
    "tshwane",
    "centurion",
    "ekurhuleni",
    "sandton",
    "durban",
    "ethekwini",
    "pietermaritzburg",
    "msunduzi",
    "gqeberha",
    "port elizabeth",
    "nelson mandela bay",
    "east london",
    "buffalo city",
    "bloemfontein",
    "mangaung",
    "george",
    "stellenbosch",
    "kimberley",
];

impl Municipality {
    /// The municipality in which a city lies, by its name as people write it.
    pub fn of(city: &str) -> Self {
        let city = city.trim().to_lowercase();
        if ["cape town", "kaapstad", "ikapa"].iter().any(|name| city.contains(name)) {
            Self::CapeTown
        } else if ELSEWHERE.contains(&city.as_str()) {
            Self::Other
        } else {
            Self::Unknown
        }
    }
}

/// A home as the rules see it.
#[derive(Clone, Debug, Default)]
pub struct Home {
    /// Its municipality.
    pub municipality: Municipality,
    /// It lies in another country than South Africa.
    pub is_abroad: bool,
    /// The year in which it was built.
    pub built: Option<i32>,
    /// When it was first lived in.
    pub occupied: Option<PartialDate>,
    /// It has solar power, whatever systems are written down.
    pub is_solar: bool,
    /// Its systems.
    pub systems: Vec<Thing>,
    /// Its certificates as they stand, newest first.
    pub papers: Vec<Paper>,
    /// What was altered.
    pub alterations: Vec<Alteration>,
    /// What was altered is not told here, so that nothing is known to stand unaltered.
    pub is_partial: bool,
}

/// A system.
#[derive(Clone, Debug)]
pub struct Thing {
    /// Its record.
    pub id: RecordId,
    /// What sort.
    pub sort: SystemType,
    /// What it is a part of.
    pub parent: Option<RecordId>,
    /// When it was installed.
    pub installed: Option<PartialDate>,
    /// Whether it is still in use.
    pub in_use: bool,
}

/// A certificate as it stands.
#[derive(Clone, Debug)]
pub struct Paper {
    /// The record that others name it by.
    pub root: RecordId,
    /// The version that stands.
    pub id: RecordId,
    /// What it says.
    pub letter: Certificate,
}

/// Something that altered an installation.
#[derive(Clone, Debug)]
pub struct Alteration {
    /// The entry that tells of it.
    pub entry: RecordId,
    /// When.
    pub when: Option<PartialDate>,
    /// What was altered.
    pub systems: Vec<RecordId>,
}

impl Thing {
    /// A system of that record.
    pub fn of(id: RecordId, system: &System) -> Self {
        let System { sort, parent, installed, .. } = *system;
        Self { id, sort, parent, installed, in_use: system.in_use() }
    }
}

impl Alteration {
    /// What an entry altered; none if it altered nothing.
    pub fn of(entry: RecordId, letter: &Entry) -> Option<Self> {
        let systems = letter.systems.clone();
        letter.is_alteration().then_some(Self { entry, when: letter.when, systems })
    }
}

impl Home {
    /// A home of that property, without systems, certificates or alterations.
    pub fn of(property: Option<&Property>) -> Self {
        let Some(property) = property else { return Self::default() };
        Self {
            municipality: Municipality::of(&property.city),
            is_abroad: property.country.as_deref().is_some_and(|country| country != "ZA"),
            built: property.year_built,
            occupied: property.occupied,
            is_solar: property.power.contains(&PowerSource::Solar),
            ..Self::default()
        }
    }

    /// The system of that record.
    pub(super) fn thing(&self, id: RecordId) -> Option<&Thing> {
        self.systems.iter().find(|thing| thing.id == id)
    }

    /// Whether `paper` covers a system: by name, else by its sort, or as a part of such a one.
    pub(crate) fn covers(&self, paper: &Paper, system: RecordId) -> bool {
        let named = &paper.letter.systems;
        let line = |system| ancestry(system, |id| self.thing(id)?.parent);
        if named.is_empty() {
            let covers = super::rule(paper.letter.sort).covers;
            let is_covered = |id: &RecordId| self.thing(*id).is_some_and(|thing| covers.contains(&thing.sort));
            return line(system).iter().any(is_covered);
        }
        line(system).iter().any(|id| named.contains(id))
    }

    /// Sorts of the systems in use that `paper` covers, or that a certificate which names none would.
    pub(super) fn covered(&self, paper: Option<&Paper>, sorts: &'static [SystemType]) -> Vec<&Thing> {
        let in_use = self.systems.iter().filter(|thing| thing.in_use);
        let covered = |thing: &&Thing| match paper {
            Some(paper) => self.covers(paper, thing.id),
            None => sorts.contains(&thing.sort),
        };
        in_use.filter(covered).collect()
    }
}
