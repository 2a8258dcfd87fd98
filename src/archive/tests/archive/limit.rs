//! Records at the limits: none is lost, no edit is larger than a server takes.

use crate::server::{Server, fresh};
use archive::restore;
use model::canonical::BODY_BYTES_MAX;
use model::{AccountId, Body, DeviceId, Edit, EditKey, Record, RecordId, Stamp};
use serde_json::{Value, json};
use std::collections::BTreeMap;

fn edit(kind: &str, at_ms: u64, fields: Value) -> Edit {
    let stamp = Stamp { at_ms, count: 0, device: DeviceId(1) };
    let fields = Body::from_text(fields.to_string()).expect("JSON");
    Edit { key: EditKey::default(), id: RecordId::default(), kind: kind.into(), stamp, fields }
}

/// Makes a record with these edits, restores it on another server, and gives it as it was and as it is.
#[track_caller]
fn check(edits: &[Edit]) -> (Record, Record) {
    let (mut first, mut second) = (Server::default(), Server::default());
    edits.iter().for_each(|edit| first.push(edit, AccountId::default()));
    let told = first.records.into_values().next().expect("a record");
    let (told, _) = archive::line::told(&told);
    for edit in restore(std::slice::from_ref(&told), &[], &[], &BTreeMap::new(), RecordId::default(), &mut fresh()) {
        assert!(edit.fields.text().len() <= BODY_BYTES_MAX);
        second.push(&edit, AccountId::default());
    }
    let made = second.records.into_values().next().expect("a record");
    assert_eq!((&made.later, made.stamp), (&told.later, told.stamp));
    (told, made)
}

/// Text of so many bytes.
fn text(bytes: usize) -> String {
    "😀".repeat(bytes / 4)
}

#[test]
fn a_record_larger_than_any_edit_comes_back_in_several() {
    let (told, made) = check(&[
        edit(
            "document",
            10,
            json!({"title": "Plan", "file": {"hash": "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", "name": "a.pdf", "media": "application/pdf", "size": 3}}),
        ),
        edit("document", 20, json!({"notes": text(60_000)})),
        edit("document", 15, json!({"facts": vec![json!({"name": "x".repeat(190), "value": "y".repeat(190)}); 100]})),
        edit("document", 30, json!({"title": "Building plan", "contact": null})),
    ]);
    assert!(told.body.text().len() > BODY_BYTES_MAX);
    assert_eq!(archive::line::told(&made).0, told);
}

#[test]
fn fields_of_one_stamp_that_are_too_many_for_one_edit_keep_it() {
    // Pulled-back stamps are equal, so several edits of one stamp are nothing odd.
    let (told, made) = check(&[
        edit("zone", 10, json!({"name": "Roof", "notes": text(64_000)})),
        edit("zone", 10, json!({"source": {"from": "table", "key": "x".repeat(300), "was": {"notes": text(8_000)}}})),
    ]);
    assert_eq!(archive::line::told(&made).0, told);
}

#[test]
fn a_fact_that_leaves_no_room_for_a_claim_comes_back_without() {
    let (told, made) = check(&[edit("entry", 10, json!({"title": "Note", "when": "2026", "notes": text(65_400)}))]);
    assert_eq!(made.body, told.body);
}

#[test]
fn a_field_written_with_an_earlier_stamp_than_the_record_keeps_it() {
    let (told, made) = check(&[
        edit("zone", 50, json!({"name": "Roof"})),
        edit("zone", 20, json!({"notes": "Two devices made this one.", "parent": null})),
        edit("zone", 50, json!({"place": null})),
    ]);
    assert_eq!(told.later.len(), 3);
    assert_eq!(archive::line::told(&made).0, told);
}

#[test]
fn a_fact_that_was_written_with_a_cleared_field_comes_back_equal() {
    let (told, made) = check(&[edit("entry", 10, json!({"title": "Note", "when": "2026", "notes": null}))]);
    assert_eq!(told.later.len(), 1);
    assert_eq!(archive::line::told(&made).0, told);
}
