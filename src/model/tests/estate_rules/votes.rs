//! Matters put to trustees, as their letters say them: who decides, what counts, and that the order of the server alone decides.

use super::{cases, day, rid};
use model::estate::approval::{Outcome, Refusal, Say};
use model::scheme::motion::{is_above, needed};
use model::scheme::{Motion, Offer, Scheme, Vote};
use model::{AccountId, Body, Edit, EditKey, Instant, Letter, Record, RecordId, Stamp};
use proptest::prelude::*;
use uuid::Uuid;

const MOTION: u128 = 900;

fn member(number: u128) -> AccountId {
    AccountId(Uuid::from_u128(number))
}

fn motion() -> Motion {
    let offer = |cents| Offer { cents: Some(cents), ..Offer::default() };
    Motion {
        title: "Roof".into(),
        cents: Some(5),
        offers: vec![offer(7_000_000), offer(8_000_000)],
        chosen: Some(1),
        panel: vec![member(1), member(2), member(3)],
        names: vec!["Ann".into(), String::new()],
        needed: 2,
        put_on: Some(day("2026-11-27")),
        ..Motion::default()
    }
}

/// A vote as the server numbered it; with no number it waits to be sent.
fn cast(id: u128, rev: u64, by: u128, say: Say) -> Record {
    let vote = Vote {
        motion: Some(rid(MOTION)),
        member: Some(member(by)),
        say,
        name: "Somebody".into(),
        at: Some(Instant(0)),
        ..Vote::default()
    };
    let (key, id, kind) = (EditKey::default(), rid(id), Vote::KIND.to_owned());
    let edit = Edit { key, id, kind, stamp: Stamp::default(), fields: Body::seal(&vote.fields()) };
    Record { rev, ..Record::first(&edit) }
}

fn outcome(records: &[Record]) -> Outcome {
    motion().ballot(rid(MOTION), records).matter.outcome()
}

#[test]
fn a_scheme_says_what_needs_how_many() {
    let scheme = |from, approvals| Scheme { approval_from: from, approvals, ..Scheme::default() };
    let rows = [
        (None, 1, 2, false),
        (Some(scheme(None, None)), 1, 2, false),
        (Some(scheme(Some(100), None)), 100, 1, false),
        (Some(scheme(Some(100), None)), 101, 2, true),
        (Some(scheme(Some(100), Some(3))), 101, 3, true),
        (Some(scheme(Some(100), Some(0))), 101, 1, true),
        (Some(scheme(None, Some(3))), 0, 3, false),
    ];
    for (scheme, cents, expected, above) in rows {
        let scheme = scheme.as_ref();
        assert_eq!((needed(scheme, cents), is_above(scheme, cents)), (expected, above), "{cents} {scheme:?}");
    }
}

#[test]
fn a_matter_costs_what_is_proposed_and_knows_its_panel() {
    let motion = motion();
    assert_eq!(motion.cost(), 8_000_000);
    assert_eq!(Motion { chosen: Some(9), ..motion.clone() }.cost(), 5);
    assert_eq!(Motion { chosen: None, cents: None, ..motion.clone() }.cost(), 0);
    let names: Vec<Option<&str>> = (1..=4).map(|number| motion.name_of(member(number))).collect();
    assert_eq!(names, [Some("Ann"), None, None, None]);
}

#[test]
fn votes_count_as_the_server_numbered_them_and_late_ones_are_kept() {
    // What stands first among the records came last.
    let records = [cast(1, 12, 3, Say::Decline), cast(2, 11, 2, Say::Approve), cast(3, 10, 1, Say::Approve)];
    let ballot = motion().ballot(rid(MOTION), &records);
    assert_eq!(ballot.matter.outcome(), Outcome::Approved);
    let told: Vec<_> = ballot.votes.iter().map(|(vote, told)| (vote.say, *told)).collect();
    assert_eq!(told, [(Say::Approve, Ok(())), (Say::Approve, Ok(())), (Say::Decline, Err(Refusal::Decided))]);
    // The same twice is one, and who is not of the panel counts for nothing.
    assert_eq!(outcome(&[cast(1, 1, 1, Say::Approve), cast(2, 2, 1, Say::Approve)]), Outcome::Open);
    assert_eq!(outcome(&[cast(1, 1, 1, Say::Approve), cast(2, 2, 9, Say::Approve)]), Outcome::Open);
    // One that waits to be sent comes after all that the server has.
    let waiting = [cast(1, 0, 3, Say::Decline), cast(2, 5, 1, Say::Approve), cast(3, 6, 2, Say::Approve)];
    assert_eq!(motion().ballot(rid(MOTION), &waiting).votes[2].1, Err(Refusal::Decided));
    assert!(motion().is_approved(rid(MOTION), &waiting));
    assert!(!motion().is_approved(rid(1), &waiting));
}

fn said() -> impl Strategy<Value = Vec<(u128, Say)>> {
    let say = prop::sample::select(Say::ALL);
    prop::collection::vec((1_u128..=4, say), 0..9)
}

proptest! {
    #![proptest_config(cases())]

    /// However records lie on a device, its ballot is that of every other.
    #[test]
    fn every_device_says_the_same(said in said(), turn in 0_usize..9, flip in any::<bool>()) {
        let mut records: Vec<Record> = said
            .iter()
            .zip(1_u64..)
            // Ids say nothing of the order.
            .map(|((by, say), rev)| cast(u128::from(97 * rev % 89), rev, *by, *say))
            .collect();
        let first = motion().ballot(rid(MOTION), &records);
        let turned = turn.min(records.len());
        records.rotate_left(turned);
        if flip {
            records.reverse();
        }
        prop_assert_eq!(&motion().ballot(rid(MOTION), &records), &first);
        prop_assert_eq!(first.votes.len(), records.len());
    }

    /// What was decided stays decided, whatever comes later; and two always decide against one.
    #[test]
    fn nothing_later_takes_a_decision_back(said in said(), later in said()) {
        let numbered = |said: &[(u128, Say)]| -> Vec<Record> {
            said.iter().zip(1_u64..).map(|((by, say), rev)| cast(u128::from(rev), rev, *by, *say)).collect()
        };
        let before = outcome(&numbered(&said));
        let after = outcome(&numbered(&[said, later].concat()));
        if matches!(before, Outcome::Approved | Outcome::Declined) {
            prop_assert_eq!(after, before);
        }
    }

    /// Two approve and one declines: approved, in whichever order they arrive.
    #[test]
    fn two_against_one(first in 0_u64..3, second in 0_u64..2) {
        let mut revs = vec![1, 2, 3];
        let decline = revs.remove(usize::try_from(first).unwrap_or(0));
        let approve = revs.remove(usize::try_from(second).unwrap_or(0));
        let votes = [cast(7, decline, 3, Say::Decline), cast(8, approve, 1, Say::Approve), cast(9, revs[0], 2, Say::Approve)];
        prop_assert_eq!(outcome(&votes), Outcome::Approved);
    }
}

/// An id that stands for nothing else here.
#[test]
fn members_and_records_have_ids_alike() {
    assert_eq!(model::scheme::motion::trustee(member(7)), RecordId(Uuid::from_u128(7)));
}
