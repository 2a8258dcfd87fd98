//! Where a fault is sent.

use super::{Answer, Bearer, Duty, Gap, Law, OwnRule, Regime, Standing, Thing, answer, law};
use crate::entry::Severity;

/// Where a fault goes, with the rules to quote.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Route<'a> {
    /// Who repairs it. Where nobody can be named the trustees have to find out what is missing ([`Route::gap`]).
    pub repair: Answer<'a>,
    /// Who bears the cost.
    pub pay: Answer<'a>,
    /// Who bears the excess, should the insurance pay.
    pub excess: Answer<'a>,
    /// In an emergency the body corporate is told at once whoever has to repair, by this rule where it is about a section. None where it is theirs anyway.
    pub alarm: Option<Alarm>,
}

/// Why the body corporate, or the association, is told at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Alarm {
    /// It may have to act itself.
    Remedy(&'static Law),
    /// Danger or damage may spread to others; no rule is known that says more.
    Danger,
}

impl Route<'_> {
    /// Who is asked to repair first; the trustees where it is not known.
    pub fn first(&self) -> Bearer {
        self.repair.bearer.unwrap_or(Bearer::Body)
    }

    /// What has to be found out before anybody can be told that it is theirs.
    pub fn gap(&self) -> Option<Gap> {
        self.repair.bearer.err()
    }
}

/// Where a fault of a thing goes.
pub fn route(thing: Thing, severity: Severity, own: &[OwnRule]) -> Route<'_> {
    let [repair, pay, excess] = [Duty::Repair, Duty::Pay, Duty::Excess].map(|duty| answer(thing, duty, own));
    let is_theirs = repair.bearer.unwrap_or(Bearer::Body) == Bearer::Body;
    let is_section = thing.regime == Regime::SectionalTitle && thing.standing == Standing::Section;
    let alarm = if is_section { Alarm::Remedy(&law::REMEDY) } else { Alarm::Danger };
    let is_urgent = severity == Severity::Emergency && !is_theirs;
    Route { repair, pay, excess, alarm: is_urgent.then_some(alarm) }
}
