//! The score of a scheme: a worked example, weights, and what has to hold of every scheme.

use super::{cases, rid};
use model::entry::Severity;
use model::estate::matrix::{Cell, Code, Row, SORTS};
use model::estate::score::{Contribution, Part, Reserve, Score, WeightFault, Weights, score};
use model::health::weight::share;
use model::health::{Health, State, SystemHealth};
use model::system::SystemType;
use proptest::prelude::*;

fn system(sort: SystemType, points: u32, confidence: u32) -> SystemHealth {
    let health = Health { score: Some(points), confidence, is_broken: false };
    SystemHealth { id: rid(1), zone: None, share: share(sort), health, points, lost: vec![] }
}

/// So many certificates that are fine, are lacking, and are not known.
fn row(fine: usize, lacking: usize, unknown: usize) -> Row {
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

/// Counts of what is well, badly and not known.
type Counts = (usize, usize, usize);

#[derive(Clone, Debug)]
struct Scheme {
    certificates: Counts,
    care: Counts,
    faults: Counts,
    system: (u32, u32),
    reserve: Option<(i64, i64)>,
}

impl Scheme {
    fn contribution(&self) -> Contribution {
        let (fine, lacking, unknown) = self.certificates;
        let (on_time, late, untold) = self.care;
        let count = |count: usize| u64::try_from(count).expect("small");
        let mut own = Contribution::default()
            .systems(&[system(SystemType::Roof, self.system.0, self.system.1)])
            .certificates(&row(fine, lacking, unknown))
            .cared(count(on_time), count(late), count(untold));
        let open =
            [(self.faults.0, Some(&[][..])), (self.faults.1, Some(&[Severity::Serious][..])), (self.faults.2, None)];
        for (count, open) in open {
            own = (0..count).fold(own, |own, _| own.faulty(open, true));
        }
        own
    }

    fn score(&self, weights: &Weights) -> Score {
        let reserve = self.reserve.map(|(held_cents, needed_cents)| Reserve { held_cents, needed_cents });
        score(&self.contribution(), reserve, weights)
    }
}

fn counts() -> impl Strategy<Value = Counts> {
    (0_usize..4, 0_usize..4, 0_usize..3)
}

prop_compose! {
    fn any_scheme()(
        certificates in counts(), care in counts(), faults in counts(), system in (0_u32..=100, 0_u32..=100),
        reserve in prop::option::of((-100_i64..2_000, 0_i64..2_000)),
    ) -> Scheme {
        Scheme { certificates, care, faults, system, reserve }
    }
}

fn any_weights() -> impl Strategy<Value = Weights> {
    (prop::array::uniform4(0_u32..=20), 0_u32..=20).prop_map(|([compliance, care, reserve, faults], confidence)| {
        let weights =
            [100 - compliance - care - reserve - faults - confidence, compliance, care, reserve, faults, confidence];
        let named: Vec<(Part, u32)> = Part::ALL.iter().copied().zip(weights).collect();
        Weights::of(&named).unwrap_or_default()
    })
}

/// One thing of one part changes: from well, badly or not known to another of these.
fn changed(scheme: &Scheme, part: usize, from: usize, to: usize) -> Option<Scheme> {
    let mut scheme = scheme.clone();
    let counts = [&mut scheme.certificates, &mut scheme.care, &mut scheme.faults].into_iter().nth(part)?;
    let mut list = [counts.0, counts.1, counts.2];
    list[from] = list[from].checked_sub(1)?;
    list[to] += 1;
    *counts = (list[0], list[1], list[2]);
    Some(scheme)
}

const GOOD: usize = 0;
const BAD: usize = 1;
const UNKNOWN: usize = 2;

/// Of two scores that are told the second is no lower.
fn rises(before: &Score, now: &Score) -> bool {
    before.health.score.zip(now.health.score).is_none_or(|(before, now)| now >= before)
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn what_is_better_is_never_worse_and_finding_out_what_is_bad_never_better(scheme in any_scheme(), weights in any_weights(), part in 0_usize..3) {
        let before = scheme.score(&weights);
        for from in [BAD, UNKNOWN] {
            if let Some(now) = changed(&scheme, part, from, GOOD) {
                prop_assert!(rises(&before, &now.score(&weights)), "{from} became good: {before:?} {:?}", now.score(&weights));
            }
        }
        if let Some(now) = changed(&scheme, part, UNKNOWN, BAD) {
            let now = now.score(&weights);
            prop_assert!(rises(&now, &before), "what is not known became bad: {before:?} {now:?}");
            prop_assert!(now.health.confidence >= before.health.confidence);
        }
        let better = Scheme { system: ((scheme.system.0 + 7).min(100), scheme.system.1), ..scheme.clone() };
        prop_assert!(rises(&before, &better.score(&weights)));
        let richer = Scheme { reserve: scheme.reserve.map(|(held, needed)| (held + 50, needed)), ..scheme.clone() };
        prop_assert!(rises(&before, &richer.score(&weights)));
        prop_assert!(before.health.score.is_none_or(|score| score <= 100) && before.health.confidence <= 100);
    }

    #[test]
    fn what_is_not_known_is_never_as_good_as_known_and_good(scheme in any_scheme(), part in 0_usize..3) {
        let weights = Weights::default();
        if let Some(unknown) = changed(&scheme, part, GOOD, UNKNOWN) {
            let (before, now) = (scheme.score(&weights), unknown.score(&weights));
            let part = [Part::Compliance, Part::Care, Part::Faults][part];
            prop_assert!(now.part(part).hundredths < before.part(part).hundredths);
            prop_assert!(now.part(part).known_bp < before.part(part).known_bp);
        }
    }

    #[test]
    fn a_sum_that_follows_is_the_one_worked_out_anew(
        mut places in prop::collection::vec(any_scheme(), 1..8), changes in prop::collection::vec((any::<prop::sample::Index>(), any_scheme()), 0..8),
    ) {
        let anew = |places: &[Scheme]| places.iter().fold(Contribution::default(), |mut sum, place| {
            sum.add(&place.contribution());
            sum
        });
        let mut sum = anew(&places);
        for (at, now) in changes {
            let at = at.index(places.len());
            sum.replace(&places[at].contribution(), &now.contribution());
            places[at] = now;
        }
        prop_assert_eq!(sum, anew(&places));
    }
}
