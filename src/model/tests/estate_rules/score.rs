//! The score of a scheme: a worked example, the edges, and weights.

use super::rid;
use model::entry::Severity;
use model::estate::matrix::{Cell, Code, Row, SORTS};
use model::estate::score::{Contribution, Part, Reserve, WeightFault, Weights, score};
use model::health::weight::share;
use model::health::{Health, State, SystemHealth};
use model::system::SystemType;

pub(super) fn system(sort: SystemType, points: u32, confidence: u32) -> SystemHealth {
    let health = Health { score: Some(points), confidence, is_broken: false };
    SystemHealth { id: rid(1), zone: None, share: share(sort), health, points, lost: vec![] }
}

/// So many certificates that are fine, are lacking, and are not known.
pub(super) fn row(fine: usize, lacking: usize, unknown: usize) -> Row {
    let codes = [(fine, Code::Fine), (lacking, Code::NotCurrent), (unknown, Code::NotShared)];
    let mut codes = codes.into_iter().flat_map(|(count, code)| std::iter::repeat_n(code, count));
    [(); SORTS].map(|()| Cell { code: codes.next().unwrap_or(Code::NotApplicable), is_sure: true, until: None })
}

fn reserve(held: i64, needed: i64) -> Option<Reserve> {
    Some(Reserve { held_cents: held, needed_cents: needed })
}

/// Everything about the scheme is known, and well.
fn perfect() -> Contribution {
    Contribution::default()
        .systems(&[system(SystemType::Roof, 100, 100)])
        .certificates(&row(4, 0, 0))
        .cared(10, 0, 0)
        .faulty(Some(&[]), true)
}

fn points(total: &Contribution, reserve: Option<Reserve>) -> Option<u32> {
    score(total, reserve, &Weights::default()).health.score
}

#[test]
fn a_scheme_worked_by_hand() {
    // A roof (4 times) at 60 of 100, all but a tenth known; a lift (5 times) at 90, all known.
    // Of eight certificates five are fine, one is not, two are not shown. Care: 12 on time, 4 late, 4 not known.
    // Faults: one system without, one with a serious one (a quarter of 75), one of which nothing is shown. The reserve holds three of eight.
    let total = Contribution::default()
        .systems(&[system(SystemType::Roof, 60, 90), system(SystemType::Lift, 90, 100)])
        .certificates(&row(5, 1, 2))
        .cared(12, 4, 4)
        .faulty(Some(&[]), true)
        .faulty(Some(&[Severity::Serious]), true)
        .faulty(None, false);
    let told = score(&total, reserve(300, 800), &Weights::default());
    let hundredths = Part::ALL.iter().map(|part| told.part(*part).hundredths).collect::<Vec<_>>();
    // Common: (4 × 60 + 5 × 90) / 900 = 76.66 % of 35. Certificates: (5 + 1) / 8 = 75 % of 20. Care: (12 + 2) / 20 = 70 % of 15.
    // Reserve: 37.5 % of 10. Faults: (100 + 18 + 50) / 300 = 56 % of 10.
    // Known: common 860 / 900, certificates 6 / 8, care 16 / 20, reserve all, faults 2 / 3; by weights of 90 in all: 85.68 % of 10.
    assert_eq!(hundredths, [2_683, 1_500, 1_050, 375, 560, 856]);
    assert_eq!((told.health.score, told.health.confidence, told.band()), (Some(70), 85, State::Fair));
    let evidence = told.part(Part::Compliance).evidence;
    assert_eq!((evidence.good, evidence.bad, evidence.unknown), (5, 1, 2));
    let evidence = told.part(Part::Common).evidence;
    assert_eq!((evidence.good, evidence.bad, evidence.unknown), (1, 1, 0));
    assert_eq!(told.part(Part::Faults).known_bp, 6_666);
}

#[test]
fn nothing_known_is_not_good_and_not_bad() {
    let told = score(&Contribution::default(), None, &Weights::default());
    assert_eq!((told.health.score, told.health.confidence, told.band()), (None, 0, State::Untold));
    assert_eq!(points(&perfect(), reserve(5, 5)), Some(100));
    // A part of which nothing is known: half of it, and what knowing it adds.
    assert_eq!(points(&perfect(), None), Some(100 - 5 - 2));
}

#[test]
fn reserves_at_the_edges() {
    let rows = [
        ((0, 100), 93 - 3),
        ((-50, 100), 90),
        ((250, 100), 100),
        ((0, 0), 100),
        ((-1, 0), 90),
        ((i64::MAX, i64::MAX), 100),
    ];
    for ((held, needed), expected) in rows {
        assert_eq!(points(&perfect(), reserve(held, needed)), Some(expected), "{held} of {needed}");
    }
}

#[test]
fn an_emergency_in_the_common_property_is_a_ceiling() {
    let with = |open: &[Severity], is_common| {
        score(&perfect().faulty(Some(open), is_common), reserve(5, 5), &Weights::default())
    };
    let rows = [
        (with(&[Severity::Emergency], true), Some(40), State::Poor),
        (with(&[Severity::Emergency], false), Some(95), State::Good),
        (with(&[Severity::Serious, Severity::Minor], true), Some(95), State::Good),
    ];
    for (told, points, band) in rows {
        assert_eq!((told.health.score, told.band()), (points, band));
    }
}

#[test]
fn weights_sum_to_a_hundred_and_faults_are_told() {
    assert_eq!(Weights::default().all().iter().sum::<u32>(), 100);
    let of = |weights: [u32; Part::COUNT]| {
        let named: Vec<(Part, u32)> = Part::ALL.iter().copied().zip(weights).collect();
        Weights::of(&named)
    };
    assert_eq!(of(*Weights::default().all()), Ok(Weights::default()));
    assert!(of([100, 0, 0, 0, 0, 0]).is_ok() && of([20, 20, 20, 20, 10, 10]).is_ok());
    let rows = [
        ([35, 20, 15, 10, 10, 9], vec![WeightFault::Sum(99)]),
        ([0; 6], vec![WeightFault::Sum(0)]),
        ([30, 20, 15, 5, 5, 25], vec![WeightFault::TooSure(25)]),
        ([10, 40, 20, 10, 10, 10], vec![WeightFault::NotPhysicalFirst(Part::Compliance)]),
        ([u32::MAX, 1, 0, 0, 0, 0], vec![WeightFault::Sum(u64::from(u32::MAX) + 1)]),
    ];
    for (weights, faults) in rows {
        assert_eq!(of(weights), Err(faults));
    }
    let twice = [(Part::Common, 50), (Part::Common, 50)];
    let missing = Part::ALL.iter().filter(|part| **part != Part::Common).map(|part| WeightFault::Missing(*part));
    let faults: Vec<_> =
        [WeightFault::Twice(Part::Common)].into_iter().chain(missing).chain([WeightFault::Sum(50)]).collect();
    assert_eq!(Weights::of(&twice), Err(faults));
}
