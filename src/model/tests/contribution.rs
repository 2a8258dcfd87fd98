//! What may be sent by a link, and what is refused.

use model::contribution::{Sent, Sort, files};
use model::grant::{Grant, Purpose, Verb};
use model::{Body, Fault, FaultCode, Record, RecordId};
use serde_json::{Value, json};
use uuid::Uuid;

const GEYSER: u128 = 1;
const REPAIR: u128 = 2;
const UNSEEN: u128 = 9;

fn id(number: u128) -> Value {
    json!(RecordId(Uuid::from_u128(number)))
}

fn record(number: u128, kind: &str) -> Record {
    Record { id: RecordId(Uuid::from_u128(number)), kind: kind.into(), ..Record::default() }
}

fn grant(verbs: &[Verb]) -> Grant {
    Grant { verbs: verbs.to_vec(), ..Grant::of(Purpose::Trade) }
}

/// What becomes of it where all may be done.
fn sent(sort: Sort, fields: &Value) -> Result<Value, Vec<Fault>> {
    sent_by(&grant(Verb::ALL), sort, ("Sipho", "Dlamini Plumbing"), fields)
}

fn sent_by(grant: &Grant, sort: Sort, (name, firm): (&str, &str), fields: &Value) -> Result<Value, Vec<Fault>> {
    let seen = [record(GEYSER, "system"), record(REPAIR, "entry")];
    let body = Body::from_text(fields.to_string()).expect("JSON");
    let sent = Sent { sort, name, firm, fields: &body };
    sent.checked(grant, &seen, "2026-11-27".parse().expect("a day")).map(Value::Object)
}

fn codes(told: Result<Value, Vec<Fault>>) -> Vec<(String, FaultCode)> {
    told.expect_err("refused").into_iter().map(|fault| (fault.field, fault.code)).collect()
}

fn entry() -> Value {
    json!({"type": "repair", "title": "Valve replaced", "when": "2026-11-27", "systems": [id(GEYSER)]})
}

#[test]
fn an_entry_is_done_by_who_sends_it_unless_they_say_another() {
    let told = sent(Sort::Entry, &entry()).expect("it is right");
    assert_eq!(told["done_by"], "Dlamini Plumbing, Sipho");
    let mut other = entry();
    other["done_by"] = json!("My brother");
    assert_eq!(sent(Sort::Entry, &other).expect("it is right")["done_by"], "My brother");
}

#[test]
fn who_sends_it_has_a_name() {
    let told = sent_by(&grant(Verb::ALL), Sort::Entry, (" ", ""), &entry());
    assert_eq!(codes(told), [("name".to_owned(), FaultCode::Missing)]);
}

#[test]
fn each_sort_needs_its_own_verb() {
    let comment = json!({"type": "comment", "about": id(REPAIR), "text": "Seen"});
    let signature = json!({"type": "countersignature", "about": id(REPAIR)});
    let wish = json!({"email": "sipho@example.org"});
    for (sort, fields, verb) in [
        (Sort::Entry, entry(), Verb::Contribute),
        (Sort::Remark, comment, Verb::Comment),
        (Sort::Remark, signature, Verb::Countersign),
        (Sort::Membership, wish, Verb::Join),
    ] {
        for allowed in Verb::ALL {
            let told = sent_by(&grant(&[Verb::View, *allowed]), sort, ("Sipho", ""), &fields);
            assert_eq!(told.is_ok(), *allowed == verb, "{fields} with {allowed}: {told:?}");
        }
    }
}

#[test]
fn what_is_not_seen_is_refused_as_what_is_not_there() {
    for field in ["systems", "zones", "documents"] {
        let mut foreign = entry();
        foreign[field] = json!([id(GEYSER), id(UNSEEN)]);
        assert_eq!(codes(sent(Sort::Entry, &foreign)), [(field.to_owned(), FaultCode::NotAllowed)]);
    }
    for field in ["contact", "settles", "completes"] {
        let mut foreign = entry();
        foreign[field] = id(UNSEEN);
        assert_eq!(codes(sent(Sort::Entry, &foreign)), [(field.to_owned(), FaultCode::NotAllowed)]);
    }
    let about = json!({"type": "comment", "about": id(UNSEEN), "text": "Seen"});
    assert_eq!(codes(sent(Sort::Remark, &about)), [("about".to_owned(), FaultCode::NotAllowed)]);
}

#[test]
fn a_visitor_corrects_nobody_and_claims_no_origin() {
    let values = [
        ("amends", id(REPAIR)),
        ("reason", json!("It was another day")),
        ("moved_from", json!({"space": id(7), "record": id(8)})),
        ("source", json!({"from": "homebox"})),
        ("via", json!({"name": "The owner"})),
    ];
    for (field, value) in values {
        let mut fields = entry();
        fields[field] = value;
        assert_eq!(codes(sent(Sort::Entry, &fields)), [(field.to_owned(), FaultCode::NotAllowed)]);
    }
}

#[test]
fn a_remark_says_who_and_when_whatever_was_sent() {
    let fields = json!({"type": "countersignature", "about": id(REPAIR), "name": "The owner", "capacity": "Owner", "on": "1999"});
    let told = sent(Sort::Remark, &fields).expect("it is right");
    assert_eq!(
        (&told["name"], &told["capacity"], &told["on"]),
        (&json!("Sipho"), &json!("Dlamini Plumbing"), &json!("2026-11-27"))
    );
}

#[test]
fn only_facts_are_countersigned() {
    let fields = json!({"type": "countersignature", "about": id(GEYSER)});
    assert_eq!(codes(sent(Sort::Remark, &fields)), [("about".to_owned(), FaultCode::NotAllowed)]);
    let comment = json!({"type": "comment", "about": id(GEYSER), "text": "It drips"});
    assert!(sent(Sort::Remark, &comment).is_ok());
}

#[test]
fn a_wish_to_become_a_member_is_an_address_and_nothing_else() {
    assert!(sent(Sort::Membership, &json!({"email": "a@example.org"})).is_ok());
    for wrong in [json!({}), json!({"email": " "})] {
        assert_eq!(codes(sent(Sort::Membership, &wrong)), [("email".to_owned(), FaultCode::Missing)]);
    }
    for wrong in [json!({"email": "a"}), json!({"email": "a@b@c"}), json!({"email": "a@example.org", "role": "owner"})]
    {
        assert_eq!(codes(sent(Sort::Membership, &wrong)), [("email".to_owned(), FaultCode::Unreadable)]);
    }
}

#[test]
fn its_files_are_those_that_it_names() {
    let hash = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let fields = json!({"files": [{"hash": hash, "name": "a.jpg"}, {"hash": "no"}, 7], "notes": hash});
    let Value::Object(fields) = fields else { unreachable!("an object") };
    assert_eq!(files(&fields).into_iter().map(|hash| hash.to_string()).collect::<Vec<_>>(), [hash]);
}
