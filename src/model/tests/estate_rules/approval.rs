//! Two of three trustees: every sequence of votes, and orders of arrival.

use super::rid;
use model::RecordId;
use model::estate::approval::{Matter, Outcome, Refusal, Rules, Say, Vote};

const ABOVE: i64 = 1_000_001;

fn rules(trustees: u128) -> Rules {
    Rules { threshold_cents: 1_000_000, needed: 2, panel: (1..=trustees).map(rid).collect(), conflicted: vec![] }
}

fn vote(by: u128, say: Say) -> Vote {
    Vote { by: rid(by), say }
}

#[test]
fn above_the_threshold_two_of_three_below_it_one() {
    let one = [vote(1, Say::Approve)];
    let both = [vote(1, Say::Approve), vote(3, Say::Approve)];
    let outcome = |trustees, cents, votes: &[Vote]| Matter::after(&rules(trustees), cents, votes).0.outcome();
    let rows = [
        (outcome(3, ABOVE, &one), Outcome::Open),
        (outcome(3, ABOVE, &both), Outcome::Approved),
        (outcome(3, 1_000_000, &one), Outcome::Approved),
        (outcome(3, 0, &[vote(2, Say::Decline)]), Outcome::Open),
        // A scheme of one unit has one trustee: who cannot be two.
        (outcome(1, ABOVE, &[]), Outcome::Stuck),
        (outcome(1, ABOVE, &one), Outcome::Stuck),
        (outcome(1, 5, &one), Outcome::Approved),
        (outcome(0, 5, &one), Outcome::Stuck),
    ];
    for (found, expected) in rows {
        assert_eq!(found, expected);
    }
    // A trustee is one, however often the panel names them.
    let twice = Rules { panel: vec![rid(1), rid(1), rid(2)], ..rules(0) };
    assert_eq!(Matter::after(&twice, ABOVE, &one).0.outcome(), Outcome::Open);
}

#[test]
fn two_approve_and_one_declines_in_the_same_second() {
    let votes = [vote(1, Say::Approve), vote(2, Say::Approve), vote(3, Say::Decline)];
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let arrived = order.map(|at: usize| votes[at]);
        let (matter, told) = Matter::after(&rules(3), ABOVE, &arrived);
        assert_eq!(matter.outcome(), Outcome::Approved, "{order:?}");
        // Only who comes after the decision is told that it was late.
        let late = told.iter().filter(|told| **told == Err(Refusal::Decided)).count();
        assert_eq!(late, usize::from(order[2] == 2), "{order:?}");
    }
}

#[test]
fn a_vote_is_changed_until_it_is_decided_and_a_recusal_stands() {
    let votes = [
        (vote(9, Say::Approve), Err(Refusal::NotTrustee)),
        (vote(1, Say::Decline), Ok(())),
        (vote(1, Say::Decline), Err(Refusal::Same)),
        (vote(1, Say::Approve), Ok(())),
        (vote(2, Say::Recuse), Ok(())),
        (vote(2, Say::Approve), Err(Refusal::Recused)),
        (vote(3, Say::Approve), Ok(())),
        (vote(1, Say::Decline), Err(Refusal::Decided)),
    ];
    let (matter, told) = Matter::after(&rules(3), ABOVE, &votes.map(|(vote, _)| vote));
    assert_eq!(told, votes.map(|(_, told)| told));
    assert_eq!(
        (matter.outcome(), matter.says(rid(1)), matter.says(rid(9))),
        (Outcome::Approved, Some(Say::Approve), None)
    );
    // Who has an interest from the start cannot vote, and two others are enough.
    let conflicted = Rules { conflicted: vec![rid(1)], ..rules(3) };
    let (matter, told) =
        Matter::after(&conflicted, ABOVE, &[vote(1, Say::Approve), vote(2, Say::Approve), vote(3, Say::Decline)]);
    assert_eq!((told[0], matter.outcome()), (Err(Refusal::Recused), Outcome::Declined));
}

/// What stands by the last thing that each said, without the machine: the oracle.
fn plain(says: [Option<Say>; 3]) -> Outcome {
    let count = |say| says.iter().filter(|own| **own == say).count();
    let (approved, declined, silent) = (count(Some(Say::Approve)), count(Some(Say::Decline)), count(None));
    match (approved, declined) {
        (2.., _) => Outcome::Approved,
        (approved, 1..) if approved + silent < 2 => Outcome::Declined,
        (approved, 0) if approved + silent < 2 => Outcome::Stuck,
        _ => Outcome::Open,
    }
}

#[test]
fn every_sequence_of_up_to_five_votes() {
    let all: Vec<Vote> = (1..=3).flat_map(|by| Say::ALL.iter().map(move |say| vote(by, *say))).collect();
    let mut stack = vec![(Matter::of(&rules(3), ABOVE), [None; 3], 0)];
    let mut seen = 0;
    while let Some((matter, says, length)) = stack.pop() {
        seen += 1;
        assert_eq!(matter.outcome(), plain(says), "{says:?}");
        if length == 5 {
            continue;
        }
        for (at, vote) in all.iter().enumerate() {
            let mut next = matter.clone();
            let told = next.vote(*vote);
            let own: Option<Say> = says[at / 3];
            let is_decided = matches!(matter.outcome(), Outcome::Approved | Outcome::Declined);
            assert_eq!(told.is_ok(), !is_decided && own != Some(Say::Recuse) && own != Some(vote.say));
            assert_eq!(next == matter, told.is_err(), "what does not count changes nothing");
            if told.is_ok() {
                let mut says = says;
                says[at / 3] = Some(vote.say);
                stack.push((next, says, length + 1));
            }
        }
    }
    assert!(seen > 1_000);
}

#[test]
fn where_each_votes_once_the_order_of_arrival_changes_nothing() {
    let outcome =
        |votes: [(u128, Say); 3]| Matter::after(&rules(3), ABOVE, &votes.map(|(by, say)| vote(by, say))).0.outcome();
    for first in Say::ALL {
        for second in Say::ALL {
            for third in Say::ALL {
                let (a, b, c) = ((1, *first), (2, *second), (3, *third));
                let orders = [[a, b, c], [a, c, b], [b, a, c], [b, c, a], [c, a, b], [c, b, a]].map(outcome);
                assert!(orders.iter().all(|one| *one == orders[0]), "{first} {second} {third}: {orders:?}");
                assert_ne!(orders[0], Outcome::Open);
            }
        }
    }
    // Where somebody changes their mind it has to: before the second approval it counts, after it does not.
    let [a, b] = [vote(1, Say::Approve), vote(2, Say::Approve)];
    let change = vote(1, Say::Decline);
    let of = |votes: &[Vote]| Matter::after(&rules(3), ABOVE, votes).0.outcome();
    assert_eq!((of(&[a, change, b]), of(&[a, b, change])), (Outcome::Open, Outcome::Approved));
}

#[test]
fn who_is_no_trustee_is_nobody_here() {
    let stranger: RecordId = rid(77);
    let matter = Matter::of(&rules(3), ABOVE);
    for say in Say::ALL {
        assert_eq!(matter.check(Vote { by: stranger, say: *say }), Err(Refusal::NotTrustee));
    }
    assert_eq!(matter.needed(), 2);
}
