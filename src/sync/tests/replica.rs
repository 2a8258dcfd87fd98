//! A space in memory: what it shows, and what a push's answers make of it.

use model::{AccountId, Body, DeviceId, Edit, EditKey, Instant, Record, RecordId, SpaceId, Stamp};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use sync::{Opened, Queued, Replica};
use uuid::Uuid;
use wire::push::{Answer, Outcome};
use wire::{Cursor, ErrorCode, Page, PushReply};

const HOME: SpaceId = SpaceId(Uuid::from_u128(1));
const SCOPE: u64 = 3;

fn stamp(at_ms: u64) -> Stamp {
    Stamp { at_ms, count: 0, device: DeviceId(1) }
}

/// An edit of record 1 with its time as its key.
fn edit(at_ms: u64, fields: Value) -> Edit {
    let fields = Body::seal(fields.as_object().expect("an object"));
    let (key, id) = (EditKey(Uuid::from_u128(at_ms.into())), RecordId(Uuid::from_u128(1)));
    Edit { key, id, kind: "contact".into(), stamp: stamp(at_ms), fields }
}

fn record(rev: u64, fields: Value) -> Record {
    Record { rev, by: Some(AccountId::default()), at: Some(Instant(1)), ..Record::first(&edit(1, fields)) }
}

fn page(records: Vec<Record>) -> Page {
    Page { space: HOME, scope: SCOPE, head: 9, more: false, total: records.len() as u64, records }
}

fn cursor(after: u64) -> Cursor {
    Cursor { after, before: None, scope: SCOPE }
}

/// A device that has record 1 as it was at revision 4, and its cursor there.
fn device(cursor: Cursor) -> Replica {
    let mut replica = Replica::default();
    replica.pulled(page(vec![record(4, json!({"name": "Ann", "phone": "1"}))]), cursor, true);
    replica
}

fn accepted(edit: &Edit, rev: u64) -> Answer {
    Answer {
        key: edit.key,
        outcome: Outcome::Accepted { rev, stamp: edit.stamp, by: AccountId::default(), at: Instant(2) },
    }
}

fn reply(before: u64, head: u64, answers: Vec<Answer>) -> PushReply {
    PushReply { scope: SCOPE, before, head, answers }
}

fn shown(replica: &Replica) -> Option<Value> {
    replica.shown(RecordId(Uuid::from_u128(1))).map(|record| Value::Object(record.body.open()))
}

/// Takes the answers in; the revision and the fields of the record that was worked out, and the cursor.
fn settle(replica: &mut Replica, edits: &[Edit], reply: &PushReply) -> (Option<(u64, Value)>, Option<u64>) {
    let settlement = replica.settlement(edits, reply);
    replica.settled(&settlement);
    let worked_out = settlement.records.first().map(|record| (record.rev, Value::Object(record.body.open())));
    (worked_out, settlement.cursor.map(|cursor| cursor.after))
}

#[test]
fn what_waits_is_shown_on_top_of_what_was_pulled_refused_or_not() {
    let mut replica = device(cursor(4));
    let (rename, ring) = (edit(10, json!({"name": "Bea"})), edit(11, json!({"phone": "2"})));
    assert_eq!(replica.edited(&[rename.clone(), ring.clone()]), [rename.id, rename.id]);
    assert_eq!(shown(&replica), Some(json!({"name": "Bea", "phone": "2"})));
    assert_eq!((replica.unsent(), replica.have()), (2, 1));

    let refused = Answer { key: rename.key, outcome: Outcome::Refused { code: ErrorCode::Invalid, faults: vec![] } };
    let both = [rename.clone(), ring.clone()];
    settle(&mut replica, &both, &reply(4, 5, vec![refused, accepted(&ring, 5)]));
    assert_eq!(shown(&replica), Some(json!({"name": "Bea", "phone": "2"})));
    assert_eq!((replica.unsent(), replica.outbox().len()), (0, 1));

    assert_eq!(replica.discarded(rename.key), Some(rename.id));
    assert_eq!(replica.discarded(rename.key), None);
    assert_eq!(shown(&replica), Some(json!({"name": "Ann", "phone": "2"})));
    let mut all = replica.all();
    assert_eq!(all.pop().as_ref(), replica.shown(rename.id).as_deref());
    assert!(all.is_empty());
}

