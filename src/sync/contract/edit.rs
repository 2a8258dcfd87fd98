//! Edits: nothing that a person wrote is lost, doubled or out of order.

use super::Site;
use super::sample::{cursor, edit, edits, key, page, record, record_id, shown, space};
use crate::store::{Queued, Refusal, Settlement, Store, StoreError};
use wire::{ErrorCode, Outcome};

/// More edits than fit into one value of any store.
const MANY: u64 = 450;

fn waiting(edits: Vec<model::Edit>) -> Vec<Queued> {
    edits.into_iter().map(|edit| Queued { edit, refused: None }).collect()
}

fn refusal() -> Outcome {
    Outcome::Refused { code: ErrorCode::Invalid, faults: Vec::new() }
}

/// A save is kept whole, or not at all.
pub async fn saves_all_edits_or_none(site: &impl Site) {
    let store = site.open("save").await;
    store.save(space(1), &edits(0..2)).await.unwrap();
    site.set_full(&store, true);
    assert_eq!(store.save(space(1), &edits(2..MANY)).await, Err(StoreError::Full));
    assert_eq!(store.outbox(space(1)).await.unwrap(), waiting(edits(0..2)));
    site.set_full(&store, false);
    store.save(space(1), &edits(2..MANY)).await.unwrap();
    assert_eq!(store.outbox(space(1)).await.unwrap(), waiting(edits(0..MANY)));
}

/// One save goes behind another, whatever the ids and stamps are.
pub async fn keeps_edits_in_the_order_in_which_they_were_made(site: &impl Site) {
    let store = site.open("order").await;
    let mut made = edits(0..MANY);
    made.extend([edit(9_000), edit(8_000), edit(7_000)]);
    store.save(space(1), &made[..MANY as usize]).await.unwrap();
    store.save(space(1), &[]).await.unwrap();
    for edit in &made[MANY as usize..] {
        store.save(space(1), std::slice::from_ref(edit)).await.unwrap();
    }
    assert_eq!(store.outbox(space(1)).await.unwrap(), waiting(made.clone()));
    assert_eq!(store.open(space(1)).await.unwrap().outbox, waiting(made));
}

/// Accepted edits leave, refused ones are marked, what nobody waits for is ignored.
pub async fn settles_accepted_and_refused_edits(site: &impl Site) {
    let store = site.open("settle").await;
    store.save(space(1), &edits(0..4)).await.unwrap();
    let settlement = Settlement {
        accepted: vec![key(0), key(2), key(77)],
        records: vec![record(0, 1), record(2, 2)],
        refused: vec![(key(1), refusal()), (key(78), refusal())],
        cursor: Some(cursor(2)),
    };
    store.settle(space(1), &settlement).await.unwrap();
    let expected = vec![
        Queued { edit: edit(1), refused: Some(Refusal::new(&refusal())) },
        Queued { edit: edit(3), refused: None },
    ];
    let opened = store.open(space(1)).await.unwrap();
    assert_eq!(opened.outbox, expected);
    assert_eq!(shown(&opened).into_values().collect::<Vec<_>>(), [record(0, 1), record(2, 2)]);
    assert_eq!(opened.cursor, Some(cursor(2)));

    store.settle(space(1), &Settlement { accepted: vec![key(1), key(3)], ..Settlement::default() }).await.unwrap();
    let opened = store.open(space(1)).await.unwrap();
    assert_eq!(opened.outbox, []);
    assert_eq!(opened.cursor, Some(cursor(2)), "a settlement without a cursor leaves it");
    assert!(shown(&opened).contains_key(&record_id(0)));
}

/// An answered edit is found wherever it stands.
pub async fn settles_edits_behind_many_others(site: &impl Site) {
    let store = site.open("settle-far").await;
    for n in 0..120 {
        store.save(space(1), &[edit(n)]).await.unwrap();
    }
    store.save(space(1), &edits(120..MANY)).await.unwrap();
    let settlement = Settlement {
        accepted: vec![key(119), key(MANY - 1)],
        refused: vec![(key(3), refusal())],
        ..Settlement::default()
    };
    store.settle(space(1), &settlement).await.unwrap();
    let mut expected = waiting(edits(0..MANY));
    expected[3].refused = Some(Refusal::new(&refusal()));
    expected.retain(|queued| ![key(119), key(MANY - 1)].contains(&queued.edit.key));
    assert_eq!(store.outbox(space(1)).await.unwrap(), expected);
    let rest = Settlement { accepted: (0..MANY).map(key).collect(), ..Settlement::default() };
    store.settle(space(1), &rest).await.unwrap();
    assert_eq!(store.outbox(space(1)).await.unwrap(), []);
    store.save(space(1), &[edit(5)]).await.unwrap();
    assert_eq!(store.outbox(space(1)).await.unwrap(), waiting(vec![edit(5)]), "an emptied outbox takes edits again");
}

/// What is to be sent is the oldest that was not refused, however much of what was refused stands before it.
pub async fn lists_what_is_unsent(site: &impl Site) {
    let store = site.open("unsent").await;
    assert_eq!(store.unsent(space(1), 9).await.unwrap(), []);
    store.save(space(1), &edits(0..4 * MANY)).await.unwrap();
    let refused = (0..3 * MANY).chain([3 * MANY + 1]).map(|n| (key(n), refusal())).collect();
    store.settle(space(1), &Settlement { refused, ..Settlement::default() }).await.unwrap();
    let mut expected = edits(3 * MANY..4 * MANY);
    expected.remove(1);
    assert_eq!(store.unsent(space(1), 3).await.unwrap(), expected[..3]);
    assert_eq!(store.unsent(space(1), 4 * MANY as usize).await.unwrap(), expected);
    assert_eq!(store.unsent(space(2), 3).await.unwrap(), []);
}

/// A settlement that cannot be kept leaves the edits waiting.
pub async fn settles_all_or_nothing(site: &impl Site) {
    let store = site.open("settle-full").await;
    store.save(space(1), &edits(0..2)).await.unwrap();
    store.apply(space(1), &page(space(1), []), cursor(0), false).await.unwrap();
    let settlement = Settlement {
        accepted: vec![key(0)],
        records: vec![record(0, 1)],
        refused: vec![(key(1), refusal())],
        cursor: Some(cursor(1)),
    };
    site.set_full(&store, true);
    assert_eq!(store.settle(space(1), &settlement).await, Err(StoreError::Full));
    site.set_full(&store, false);
    let opened = store.open(space(1)).await.unwrap();
    assert_eq!((opened.outbox, opened.records.len(), opened.cursor), (waiting(edits(0..2)), 0, Some(cursor(0))));
}

/// A person lets one edit go; the others stay.
pub async fn discards_one_edit(site: &impl Site) {
    let store = site.open("discard").await;
    store.save(space(1), &edits(0..3)).await.unwrap();
    store.settle(space(1), &Settlement { refused: vec![(key(1), refusal())], ..Settlement::default() }).await.unwrap();
    store.discard(space(2), key(1)).await.unwrap();
    store.discard(space(1), key(99)).await.unwrap();
    assert_eq!(store.outbox(space(1)).await.unwrap().len(), 3, "neither another space nor an unknown key touches it");
    store.discard(space(1), key(1)).await.unwrap();
    assert_eq!(store.outbox(space(1)).await.unwrap(), waiting(vec![edit(0), edit(2)]));
}
