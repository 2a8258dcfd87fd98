//! What places contribute to the parts of the score: sums, from which one place is taken off and added again without going through the others.

use super::{Evidence, Reserve};
use crate::entry::Severity;
use crate::estate::matrix::{Code, Row};
use crate::health::weight::{FULL, UNKNOWN_SHARE, fault_points};
use crate::health::{State, SystemHealth};

/// A system with an open fault earns one part in so many of what its faults leave it.
pub const FAULTY_SHARE: u32 = 4;

/// A part's sum. Of `whole` points so many are earned, and so many known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Share {
    /// Earned: what is not known earns half.
    pub earned: u64,
    /// Known.
    pub known: u64,
    /// The most that there is.
    pub whole: u64,
    /// How many things stand behind it.
    pub evidence: Evidence,
}

impl Share {
    /// Of so many things that are well, badly, and not known.
    pub fn of(good: u64, bad: u64, unknown: u64) -> Self {
        let full = u64::from(FULL);
        Self {
            earned: good * full + unknown * full / u64::from(UNKNOWN_SHARE),
            known: (good + bad) * full,
            whole: (good + bad + unknown) * full,
            evidence: Evidence { good, bad, unknown },
        }
    }

    /// Of a system: its points and its confidence, as many times as it counts.
    fn system(system: &SystemHealth) -> Self {
        let times = |points: u32| u64::from(system.share.times) * u64::from(points);
        let (good, bad, unknown) = match system.health.state() {
            State::Good => (1, 0, 0),
            State::Fair | State::Poor => (0, 1, 0),
            State::Unsure | State::Untold => (0, 0, 1),
        };
        Self {
            earned: times(system.points),
            known: times(system.health.confidence),
            whole: times(FULL),
            evidence: Evidence { good, bad, unknown },
        }
    }

    /// Of the reserve: what it holds of what it needs, never more than all. Nothing is known where there is no figure; where nothing is needed all is there.
    pub(super) fn reserve(reserve: Option<Reserve>) -> Self {
        let Some(Reserve { held_cents, needed_cents }) = reserve else { return Self::default() };
        if needed_cents <= 0 {
            let whole = u64::from(held_cents >= 0);
            return Self { earned: whole, known: 1, whole: 1, evidence: Evidence::default() };
        }
        let cents = |cents: i64| u64::try_from(cents).unwrap_or(0);
        let whole = cents(needed_cents);
        Self { earned: cents(held_cents).min(whole), known: whole, whole, evidence: Evidence::default() }
    }

    /// Both together.
    fn plus(self, other: Self) -> Self {
        self.each(other, u64::saturating_add)
    }

    /// Without what was added.
    fn minus(self, other: Self) -> Self {
        self.each(other, u64::saturating_sub)
    }

    fn each(self, other: Self, of: fn(u64, u64) -> u64) -> Self {
        let (own, its) = (self.evidence, other.evidence);
        Self {
            earned: of(self.earned, other.earned),
            known: of(self.known, other.known),
            whole: of(self.whole, other.whole),
            evidence: Evidence {
                good: of(own.good, its.good),
                bad: of(own.bad, its.bad),
                unknown: of(own.unknown, its.unknown),
            },
        }
    }

    /// What is earned, of `fine`; half where there is nothing.
    pub(super) fn earned(&self, fine: u128) -> u128 {
        let half = fine / u128::from(UNKNOWN_SHARE);
        (u128::from(self.earned) * fine).checked_div(self.whole.into()).unwrap_or(half).min(fine)
    }

    /// What is known, of `fine`; nothing where there is nothing.
    pub(super) fn known(&self, fine: u128) -> u128 {
        (u128::from(self.known) * fine).checked_div(self.whole.into()).unwrap_or(0).min(fine)
    }
}

/// What a place, a unit or the common property, contributes to the score; or the sum over places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Contribution {
    /// Health of common systems; of a unit nothing.
    pub common: Share,
    /// Certificates.
    pub compliance: Share,
    /// Systems by whether their care is on time.
    pub care: Share,
    /// Systems by the faults that are open on them.
    pub faults: Share,
    /// Emergencies that are open in the common property.
    pub emergencies: u32,
}

impl Contribution {
    /// Adds common systems.
    pub fn systems(mut self, systems: &[SystemHealth]) -> Self {
        self.common = systems.iter().map(Share::system).fold(self.common, Share::plus);
        self
    }

    /// Adds certificates. What nothing asks for is no part of it, and one that may lack is not known.
    pub fn certificates(mut self, row: &Row) -> Self {
        for cell in row.iter().filter(|cell| cell.code != Code::NotApplicable) {
            let is_known = cell.is_sure && !cell.code.is_unknown();
            let share = match cell.code {
                _ if !is_known => Share::of(0, 0, 1),
                Code::Fine => Share::of(1, 0, 0),
                _ => Share::of(0, 1, 0),
            };
            self.compliance = self.compliance.plus(share);
        }
        self
    }

    /// Adds systems whose care is on time, is late, and is not known or not shown.
    pub fn cared(mut self, on_time: u64, late: u64, unknown: u64) -> Self {
        self.care = self.care.plus(Share::of(on_time, late, unknown));
        self
    }

    /// Adds a system by the faults that are open on it; none where they are not shown. Where any is open it earns one part in [`FAULTY_SHARE`] of what they
    /// leave: less than what is not known earns, so that to hide a fault, or not to look, is no gain. `is_common` says that it belongs to the common property.
    pub fn faulty(mut self, open: Option<&[Severity]>, is_common: bool) -> Self {
        let Some(open) = open else {
            self.faults = self.faults.plus(Share::of(0, 0, 1));
            return self;
        };
        let taken: u32 = open.iter().map(|severity| fault_points(*severity)).fold(0, u32::saturating_add);
        let left = FULL.saturating_sub(taken) / FAULTY_SHARE;
        let share = Share::of(u64::from(open.is_empty()), u64::from(!open.is_empty()), 0);
        self.faults =
            self.faults.plus(Share { earned: if open.is_empty() { share.earned } else { left.into() }, ..share });
        let emergencies = open.iter().filter(|severity| **severity == Severity::Emergency).count();
        if is_common {
            self.emergencies = self.emergencies.saturating_add(u32::try_from(emergencies).unwrap_or(u32::MAX));
        }
        self
    }

    /// Adds what a place contributes.
    pub fn add(&mut self, place: &Self) {
        self.all(place, Share::plus, u32::saturating_add);
    }

    /// Takes off what a place contributed.
    pub fn remove(&mut self, place: &Self) {
        self.all(place, Share::minus, u32::saturating_sub);
    }

    /// Puts what a place contributes now in the place of what it did.
    pub fn replace(&mut self, before: &Self, now: &Self) {
        self.remove(before);
        self.add(now);
    }

    fn all(&mut self, place: &Self, shares: fn(Share, Share) -> Share, counts: fn(u32, u32) -> u32) {
        self.common = shares(self.common, place.common);
        self.compliance = shares(self.compliance, place.compliance);
        self.care = shares(self.care, place.care);
        self.faults = shares(self.faults, place.faults);
        self.emergencies = counts(self.emergencies, place.emergencies);
    }
}
