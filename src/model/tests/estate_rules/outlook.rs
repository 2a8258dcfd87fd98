//! The suppliers' outlook, and an attacker who adds, alters and removes homes and reads every publication.

use super::cases;
use model::AccountId;
use model::estate::month::Month;
use model::estate::outlook::{HOLDERS, Home, LEAST, Ledger, MOST, Need, Planned, Published, STEP, needs};
use proptest::prelude::*;
use uuid::Uuid;

fn month(number: i32) -> Month {
    Month::new(2026, 1).expect("a month").plus(number)
}

fn home(holder: u128, quantity: i64) -> Home {
    let need = Need { month: month(3), family: "Geyser element".into(), quantity };
    Home { holder: AccountId(Uuid::from_u128(holder)), suburb: "Rondebosch".into(), agreed: true, needs: vec![need] }
}

fn homes(count: u128, quantity: i64) -> Vec<Home> {
    (1..=count).map(|holder| home(holder, quantity)).collect()
}

/// What a first publication says of homes.
fn told(homes: &[Home]) -> Option<i64> {
    let mut ledger = Ledger::default();
    ledger.publish(month(0), homes).expect("the first");
    ledger.figures().values().next().map(|figure| figure.quantity)
}

#[test]
fn a_figure_is_told_of_eleven_holders_and_thirty_units_on() {
    let with = |change: fn(&mut Home)| {
        let mut homes = homes(11, 3_000);
        change(&mut homes[0]);
        homes
    };
    let rows = [
        (homes(11, 3_000), Some(30_000)),
        (homes(10, 9_000), None),
        (homes(11, 2_700), None),
        (homes(12, 2_900), Some(30_000)),
        (homes(12, 2_917), Some(40_000)),
        (with(|home| home.agreed = false), None),
        (with(|home| home.needs.clear()), None),
        (with(|home| home.needs[0].quantity = -5), None),
        // More than the most counts as that.
        (with(|home| home.needs[0].quantity = i64::MAX), Some(40_000)),
        (with(|home| home.suburb = "Newlands".into()), None),
        (with(|home| home.suburb = "  rondebosch ".into()), Some(30_000)),
    ];
    for (homes, expected) in rows {
        assert_eq!(told(&homes), expected, "{:?}", homes[0]);
    }
    assert_eq!((HOLDERS, LEAST, MOST, STEP), (11, 30_000, 10_000, 10_000));
}

#[test]
fn many_homes_of_one_holder_are_one() {
    // Nine of the attacker's own and one of somebody else's are no ten.
    let mut own: Vec<Home> = (0..20).map(|_| home(99, 10_000)).collect();
    own.push(home(1, 7_000));
    assert_eq!(told(&own), None);
    let crowd = [homes(11, 3_000), vec![home(99, 5_000); 9]].concat();
    assert_eq!(told(&crowd), Some(40_000), "thirty-three and at most ten");
}

#[test]
fn what_was_published_stays_whoever_leaves() {
    let mut ledger = Ledger::default();
    assert_eq!(ledger.publish(month(0), &homes(11, 3_000)), Ok(1));
    let first = ledger.clone();
    // Homes leave, alter what they need, and others come: the figure was told, and is not told again.
    assert_eq!(ledger.publish(month(1), &homes(10, 9_000)), Ok(0));
    assert_eq!(ledger.publish(month(2), &homes(40, 9_000)), Ok(0));
    assert_eq!(ledger.figures(), first.figures());
    assert_eq!(ledger.publish(month(2), &homes(40, 9_000)), Err(Published(month(2))));
    assert_eq!(ledger.publish(month(0), &homes(40, 9_000)), Err(Published(month(2))));
    // What has begun or lies too far ahead is not told.
    for published in [-9, -4, 3, 4] {
        assert_eq!(Ledger::default().publish(month(published), &homes(11, 3_000)), Ok(0), "{published}");
    }
}

#[test]
fn planned_tasks_times_their_parts() {
    let parts = [("Anode".to_owned(), 1_000), (" Drip  tray".to_owned(), 500), ("Nothing".to_owned(), 0)];
    let months = [month(1), month(4)];
    let found = needs(&[Planned { months: &months, parts: &parts }]);
    let found: Vec<_> = found.iter().map(|need| (need.month, need.family.as_str(), need.quantity)).collect();
    let expected = [(1, "anode", 1_000), (1, "drip tray", 500), (4, "anode", 1_000), (4, "drip tray", 500)];
    assert_eq!(found, expected.map(|(number, family, quantity)| (month(number), family, quantity)));
}

