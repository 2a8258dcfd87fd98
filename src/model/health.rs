//! How a home stands: for each system, each zone and the home a score from 0 to 100 and how far it can be trusted, each point that is missing with its
//! reason.
//!
//! A score begins at 100. Open faults, late care, age and missing evidence take points, and what is not known takes half of what it could: it never
//! counts as good. How much of what counts is known is the confidence. What counts how much is in [`weight`].

mod certified;
mod found;
mod index;
mod joined;
mod lost;
pub mod weight;

pub use found::{Known, Written, looked_at};
pub use joined::{Counted, joined};

use crate::basis;
use crate::certificate::{Basis, CertificateType};
use crate::entry::Severity;
use crate::id::RecordId;
use std::cmp::Reverse;
use weight::{GOOD_FROM, POOR_BELOW, SURE_FROM, Share, TOLD_FROM};

/// What a score is made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// Faults that nothing has settled.
    Faults,
    /// Care that is late, or of which nothing is known.
    Care,
    /// Age against expected life.
    Age,
    /// What there is to show.
    Evidence,
}

/// How something stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// Well, and enough is known to say so.
    Good,
    /// Well or badly as far as is known, which is too little to say so.
    Unsure,
    /// Not as well as it could.
    Fair,
    /// Badly.
    Poor,
    /// It cannot be told.
    Untold,
}

/// A score and how far it can be trusted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Health {
    /// From 0 to 100; none where too little is known to tell.
    pub score: Option<u32>,
    /// From 0 to 100: how much of what counts is known.
    pub confidence: u32,
    /// A serious fault or an emergency is open: then it stands badly whatever else is known.
    pub is_broken: bool,
}

impl Health {
    /// Of so many points, known so far, with that as the worst open fault.
    fn of(points: u32, confidence: u32, worst: Option<Severity>) -> Self {
        let is_broken = worst.is_some_and(|worst| worst > Severity::Minor);
        Self { score: (confidence >= TOLD_FROM || is_broken).then_some(points), confidence, is_broken }
    }

    /// How it stands. Nothing is good by a guess, and nothing bad.
    pub fn state(self) -> State {
        let is_sure = self.confidence >= SURE_FROM;
        match self.score {
            None => State::Untold,
            Some(score) if score < POOR_BELOW && (is_sure || self.is_broken) => State::Poor,
            Some(score) if (POOR_BELOW..GOOD_FROM).contains(&score) => State::Fair,
            Some(_) if is_sure => State::Good,
            Some(_) => State::Unsure,
        }
    }
}

/// Points that are missing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lost {
    /// Of which part.
    pub part: Part,
    /// How many.
    pub points: u32,
    /// How much confidence is missing for the same reason.
    pub confidence: u32,
    /// Why.
    pub reason: Reason,
}

/// Why points are missing, as a code that `words` says, and the record that it is about where that is another than the system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// A fault is open.
    Fault {
        /// The entry.
        fault: RecordId,
        /// How bad it is.
        severity: Severity,
    },
    /// A task is late.
    Late {
        /// The task.
        task: RecordId,
        /// Since so many days.
        days: i64,
    },
    /// Nothing is planned for it, and nothing was done for a long time.
    NoCare,
    /// Something is planned, and nothing was done for a long time.
    NoCareYet,
    /// It has come so far in its expected life.
    Old {
        /// Per cent of the longer end; 100 or more when past it.
        percent: u32,
        /// It is past the shorter end: its replacement is to be planned.
        is_due: bool,
    },
    /// It is at least that old, and may be much older.
    MayBeOlder,
    /// Nobody has said when it was installed.
    InstalledUnknown,
    /// It is said to be installed on a day that is still to come.
    InstalledAhead,
    /// How long such a thing lasts is not known.
    LifeUnknown,
    /// Make or model is not known.
    NoMake,
    /// There is no photo of it.
    NoPhoto,
    /// There is no paper about it.
    NoPaper,
    /// A certificate is asked for, and there is none that does.
    Certificate {
        /// Of which sort.
        sort: CertificateType,
        /// The one there is.
        paper: Option<RecordId>,
        /// Why it does not do.
        reason: basis::Reason,
        /// What such a one rests on.
        basis: Basis,
    },
}

impl Reason {
    /// How bad the fault is, of one.
    pub fn severity(self) -> Option<Severity> {
        if let Self::Fault { severity, .. } = self { Some(severity) } else { None }
    }

    /// How bad the fault is, of one that holds a score down whatever else is well.
    fn holds(self) -> Option<Severity> {
        self.severity().filter(|severity| *severity > Severity::Minor)
    }
}

/// How a system stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SystemHealth {
    /// The system.
    pub id: RecordId,
    /// The zone that it is in, or that what it is a part of is in.
    pub zone: Option<RecordId>,
    /// How much it counts beside others.
    pub share: Share,
    /// How it stands.
    pub health: Health,
    /// What it counts with in its zone and the home, told or not.
    pub points: u32,
    /// What is missing, 100 less its points in all: serious faults first, then what costs most.
    pub lost: Vec<Lost>,
}

/// How a zone stands, with those that lie in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ZoneHealth {
    /// The zone.
    pub id: RecordId,
    /// How it stands.
    pub health: Health,
    /// How many systems are in it.
    pub systems: usize,
    /// The worst fault that is open in it, where that holds its score down.
    pub held_by: Option<Severity>,
    /// What costs it most; none where nothing is missing.
    pub worst: Option<Cause>,
}

/// How a home stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HomeHealth {
    /// How it stands.
    pub health: Health,
    /// The worst fault that is open, where that holds its score down.
    pub held_by: Option<Severity>,
    /// Its systems in use, the worst first.
    pub systems: Vec<SystemHealth>,
    /// Zones in which there are systems or open faults, the worst first.
    pub zones: Vec<ZoneHealth>,
    /// What concerns no system: points as the home counts them.
    pub own: Vec<Lost>,
}

/// Why points of the home are missing: what, and of which system.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cause {
    /// The system; none of what concerns no system.
    pub system: Option<RecordId>,
    /// What is missing.
    pub lost: Lost,
}

impl HomeHealth {
    /// How a system stands.
    pub fn system(&self, id: RecordId) -> Option<&SystemHealth> {
        self.systems.iter().find(|system| system.id == id)
    }

    /// Every reason, the worst for the home first: faults that hold it down, then what costs it most.
    pub fn causes(&self) -> Vec<Cause> {
        let total: u32 = self.systems.iter().map(|system| system.share.times).sum();
        let of_systems = self.systems.iter().flat_map(|system| {
            let cause = |lost: &Lost| (system.share.times, Cause { system: Some(system.id), lost: *lost });
            system.lost.iter().map(cause)
        });
        let own = self.own.iter().map(|lost| (total, Cause { system: None, lost: *lost }));
        let mut causes: Vec<(u32, Cause)> = of_systems.chain(own).collect();
        causes.sort_by_key(|(times, cause)| (Reverse(cause.cost(*times)), cause.system));
        causes.into_iter().map(|(_, cause)| cause).collect()
    }
}

impl Cause {
    /// What it costs where its system counts so many times: first by the fault that holds a score down, then by the points.
    fn cost(&self, times: u32) -> (Option<Severity>, u32) {
        (self.lost.reason.holds(), self.lost.points * times)
    }
}

/// How a home stands by what is known of it.
pub fn of_home(known: &Known<'_>) -> HomeHealth {
    joined::home(known, &index::Index::of(known))
}