#[test]
fn a_push_that_nobody_came_between_is_worked_out_exactly_and_moves_the_cursor() {
    let mut replica = device(cursor(4));
    let edits = [edit(10, json!({"name": "Bea"})), edit(11, json!({"phone": null}))];
    replica.edited(&edits);
    let answers = vec![accepted(&edits[0], 5), accepted(&edits[1], 6)];
    let expected = (Some((6, json!({"name": "Bea"}))), Some(6));
    assert_eq!(settle(&mut replica, &edits, &reply(4, 6, answers)), expected);
    assert_eq!((replica.outbox().len(), replica.cursor()), (0, Some(cursor(6))));
}

#[test]
fn a_push_that_somebody_came_between_is_only_near_and_gives_way_to_the_servers_copy() {
    let mut replica = device(cursor(4));
    let rename = [edit(10, json!({"name": "Bea"}))];
    replica.edited(&rename);
    // Revision 5 is somebody else's, perhaps of this very record.
    let near = settle(&mut replica, &rename, &reply(5, 6, vec![accepted(&rename[0], 6)]));
    assert_eq!(near, (Some((5, json!({"name": "Bea", "phone": "1"}))), None));
    let servers = record(6, json!({"name": "Bea", "phone": "3"}));
    replica.pulled(page(vec![servers]), cursor(6), false);
    assert_eq!(shown(&replica), Some(json!({"name": "Bea", "phone": "3"})));
}

#[test]
fn a_record_whose_very_next_revision_it_is_is_exact_whatever_else_was_missed() {
    let mut replica = device(cursor(3));
    let rename = [edit(10, json!({"name": "Bea"}))];
    let exact = settle(&mut replica, &rename, &reply(4, 5, vec![accepted(&rename[0], 5)]));
    assert_eq!(exact, (Some((5, json!({"name": "Bea", "phone": "1"}))), None));
}

#[test]
fn during_the_first_sync_only_a_record_that_is_here_is_exact() {
    let midway = Cursor { before: Some(4), ..cursor(8) };
    let rename = [edit(10, json!({"name": "Bea"}))];
    let answers = || reply(8, 9, vec![accepted(&rename[0], 9)]);
    assert_eq!(settle(&mut device(midway), &rename, &answers()).1, Some(9));

    let mut without = Replica::default();
    without.pulled(page(vec![]), midway, true);
    assert_eq!(settle(&mut without, &rename, &answers()), (Some((8, json!({"name": "Bea"}))), None));
}

#[test]
fn an_answer_that_is_older_than_what_was_pulled_changes_no_record() {
    let mut replica = device(cursor(4));
    let rename = [edit(10, json!({"name": "Bea"}))];
    replica.edited(&rename);
    assert_eq!(settle(&mut replica, &rename, &reply(4, 4, vec![accepted(&rename[0], 4)])), (None, Some(4)));
    assert_eq!(shown(&replica), Some(json!({"name": "Ann", "phone": "1"})));
    assert!(replica.outbox().is_empty());
}

#[test]
fn another_access_moves_no_cursor() {
    let rename = [edit(10, json!({"name": "Bea"}))];
    let other = PushReply { scope: SCOPE + 1, ..reply(4, 5, vec![accepted(&rename[0], 5)]) };
    assert_eq!(settle(&mut device(cursor(4)), &rename, &other).1, None);
}

#[test]
fn answers_to_edits_that_nobody_waits_for_are_left() {
    let mut replica = device(cursor(4));
    let known = [edit(10, json!({"name": "Bea"}))];
    let stranger = edit(99, json!({"name": "Cas"}));
    assert_eq!(settle(&mut replica, &known, &reply(4, 5, vec![accepted(&stranger, 5)])).0, None);
    assert_eq!(shown(&replica), Some(json!({"name": "Ann", "phone": "1"})));
}

#[test]
fn beginning_anew_drops_what_was_pulled_and_keeps_what_waits() {
    let mut replica = device(cursor(4));
    let ring = edit(10, json!({"phone": "2"}));
    replica.edited(std::slice::from_ref(&ring));
    let touched = replica.pulled(page(vec![]), cursor(9), true);
    assert_eq!(touched, [ring.id]);
    assert_eq!(shown(&replica), Some(json!({"phone": "2"})));
    assert!(replica.base(ring.id).is_none());
}

