//! What is done in one act is sent in one batch.

use crate::tale::{HOME, Tale, accepted, edit_of, whole};
use model::{Edit, EditKey, RecordId};
use proptest::prelude::*;
use std::collections::{BTreeSet, HashSet, VecDeque};
use sync::{Effect, Event};
use uuid::Uuid;
use wire::push::EDITS_MAX;

/// The outbox of a device: acts of so many edits with so many bytes each, and between them edits of their own.
fn outbox(acts: &[(usize, usize, bool)]) -> Vec<Edit> {
    let mut edits = Vec::new();
    for (number, (count, bytes, is_act)) in (1..).zip(acts) {
        for at in 0..*count {
            let edit = edit_of(edits.len() as u128 + 1, &"x".repeat(*bytes));
            let key = EditKey::in_act(RecordId(Uuid::from_u128(number)), RecordId(Uuid::from_u128(at as u128)));
            edits.push(if *is_act { Edit { key, ..edit } } else { edit });
        }
    }
    edits
}

/// The batches in which all of it is sent, each answered and kept at once.
fn batches(outbox: &[Edit]) -> Vec<Vec<Edit>> {
    let mut machine = Tale::in_step(5).machine;
    let (mut waiting, mut head, mut sent) = (outbox.to_vec(), 5, Vec::new());
    let mut todo = VecDeque::from(machine.step(Event::Edited(HOME)));
    while let Some(effect) = todo.pop_front() {
        let event = match effect {
            Effect::Load { errand, limit } => Event::Loaded(errand, waiting.iter().take(limit).cloned().collect()),
            Effect::Push(errand, edits) => {
                let reply = accepted(head, &edits);
                head = reply.head;
                sent.push(edits);
                Event::Pushed(errand, reply)
            }
            Effect::Settle(errand, edits, reply) => {
                let keys: HashSet<EditKey> = edits.iter().map(|edit| edit.key).collect();
                waiting.retain(|edit| !keys.contains(&edit.key));
                Event::Settled { errand, unsent: waiting.len(), cursor: Some(whole(reply.head)) }
            }
            _ => continue,
        };
        todo.extend(machine.step(event));
    }
    sent
}

#[test]
fn an_act_that_no_push_can_take_is_sent_in_parts() {
    let sizes = |acts: &[(usize, usize, bool)]| batches(&outbox(acts)).iter().map(Vec::len).collect::<Vec<_>>();
    assert_eq!(sizes(&[(EDITS_MAX - 1, 0, false), (3, 0, true)]), [EDITS_MAX - 1, 3]);
    assert_eq!(sizes(&[(1, 0, false), (EDITS_MAX, 0, true), (2, 0, true)]), [1, EDITS_MAX, 2]);
    assert_eq!(sizes(&[(EDITS_MAX + 5, 0, true)]), [EDITS_MAX, 5]);
    assert_eq!(
        sizes(&[(2, 900_000, true), (1, 0, false)]),
        [2, 1],
        "more bytes than a batch has, and fewer than a push"
    );
    assert_eq!(sizes(&[(2, 1_600_000, true)]), [1, 1]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(12))]

    #[test]
    fn an_act_is_sent_in_one_batch(acts in prop::collection::vec((1_usize..900, 0_usize..700, any::<bool>()), 1..16)) {
        let waiting = outbox(&acts);
        let sent = batches(&waiting);
        let keys = |edits: &[Edit]| edits.iter().map(|edit| edit.key).collect::<Vec<_>>();
        prop_assert_eq!(keys(&sent.concat()), keys(&waiting), "all of it, once and in order");
        let acts = sent.iter().map(|batch| batch.iter().filter_map(|edit| edit.key.act()).collect::<BTreeSet<_>>());
        let acts: Vec<BTreeSet<u64>> = acts.collect();
        let all: BTreeSet<u64> = acts.iter().flatten().copied().collect();
        prop_assert_eq!(acts.iter().map(BTreeSet::len).sum::<usize>(), all.len(), "none is cut");
        prop_assert!(sent.iter().all(|batch| !batch.is_empty() && batch.len() <= EDITS_MAX));
    }
}
