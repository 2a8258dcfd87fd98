//! The open home as the rules of certificates and warranties see it.

use super::{Kept, Library};
use leptos::prelude::*;
use model::RecordId;
use model::basis::{Alteration, Home, Paper, Thing};
use model::claim::Claim;
use model::system::System;
use model::warranty::{Clock, Known, Warranty, clock};

/// The open home with its systems, certificates and alterations; tracks what it reads. Who `visits` it is told what was altered only with the
/// entries.
pub fn basis_home(library: &Library, visits: bool) -> Home {
    let property = library.property();
    let mut home = Home::of(property.as_ref().map(|property| &property.letter));
    home.systems = library.shelf::<System>().values().map(|system| Thing::of(system.id, &system.letter)).collect();
    library.certificates.with(|all| {
        home.papers.extend(all.iter().map(|one| Paper { root: one.root, id: one.id, letter: one.letter.clone() }));
    });
    library.entries.with(|all| {
        home.alterations.extend(all.iter().filter_map(|entry| Alteration::of(entry.root, &entry.letter)));
        home.is_partial = visits && all.is_empty();
    });
    home
}

/// When a warranty runs, with the claims on it among `claims`; tracks what it reads.
pub fn warranty_clock(library: &Library, warranty: &Kept<Warranty>, claims: &[(RecordId, Claim)]) -> Clock {
    let own: Vec<(RecordId, Claim)> =
        claims.iter().filter(|(_, claim)| claim.warranty == Some(warranty.id)).cloned().collect();
    let systems = library.shelf::<System>();
    let occupied = library.property().and_then(|property| property.letter.occupied);
    let installed = |id: RecordId| systems.get(&id).and_then(|system| system.letter.installed);
    let done = |id: RecordId| library.entry(id).and_then(|entry| entry.letter.when);
    clock(&warranty.letter, &Known { installed: &installed, done: &done, occupied }, &own)
}
