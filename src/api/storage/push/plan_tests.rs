//! The plan of a push: tables of what is known and sent, and what comes of it.

use super::*;
use model::{DeviceId, Stamp};
use serde_json::{Value, json};
use uuid::Uuid;

const NOW: Instant = Instant(1_795_244_400_000);
const ME: AccountId = AccountId(Uuid::from_u128(9));

fn stamp(at_ms: i64) -> Stamp {
    Stamp { at_ms: at_ms.cast_unsigned(), count: 0, device: DeviceId(1) }
}

fn edit(key: u128, record: u128, kind: &str, fields: &Value) -> Edit {
    Edit {
        key: EditKey(Uuid::from_u128(key)),
        id: RecordId(Uuid::from_u128(record)),
        kind: kind.to_owned(),
        stamp: stamp(NOW.0 - 1000 + key as i64),
        fields: Body::from_text(fields.to_string()).expect("JSON"),
    }
}

fn incoming(edit: Edit) -> Incoming {
    Incoming { key: edit.key, edit: Ok(edit) }
}

fn zone(key: u128, record: u128, name: &str) -> Edit {
    edit(key, record, "zone", &json!({ "name": name }))
}

fn planned(known: Known, edits: impl IntoIterator<Item = Edit>) -> Plan {
    plan(known, edits.into_iter().map(incoming).collect(), ME, NOW)
}

fn revs(plan: &Plan) -> Vec<Result<u64, ErrorCode>> {
    let outcome = |answer: &Answer| match &answer.outcome {
        Outcome::Accepted { rev, .. } => Ok(*rev),
        Outcome::Refused { code, .. } => Err(*code),
    };
    plan.answers.iter().map(outcome).collect()
}

#[test]
fn accepted_edits_are_numbered_without_gaps_and_refused_ones_hold_nobody_up() {
    let known = Known { head: 40, ..Known::default() };
    let plan =
        planned(known, [zone(1, 1, "Roof"), edit(2, 2, "spaceship", &json!({})), zone(3, 3, ""), zone(4, 4, "Garden")]);
    assert_eq!(revs(&plan), [Ok(41), Err(ErrorCode::UnknownKind), Err(ErrorCode::Invalid), Ok(42)]);
    assert_eq!((plan.head, plan.born, plan.revisions.len()), (42, 2, 2));
}

#[test]
fn an_edit_sent_twice_takes_effect_once_and_gets_its_first_answer() {
    let first = Outcome::Accepted { rev: 7, stamp: stamp(1), by: AccountId::default(), at: Instant(5) };
    let known =
        Known { head: 40, answered: HashMap::from([(EditKey(Uuid::from_u128(1)), first.clone())]), ..Known::default() };
    let plan = planned(known, [zone(1, 1, "Roof"), zone(2, 2, "Garden"), zone(2, 2, "Garden")]);
    assert_eq!(plan.answers[0].outcome, first);
    assert_eq!(revs(&plan), [Ok(7), Ok(41), Ok(41)]);
    assert_eq!((plan.head, plan.born), (41, 1));
}

#[test]
fn edits_of_one_push_build_on_each_other() {
    let change = edit(2, 1, "zone", &json!({"notes": "Leaks in the north corner."}));
    let plan = planned(Known::default(), [zone(1, 1, "Roof"), change]);
    let record = &plan.records[&RecordId(Uuid::from_u128(1))];
    assert_eq!(
        record.body.open(),
        *json!({"name": "Roof", "notes": "Leaks in the north corner."}).as_object().expect("one")
    );
    assert_eq!((record.rev, record.by, record.at, plan.born), (2, Some(ME), Some(NOW), 1));
    assert_eq!(record.later.keys().collect::<Vec<_>>(), ["notes"]);
}

#[test]
fn a_fact_is_written_once() {
    let entry = json!({"type": "note", "title": "Moved in", "when": "2016-03"});
    let plan =
        planned(Known::default(), [edit(1, 1, "entry", &entry), edit(2, 1, "entry", &json!({"title": "Moved out"}))]);
    assert_eq!(revs(&plan), [Ok(1), Err(ErrorCode::Invalid)]);
    let Outcome::Refused { faults, .. } = &plan.answers[1].outcome else { panic!("refused") };
    assert_eq!(faults[0].code, FaultCode::Fixed);
}

#[test]
fn an_id_of_another_kind_is_taken() {
    let contact = edit(3, 2, "contact", &json!({"name": "Sipho"}));
    let plan = planned(Known::default(), [zone(2, 2, "Garden"), contact]);
    assert_eq!(revs(&plan), [Ok(1), Err(ErrorCode::Conflict)]);
    let Outcome::Refused { faults, .. } = &plan.answers[1].outcome else { panic!("refused") };
    assert_eq!(faults, &[Fault::new("id", FaultCode::Taken)]);
}

#[test]
fn a_clock_that_runs_ahead_is_pulled_back_and_told_so() {
    let ahead = stamp(NOW.0 + 48 * 3_600_000);
    let plan = planned(Known::default(), [Edit { stamp: ahead, ..zone(1, 1, "Roof") }]);
    let Outcome::Accepted { stamp: told, .. } = plan.answers[0].outcome else { panic!("accepted") };
    assert_eq!(told, ahead.clamped(NOW.0.cast_unsigned()));
    assert_eq!(told.at_ms, stamp(NOW.0 + 5 * 60 * 1000).at_ms);
    assert_eq!(plan.records[&RecordId(Uuid::from_u128(1))].stamp, told);
    assert_eq!(plan.revisions[0].edit.stamp, told);
}

#[test]
fn an_edit_that_could_not_be_read_is_answered_with_its_field() {
    let unread = Incoming { key: EditKey(Uuid::from_u128(1)), edit: Err(Fault::new("stamp", FaultCode::Unreadable)) };
    let plan = plan(Known::default(), vec![unread, incoming(zone(2, 2, "Roof"))], ME, NOW);
    assert_eq!(revs(&plan), [Err(ErrorCode::Unreadable), Ok(1)]);
}

#[test]
fn files_are_claimed_by_the_records_that_name_them() {
    let file = |byte: u8| json!({"hash": FileHash([byte; 32]), "name": "a.jpg", "media": "image/jpeg", "size": 10});
    let entry = json!({"type": "note", "title": "Photos", "when": "2016", "files": [file(1), file(2)]});
    let paper = json!({"title": "Plan", "type": "plan", "file": file(3)});
    let plan = planned(Known::default(), [edit(1, 1, "entry", &entry), edit(2, 2, "document", &paper)]);
    let claims: Vec<(u8, u128)> = plan.claims.iter().map(|(hash, record)| (hash.0[0], record.0.as_u128())).collect();
    assert_eq!(claims, [(1, 1), (2, 1), (3, 2)]);
}

#[test]
fn a_body_is_kept_in_one_form_however_it_was_sent() {
    let sent = Body::from_text("{ \"name\" : \"Loft\",\n \"name\":\"Roof\" }".to_owned()).expect("JSON");
    let plan = planned(Known::default(), [Edit { fields: sent, ..zone(1, 1, "") }]);
    assert_eq!(plan.records[&RecordId(Uuid::from_u128(1))].body.text(), r#"{"name":"Roof"}"#);
}
