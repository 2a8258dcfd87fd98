//! What has to hold of the score of every scheme.

use super::cases;
use super::score::{row, system};
use model::entry::Severity;
use model::estate::score::{Contribution, Part, Reserve, Score, Weights, score};
use model::system::SystemType;
use proptest::prelude::*;

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
