//! How the open home stands.

use super::{Kept, Library, basis_home, planned};
use leptos::prelude::*;
use model::document::Document;
use model::health::{HomeHealth, Known, Written, of_home};
use model::system::System;
use model::warranty::Warranty;
use model::zone::Zone;
use model::{Date, RecordId};
use std::sync::Arc;

/// How the open home stands on `today`, with the systems at which somebody looked in an inspection and when; tracks what it reads.
pub fn health(library: &Library, today: Date, looked_at: Vec<(RecordId, Date)>) -> HomeHealth {
    let systems: Vec<Arc<Kept<System>>> = library.shelf::<System>().values().collect();
    let entries = library.entries.get();
    let written = entries.iter().map(|entry| Written { root: entry.root, id: entry.id, letter: &entry.letter });
    let mut papers = Vec::new();
    library.shelf::<Document>().values().for_each(|document| papers.extend(&document.letter.systems));
    library.shelf::<Warranty>().values().for_each(|warranty| papers.extend(&warranty.letter.systems));
    of_home(&Known {
        today,
        systems: systems.iter().map(|system| (system.id, &system.letter)).collect(),
        zones: library.shelf::<Zone>().iter().map(|(id, zone)| (id, zone.letter.parent)).collect(),
        entries: written.collect(),
        tasks: &planned(library),
        looked_at,
        papers,
        basis: &basis_home(library, false),
    })
}
