//! The logbooks of a unit together: one home, of which each system knows whose logbook tells of it.

use super::book::{self, Book, Logbook, Told};
use super::veil;
use crate::basis::{Alteration, Home, Purpose, Thing};
use crate::certificate::CertificateType;
use crate::date::Date;
use crate::estate::grid::Cell;
use crate::estate::matrix::{self, Code};
use crate::health::{Part, SystemHealth};
use crate::id::RecordId;
use crate::schedule::Planned;
use crate::scheme::{Hidden, Twin};
use crate::system::System;
use std::collections::{BTreeMap, BTreeSet};

/// A system, and whose logbook tells of it.
#[derive(Clone, Debug)]
pub(super) struct Own {
    pub(super) id: RecordId,
    pub(super) letter: System,
    /// The scheme's own logbook of the unit.
    pub(super) is_held: bool,
}

/// What the logbooks of a unit tell.
#[derive(Clone, Debug, Default)]
pub(super) struct Joint {
    pub(super) systems: Vec<Own>,
    pub(super) entries: Vec<Told>,
    pub(super) planned: Vec<Planned>,
    pub(super) looked_at: Vec<(RecordId, Date)>,
    pub(super) papered: Vec<RecordId>,
    pub(super) basis: Home,
    /// There may be systems of which nothing is shown.
    pub(super) is_veiled: bool,
    /// There may be certificates of which nothing is shown.
    are_papers_veiled: bool,
    parts: Vec<Part>,
}

impl Joint {
    /// Both logbooks as one. Of a system that both tell of the owner's record counts.
    pub(super) fn of(held: Option<&Logbook<'_>>, own: Option<&Logbook<'_>>, twins: &[Twin]) -> Self {
        let mut joint = Self::default();
        let owner = own.map(Book::read).unwrap_or_default();
        let known: BTreeSet<RecordId> = owner.systems.iter().map(|(id, _)| *id).collect();
        let shows = |what| own.is_some_and(|own| own.shows(what));
        let is_dark = own.is_none() && held.is_none();
        joint.is_veiled = is_dark || (own.is_some() && !shows(Hidden::Systems));
        joint.are_papers_veiled = own.is_some() && !shows(Hidden::Certificates);
        joint.parts = veil::parts(shows);
        let mut keeper = held.map(Book::read).unwrap_or_default();
        let is_twin = |id: &RecordId| {
            let twin = twins.iter().find(|twin| twin.held == Some(*id));
            known.contains(id) || twin.is_some_and(|twin| twin.own.is_some_and(|own| known.contains(&own)))
        };
        let doubled: BTreeSet<RecordId> = keeper.systems.iter().map(|(id, _)| *id).filter(|id| is_twin(id)).collect();
        keeper.systems.retain(|(id, _)| !doubled.contains(id));
        keeper.planned.retain(|planned| {
            let systems = &planned.task.systems;
            systems.is_empty() || !systems.iter().all(|system| doubled.contains(system))
        });
        joint.basis = Home::of(owner.property.as_ref().or(keeper.property.as_ref()));
        joint.basis.is_partial = joint.is_veiled;
        joint.add(owner, false);
        joint.add(keeper, true);
        book::sort(&mut joint.basis.papers);
        joint
    }

    fn add(&mut self, book: Book, is_held: bool) {
        let things = book.systems.iter().map(|(id, system)| Thing::of(*id, system));
        self.basis.systems.extend(things);
        let alterations = book.entries.iter().filter_map(|(root, _, entry)| Alteration::of(*root, entry));
        self.basis.alterations.extend(alterations);
        self.basis.papers.extend(book.certificates);
        let in_use = book.systems.into_iter().filter(|(_, system)| system.in_use());
        self.systems.extend(in_use.map(|(id, letter)| Own { id, letter, is_held }));
        self.entries.extend(book.entries);
        self.planned.extend(book.planned);
        self.looked_at.extend(book.looked_at);
        self.papered.extend(book.papered);
    }

    /// The parts of a system's health of which nothing is shown.
    pub(super) fn hidden(&self, system: RecordId) -> &[Part] {
        let is_held = self.systems.iter().any(|thing| thing.id == system && thing.is_held);
        if is_held { &[] } else { &self.parts }
    }

    /// The cell of each system, as far as it is shown.
    pub(super) fn cells(&self, health: &[SystemHealth]) -> BTreeMap<RecordId, Cell> {
        health.iter().map(|system| (system.id, Cell::of(system, self.hidden(system.id)))).collect()
    }

    /// How a certificate stands on a day and for a purpose. Where the owner shows none, only what the scheme's own logbook has is told.
    pub(super) fn certified(&self, sort: CertificateType, on: Date, purpose: Purpose) -> matrix::Cell {
        let cell = matrix::cell(&self.basis, sort, on, purpose);
        if self.are_papers_veiled && cell.code != Code::Fine { matrix::Cell::NOT_SHARED } else { cell }
    }
}