/// The homes at one publication: of the attacker's holder, of the home that it is after, and of others.
#[derive(Clone, Debug)]
struct Scene {
    attackers: Vec<i64>,
    victim: Option<i64>,
    others: Vec<i64>,
}

const ATTACKER: u128 = 1_000;
const VICTIM: u128 = 2_000;

impl Scene {
    fn homes(&self) -> Vec<Home> {
        let own = self.attackers.iter().map(|quantity| home(ATTACKER, *quantity));
        let victim = self.victim.map(|quantity| home(VICTIM, quantity));
        let others = self.others.iter().zip(1..).map(|(quantity, holder)| home(holder, *quantity));
        own.chain(victim).chain(others).collect()
    }

    /// The same moment as the attacker would have seen it had the victim needed something else: what others need makes up for it. Where nothing is told
    /// nobody else need have been there.
    fn otherwise(&self, victim: Option<i64>) -> Self {
        let mut scene = Self { attackers: self.attackers.clone(), victim, others: vec![] };
        if told(&self.homes()).is_some() {
            let of = |quantities: &[i64]| quantities.iter().map(|quantity| (*quantity).clamp(0, MOST)).sum::<i64>();
            let rest = of(&self.others) + of(self.victim.as_slice()) - of(victim.as_slice());
            let count = (rest + MOST - 1).div_euclid(MOST).max(11);
            scene.others = (0..count).map(|at| (rest * (at + 1)) / count - (rest * at) / count).collect();
        }
        scene
    }
}

prop_compose! {
    fn any_scene()(
        attackers in prop::collection::vec(-2_000_i64..14_000, 0..5),
        victim in prop::option::of(0_i64..=MOST),
        others in prop_oneof![prop::collection::vec(1_i64..=MOST, 7..14), prop::collection::vec(1_i64..5_000, 9..13)],
    ) -> Scene {
        Scene { attackers, victim, others }
    }
}

fn published(scenes: &[Scene]) -> (Vec<Ledger>, usize) {
    let mut ledger = Ledger::default();
    let after = |(scene, at): (&Scene, i32)| {
        ledger.publish(month(at - 3), &scene.homes()).expect("months follow each other");
        ledger.clone()
    };
    let ledgers: Vec<Ledger> = scenes.iter().zip(0..).map(after).collect();
    let told = ledgers.last().map_or(0, |ledger| ledger.figures().len());
    (ledgers, told)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 256, ..cases() })]

    /// The guarantee of `outlook`: whatever the attacker did, and whatever was published, the victim may as well have needed anything else, or not taken part.
    #[test]
    fn an_attacker_learns_nothing_about_one_home(
        mut scenes in prop::collection::vec(any_scene(), 1..6),
        instead in prop::collection::vec(prop::option::of(0_i64..=MOST), 6),
        is_steady in any::<bool>(),
    ) {
        if is_steady {
            // Only the attacker moves: what it sees change, it did itself.
            let first = scenes[0].clone();
            for scene in &mut scenes {
                (scene.victim, scene.others) = (first.victim, first.others.clone());
            }
        }
        let (seen, _) = published(&scenes);
        for constant in [None, Some(0), Some(1), Some(MOST)] {
            let other: Vec<Scene> = scenes.iter().map(|scene| scene.otherwise(constant)).collect();
            prop_assert_eq!(&published(&other).0, &seen, "the victim with {:?}", constant);
        }
        let other: Vec<Scene> = scenes.iter().zip(instead).map(|(scene, victim)| scene.otherwise(victim)).collect();
        prop_assert!(other.iter().zip(&scenes).all(|(other, scene)| other.attackers == scene.attackers));
        prop_assert_eq!(published(&other).0, seen);
    }

    #[test]
    fn what_is_told_is_a_multiple_of_ten_and_near_the_truth(scene in any_scene()) {
        let total: i64 = scene.victim.into_iter().chain(scene.others.iter().copied()).map(|one| one.clamp(0, MOST)).sum();
        let own: i64 = scene.attackers.iter().filter(|one| **one > 0).sum::<i64>().min(MOST);
        if let Some(quantity) = told(&scene.homes()) {
            prop_assert!(quantity % STEP == 0 && quantity >= LEAST && (quantity - total - own).abs() <= STEP / 2);
        }
    }
}

#[test]
fn the_scenes_of_the_attacker_are_told_often_enough_to_test_anything() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::TestRunner;
    let mut runner = TestRunner::deterministic();
    let told = (0..200).filter(|_| {
        let scene = any_scene().new_tree(&mut runner).expect("a scene").current();
        told(&scene.homes()).is_some()
    });
    let told = told.count();
    assert!((40..=170).contains(&told), "{told} of 200");
}
