//! Whether anything asks for a certificate at all.

use super::rule::{CLOCKS, FENCE_RULE, GEYSER_FREE, day};
use super::{Finding, Found, Home, Municipality, Paper, Purpose, Reason, Rule, Verdict};
use crate::certificate::{Basis, CertificateType};
use crate::date::{Date, Known, PartialDate, Sense};
use crate::system::SystemType;

/// What is found without looking at the certificate itself; none if it has to be looked at, or for, first.
pub(super) fn decided(home: &Home, rule: &Rule, paper: Option<&Paper>, on: Date, purpose: Purpose) -> Option<Finding> {
    let alone = |verdict, reason, basis| {
        let found = Found { verdict, reason, until: None, altered_by: None };
        Some(found.finding(rule, basis))
    };
    let free = |reason| alone(Verdict::NotRequired, reason, Basis::NoRequirement);
    if home.is_abroad && rule.sort != CertificateType::Other {
        return alone(Verdict::Unknown, Reason::OtherCountry, Basis::NoRequirement);
    }
    match rule.sort {
        CertificateType::Water => match (purpose, home.municipality) {
            (Purpose::Safety | Purpose::Insurance, _) => free(Reason::NoNationalRequirement),
            (Purpose::Transfer, Municipality::Other) => free(Reason::OtherMunicipality),
            (Purpose::Transfer, Municipality::Unknown) => {
                alone(Verdict::Unknown, Reason::MunicipalityUnknown, Basis::PerTransfer)
            }
            (Purpose::Transfer, Municipality::CapeTown) => None,
        },
        CertificateType::Geyser => match heater(home, rule, paper) {
            Heater::Electric if purpose != Purpose::Insurance && on >= day(GEYSER_FREE) => {
                free(Reason::NoNationalRequirement)
            }
            Heater::Unknown if paper.is_some() => alone(Verdict::Unknown, Reason::GeyserUnknown, Basis::UntilAltered),
            _ => None,
        },
        CertificateType::ElectricFence if purpose != Purpose::Transfer && is_before_rule(home, rule, paper, on) => {
            free(Reason::BeforeRule)
        }
        CertificateType::Beetle if purpose != Purpose::Transfer => free(Reason::ContractOnly),
        CertificateType::Nhbrc => Some(clocks(home, rule, paper, on)),
        CertificateType::Other if paper.is_some_and(|one| one.letter.basis == Some(Basis::NoRequirement)) => {
            free(Reason::NoNationalRequirement)
        }
        _ => None,
    }
}

/// What it means that there is none.
pub(super) fn without(home: &Home, rule: &Rule, purpose: Purpose) -> (Verdict, Reason) {
    let has_any =
        !home.covered(None, rule.covers).is_empty() || (rule.sort == CertificateType::SolarPv && home.is_solar);
    match rule.sort {
        CertificateType::Electrical | CertificateType::Water => (Verdict::Fails, Reason::Missing),
        CertificateType::Beetle => (Verdict::NotRequired, Reason::ContractOnly),
        CertificateType::Occupancy => (Verdict::Unknown, Reason::NoSource),
        CertificateType::Other => (Verdict::NotRequired, Reason::NoNationalRequirement),
        _ if !has_any && home.systems.is_empty() => (Verdict::Unknown, Reason::NothingLogged),
        _ if !has_any => (Verdict::NotRequired, Reason::NothingHere),
        CertificateType::Geyser if purpose == Purpose::Insurance && heater(home, rule, None) == Heater::Electric => {
            (Verdict::Unknown, Reason::InsurerAsks)
        }
        _ => (Verdict::Fails, Reason::Missing),
    }
}

/// What heats the water that a certificate is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Heater {
    /// Ordinary electric geysers only.
    Electric,
    /// A solar geyser or a heat pump among them.
    Other,
    /// Nobody knows.
    Unknown,
}

fn heater(home: &Home, rule: &Rule, paper: Option<&Paper>) -> Heater {
    let named = paper.map(|paper| &paper.letter.systems).filter(|named| !named.is_empty());
    let sorts: Vec<SystemType> = match named {
        // Those that are gone too: what it was issued for does not change.
        Some(named) => named.iter().filter_map(|id| home.thing(*id)).map(|thing| thing.sort).collect(),
        None => home.covered(None, rule.covers).iter().map(|thing| thing.sort).collect(),
    };
    let is_other = |sort: &SystemType| matches!(sort, SystemType::SolarGeyser | SystemType::HeatPump);
    match sorts.iter().any(is_other) {
        true => Heater::Other,
        false if sorts.contains(&SystemType::Geyser) => Heater::Electric,
        false => Heater::Unknown,
    }
}

/// Whether every fence surely stood before the rule and none was altered since.
fn is_before_rule(home: &Home, rule: &Rule, paper: Option<&Paper>, on: Date) -> bool {
    let from = day(FENCE_RULE);
    let fences = home.covered(paper, rule.covers);
    let is_old = |installed: Option<PartialDate>| installed.is_some_and(|installed| installed.latest() <= from);
    let altered = home.alterations.iter().any(|alteration| {
        alteration.when.is_none_or(|when| when.latest() > from && when.earliest().is_none_or(|when| when <= on))
            && alteration.systems.iter().any(|id| fences.iter().any(|fence| fence.id == *id))
    });
    !fences.is_empty() && fences.iter().all(|fence| is_old(fence.installed)) && !altered
}

/// The clocks of a new home. Where nobody knows when it was first lived in, it was in the year in which it was built.
fn clocks(home: &Home, rule: &Rule, paper: Option<&Paper>, on: Date) -> Finding {
    let months = CLOCKS[CLOCKS.len() - 1].1;
    let built = home.built.map(|year| PartialDate { known: Known::Year(year), sense: Sense::Exact });
    let occupied = home.occupied.or(built);
    let until = occupied.and_then(|occupied| Some(occupied.earliest()?.plus_months(months)));
    let (verdict, reason) = match occupied {
        None => (Verdict::Unknown, Reason::OccupationUnknown),
        Some(occupied) if occupied.latest().plus_months(months) < on => (Verdict::NotRequired, Reason::ClocksOver),
        Some(_) if until.is_none_or(|until| until < on) => (Verdict::Unknown, Reason::OccupationUnknown),
        Some(_) if paper.is_none() => (Verdict::Fails, Reason::Missing),
        Some(_) => (Verdict::Holds, Reason::ClocksRun),
    };
    let mut found = Found { verdict, reason, until, altered_by: None };
    if let Some(paper) = paper.filter(|_| verdict == Verdict::Holds) {
        super::age::issued(&mut found, home, paper, on);
    }
    found.finding(rule, Basis::Occupation)
}
