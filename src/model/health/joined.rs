//! From systems to zones and the home: each counts by what its failure costs, and no average hides a fault.

use super::certified::Papers;
use super::index::{Found, Index};
use super::weight::{FULL, OWN_SHARE, UNKNOWN_POINTS, ceiling, share, weight};
use super::{Cause, Health, HomeHealth, Known, Lost, Part, SystemHealth, ZoneHealth, lost};
use crate::entry::Severity;
use crate::id::RecordId;
use crate::system::{System, ancestry};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// A system as its zone and the home count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Counted {
    /// How many times it counts.
    pub times: u32,
    /// Its points.
    pub points: u32,
    /// Its confidence.
    pub confidence: u32,
    /// The worst fault that is open on it.
    pub worst: Option<Severity>,
}

/// What stands together.
#[derive(Clone, Debug, Default)]
struct Group {
    systems: Vec<Counted>,
    own: Found,
    /// What costs it most, and how many times that counts.
    worst: Option<(u32, Cause)>,
}

impl Group {
    fn note(&mut self, times: u32, cause: Option<Cause>) {
        let cost = |(times, cause): &(u32, Cause)| cause.cost(*times);
        let found = cause.map(|cause| (times, cause));
        let worse = found.filter(|one| self.worst.is_none_or(|worst| cost(one) > cost(&worst)));
        self.worst = worse.or(self.worst);
    }
}

/// Points and confidence of systems together, of each so many times; both 0 of none.
pub fn joined(systems: &[Counted]) -> (u32, u32) {
    let times: u32 = systems.iter().map(|one| one.times).sum();
    let mean = |of: fn(&Counted) -> u32| systems.iter().map(|one| one.times * of(one)).sum::<u32>() / times.max(1);
    (mean(|one| one.points), mean(|one| one.confidence))
}

/// How the home stands.
pub(super) fn home(known: &Known<'_>, index: &Index) -> HomeHealth {
    let papers = Papers::of(known);
    let letters: BTreeMap<RecordId, &System> = known.systems.iter().copied().collect();
    let in_use = index.systems.iter().filter_map(|(id, found)| Some((*id, *letters.get(id)?, found)));
    let mut whole = Group { own: index.own.clone(), ..Group::default() };
    let mut zones: BTreeMap<RecordId, Group> = BTreeMap::new();
    let lies_in: BTreeMap<RecordId, Option<RecordId>> = known.zones.iter().copied().collect();
    let around = |zone: RecordId| ancestry(zone, |zone| lies_in.get(&zone).copied().flatten());
    let around = |zone: RecordId| around(zone).into_iter().filter(|zone| lies_in.contains_key(zone));
    let mut systems = Vec::new();
    for (id, system, found) in in_use {
        let lost = lost::of_system(id, system, found, &papers, known.today);
        let zone = ancestry(id, |id| letters.get(&id)?.parent).iter().find_map(|id| letters.get(id)?.zone);
        let one = of_system(id, system, zone.filter(|zone| lies_in.contains_key(zone)), found, lost);
        let worst = worst(found);
        let (times, points, confidence) = (one.share.times, one.points, one.health.confidence);
        let counted = Counted { times, points, confidence, worst };
        whole.systems.push(counted);
        let cause = one.lost.first().map(|lost| Cause { system: Some(id), lost: *lost });
        for zone in one.zone.into_iter().flat_map(around) {
            let group = zones.entry(zone).or_default();
            group.systems.push(counted);
            group.note(times, cause);
        }
        systems.push(one);
    }
    for (zone, faults) in &index.zones {
        around(*zone).for_each(|zone| zones.entry(zone).or_default().own.faults.extend(faults));
    }
    systems.sort_by_key(|one| (one.points, Reverse(one.share.times), one.id));
    let mut zones: Vec<ZoneHealth> = zones.into_iter().map(|(id, group)| of_zone(id, group)).collect();
    zones.sort_by_key(|zone| (zone.health.score.unwrap_or(FULL), zone.id));
    let own = shared(&whole.own);
    let (health, held_by) = of_group(&whole, own.iter().map(|lost| lost.points).sum());
    HomeHealth { health, held_by, systems, zones, own }
}

fn of_system(id: RecordId, system: &System, zone: Option<RecordId>, found: &Found, lost: Vec<Lost>) -> SystemHealth {
    let points = FULL - lost.iter().map(|lost| lost.points).sum::<u32>();
    let confidence = FULL - lost.iter().map(|lost| lost.confidence).sum::<u32>();
    let health = Health::of(points, confidence, worst(found));
    SystemHealth { id, zone, share: share(system.sort), health, points, lost }
}

fn of_zone(id: RecordId, mut group: Group) -> ZoneHealth {
    let own = lost::faults(&group.own, FULL);
    let (health, held_by) = of_group(&group, own.iter().map(|lost| lost.points).sum());
    let all: u32 = group.systems.iter().map(|one| one.times).sum();
    group.note(all.max(1), own.first().map(|lost| Cause { system: None, lost: *lost }));
    ZoneHealth { id, health, systems: group.systems.len(), held_by, worst: group.worst.map(|(_, cause)| cause) }
}

/// How several systems stand together, less what their place loses itself; and the worst fault, where that holds them down. Without systems
/// nothing is told but a fault.
fn of_group(group: &Group, own: u32) -> (Health, Option<Severity>) {
    let (points, confidence) = joined(&group.systems);
    let points = if group.systems.is_empty() { UNKNOWN_POINTS } else { points }.saturating_sub(own);
    let worst = group.systems.iter().filter_map(|one| one.worst).chain(worst(&group.own)).max();
    let most = worst.map_or(FULL, ceiling);
    (Health::of(points.min(most), confidence, worst), worst.filter(|_| points > most))
}

fn worst(found: &Found) -> Option<Severity> {
    found.faults.iter().map(|(_, severity)| *severity).max()
}

/// What concerns no system, as the home counts it.
fn shared(own: &Found) -> Vec<Lost> {
    let mut all = lost::faults(own, u32::MAX);
    all.extend(lost::late(own, weight(Part::Care).points));
    all.iter_mut().for_each(|lost| lost.points /= OWN_SHARE);
    all
}
