//! A home of a report as the rules of certificates and warranties see it.

use crate::home::{Home, Kept};
use model::basis::{self, Alteration, Paper, Thing};
use model::warranty::{Clock, Known, Warranty, clock};
use model::{PartialDate, RecordId};

impl Home<'_> {
    /// Its systems, certificates and alterations.
    pub fn basis(&self) -> basis::Home {
        let paper = |one: &Kept<'_, model::certificate::Certificate>| Paper {
            root: one.id,
            id: one.version,
            letter: one.letter.clone(),
        };
        basis::Home {
            systems: self.systems.iter().map(|system| Thing::of(system.id, system.letter)).collect(),
            papers: self.certificates.iter().map(paper).collect(),
            alterations: self.entries.iter().filter_map(|entry| Alteration::of(entry.id, entry.letter)).collect(),
            is_partial: self.is_partial,
            ..basis::Home::of(self.property)
        }
    }

    /// When a warranty runs.
    pub fn clock(&self, warranty: Kept<'_, Warranty>) -> Clock {
        let own = self.claims.iter().filter(|claim| claim.letter.warranty == Some(warranty.id));
        let own: Vec<_> = own.map(|claim| (claim.id, claim.letter.clone())).collect();
        let installed = |id: RecordId| self.system(id).and_then(|system| system.installed);
        let done = |id: RecordId| -> Option<PartialDate> {
            self.entries.iter().find(|entry| entry.id == id || entry.version == id)?.letter.when
        };
        let occupied = self.property.and_then(|property| property.occupied);
        clock(warranty.letter, &Known { installed: &installed, done: &done, occupied }, &own)
    }
}