#[test]
fn of_several_copies_in_the_store_the_latest_counts_and_among_equals_the_servers() {
    let text = |record: Record| serde_json::to_string(&page(vec![record])).expect("a page");
    let (old, new) = (record(4, json!({"name": "Ann"})), record(6, json!({"name": "Bea"})));
    let foreign = Page { space: SpaceId::default(), ..page(vec![record(9, json!({"name": "Cas"}))]) };
    let foreign = serde_json::to_string(&foreign).expect("a page");
    for segments in [[text(old.clone()), text(new.clone())], [text(new.clone()), text(old.clone())]] {
        let waiting = Queued { edit: edit(10, json!({"phone": "2"})), refused: None };
        let segments = segments.into_iter().chain([foreign.clone(), "{\"space\":".to_owned()]).collect();
        let opened = Opened {
            segments,
            records: vec![record(5, json!({})), record(6, json!({"name": "near"}))],
            outbox: vec![waiting],
            cursor: Some(cursor(6)),
        };
        let (replica, unreadable) = Replica::from_opened(opened, HOME);
        assert_eq!(shown(&replica), Some(json!({"name": "Bea", "phone": "2"})));
        assert_eq!((unreadable.len(), replica.unsent(), replica.cursor()), (1, 1, Some(cursor(6))));
    }
}

#[test]
fn edits_that_were_refused_are_not_among_those_to_be_sent() {
    let mut replica = device(cursor(4));
    let edits: Vec<Edit> = (1..=4).map(|at| edit(at, json!({"phone": at.to_string()}))).collect();
    replica.edited(&edits);
    let refused = Outcome::Refused { code: ErrorCode::Invalid, faults: Vec::new() };
    settle(&mut replica, &edits[1..2], &reply(4, 4, vec![Answer { key: edits[1].key, outcome: refused }]));
    assert_eq!(replica.unsent_edits(2), [edits[0].clone(), edits[2].clone()]);
    assert_eq!(replica.unsent_edits(9).len(), replica.unsent());
}

#[test]
fn many_records_are_shown_as_each_of_them_is() {
    let mut replica = Replica::default();
    let named = |key: u128, id: u128, fields: &str| Edit {
        key: EditKey(Uuid::from_u128(key)),
        id: RecordId(Uuid::from_u128(id)),
        kind: "zone".into(),
        stamp: Stamp { at_ms: key as u64, count: 0, device: DeviceId(1) },
        fields: Body::from_text(fields.into()).expect("JSON"),
    };
    replica.edited(&[
        named(1, 1, r#"{"name":"Roof"}"#),
        named(2, 2, r#"{"name":"Garden"}"#),
        named(3, 1, r#"{"notes":"Leaks."}"#),
    ]);
    let ids: BTreeSet<RecordId> = [1, 2, 3].map(|id| RecordId(Uuid::from_u128(id))).into();
    let mut told = Vec::new();
    replica.each_of(&ids, &mut |id, record| told.push((id, record.cloned())));
    let each: Vec<_> = ids.iter().map(|id| (*id, replica.shown(*id).map(std::borrow::Cow::into_owned))).collect();
    assert_eq!(told, each);
    assert_eq!(ids.iter().map(|id| replica.has(*id)).collect::<Vec<_>>(), [true, true, false]);
    assert_eq!(replica.ids().len(), 2);
}

#[test]
fn records_of_one_kind_are_those_of_all_that_have_it() {
    let mut replica = device(cursor(4));
    let label = |key: u64, id: u128, fields: Value| Edit {
        id: RecordId(Uuid::from_u128(id)),
        kind: "label".into(),
        ..edit(key, fields)
    };
    replica.edited(&[
        edit(20, json!({"phone": "2"})),
        label(21, 2, json!({"token": "a"})),
        label(22, 3, json!({"token": "b"})),
        label(23, 2, json!({"replaced": true})),
    ]);
    for kind in ["contact", "label", "zone"] {
        let (mut of_kind, mut all) = (Vec::new(), Vec::new());
        replica.each_of_kind(kind, &mut |record| of_kind.push(record.clone()));
        replica.each(&mut |record| all.push(record.clone()));
        all.retain(|record| record.kind == kind);
        for records in [&mut of_kind, &mut all] {
            records.sort_by_key(|record| record.id);
        }
        assert_eq!(of_kind, all, "{kind}");
        assert_eq!(
            of_kind.len(),
            match kind {
                "contact" => 1,
                "label" => 2,
                _ => 0,
            }
        );
    }
}
