//! What one system loses: part by part, each with its reason.

use super::certified::Papers;
use super::index::Found;
use super::weight::{AGE_FREE_PERCENT, FULL, LATENESS, UNKNOWN_SHARE, evidence, fault_points, is_made, weight};
use super::{Lost, Part, Reason};
use crate::basis::Verdict;
use crate::date::{Date, Sense};
use crate::id::RecordId;
use crate::life;
use crate::system::System;
use std::cmp::Reverse;

/// Everything that a system loses, serious faults first, then most; never more than there is.
pub(super) fn of_system(id: RecordId, system: &System, found: &Found, papers: &Papers<'_>, today: Date) -> Vec<Lost> {
    let mut lost = care(found);
    lost.extend(age(system, today));
    lost.extend(shown(id, system, found, papers));
    let taken: u32 = lost.iter().map(|lost| lost.points).sum();
    lost.extend(faults(found, FULL.saturating_sub(taken)));
    lost.sort_by_key(|lost| (Reverse((lost.reason.holds(), lost.points)), lost.part));
    lost
}

/// Open faults, the worst first, as long as points are `left`.
pub(super) fn faults(found: &Found, left: u32) -> Vec<Lost> {
    let mut open = found.faults.clone();
    open.sort_by_key(|(fault, severity)| (Reverse(*severity), *fault));
    let lost = open.into_iter().map(|(fault, severity)| Lost {
        part: Part::Faults,
        points: fault_points(severity),
        confidence: 0,
        reason: Reason::Fault { fault, severity },
    });
    capped(lost.collect(), left)
}

/// Tasks that are late, the latest first, as long as the points of the part are not used up.
pub(super) fn late(found: &Found, left: u32) -> Vec<Lost> {
    let mut late = found.late.clone();
    late.sort_by_key(|(task, days)| (Reverse(*days), *task));
    let points = |days: i64| LATENESS.iter().rev().find(|(from, _)| days >= *from).map_or(0, |(_, points)| *points);
    let lost = late.into_iter().map(|(task, days)| Lost {
        part: Part::Care,
        points: points(days),
        confidence: 0,
        reason: Reason::Late { task, days },
    });
    capped(lost.collect(), left)
}

fn capped(mut lost: Vec<Lost>, mut left: u32) -> Vec<Lost> {
    for one in &mut lost {
        one.points = one.points.min(left);
        left -= one.points;
    }
    lost
}

/// Care that is late, and that nothing is known of it.
fn care(found: &Found) -> Vec<Lost> {
    let whole = weight(Part::Care);
    if found.is_seen {
        return late(found, whole.points);
    }
    let reason = if found.is_planned { Reason::NoCareYet } else { Reason::NoCare };
    let points = whole.points / UNKNOWN_SHARE;
    let mut lost = vec![Lost { part: Part::Care, points, confidence: whole.confidence, reason }];
    lost.extend(late(found, whole.points - points));
    lost
}

/// Age against expected life.
fn age(system: &System, today: Date) -> Option<Lost> {
    let whole = weight(Part::Age);
    let half = whole.points / UNKNOWN_SHARE;
    let lost = |points, confidence, reason| Some(Lost { part: Part::Age, points, confidence, reason });
    let Some(installed) = system.installed else { return lost(half, whole.confidence, Reason::InstalledUnknown) };
    let is_bound = installed.sense == Sense::Before;
    if !is_bound && installed.first() > today {
        return lost(half, whole.confidence, Reason::InstalledAhead);
    }
    let Some(life) = life::expected_life(system) else {
        return lost(half, whole.confidence / UNKNOWN_SHARE, Reason::LifeUnknown);
    };
    let age = months(installed.last(), today);
    let percent = age * FULL / (life.years_max * 12).max(1);
    let worn = percent.min(FULL).saturating_sub(AGE_FREE_PERCENT);
    let points = whole.points * worn / (FULL - AGE_FREE_PERCENT);
    match is_bound {
        true if points < whole.points => lost(points.max(half), whole.confidence / UNKNOWN_SHARE, Reason::MayBeOlder),
        _ if points > 0 => lost(points, 0, Reason::Old { percent, is_due: age >= life.years_min * 12 }),
        _ => None,
    }
}

/// Whole months from one day to another, as birthdays are counted; none where it lies ahead.
fn months(from: Date, to: Date) -> u32 {
    let of = |date: Date| date.year() * 12 + i32::try_from(date.month()).unwrap_or(0);
    u32::try_from(of(to) - of(from) - i32::from(to.day() < from.day())).unwrap_or(0)
}

/// Evidence that is not there.
fn shown(id: RecordId, system: &System, found: &Found, papers: &Papers<'_>) -> Vec<Lost> {
    let asked = papers.asked(id, system);
    let counts = evidence(is_made(system.sort), asked.is_some());
    let mut lost = Vec::new();
    let mut miss = |is_there: bool, (points, confidence): (u32, u32), reason| {
        if !is_there && points > 0 {
            lost.push(Lost { part: Part::Evidence, points, confidence, reason });
        }
    };
    miss(!system.make.is_empty() && !system.model.is_empty(), counts.make, Reason::NoMake);
    miss(!system.files.is_empty(), counts.photo, Reason::NoPhoto);
    miss(found.has_paper, counts.paper, Reason::NoPaper);
    if let Some(asked) = asked {
        let (points, confidence) = counts.certificate;
        let points = match asked.verdict {
            Verdict::Holds | Verdict::NotRequired => 0,
            Verdict::Unknown => points / UNKNOWN_SHARE,
            Verdict::Fails => points,
        };
        let confidence = if asked.is_there { 0 } else { confidence };
        miss(points + confidence == 0, (points, confidence), asked.reason);
    }
    lost
}
