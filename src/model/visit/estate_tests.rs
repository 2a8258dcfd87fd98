use super::*;
use crate::body::Body;
use crate::grant::estate::{Part, of};
use crate::grant::{Grant, Tick};
use crate::kind::OF_ESTATE;
use crate::{AccountId, RecordId};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

fn record(number: u128, kind: &str, fields: &Value) -> Record {
    let by = Some(AccountId(Uuid::from_u128(0xabc)));
    let body = Body::from_text(fields.to_string()).expect("JSON");
    Record { id: RecordId(Uuid::from_u128(number)), kind: kind.into(), rev: 1, by, body, ..Record::default() }
}

/// A record of every kind of a scheme, whose every field holds its own name, marked.
fn scheme() -> Vec<Record> {
    let filled = |(number, kind): (usize, &crate::kind::Kind)| {
        let fields = kind.fields.iter().filter(|field| **field != "deleted" && **field != "amends");
        let fields: serde_json::Map<String, Value> =
            fields.map(|field| ((*field).to_owned(), json!(format!("<{}.{field}>", kind.name)))).collect();
        record(number as u128, kind.name, &Value::Object(fields))
    };
    OF_ESTATE.iter().enumerate().map(filled).collect()
}

fn told(grant: &Grant) -> String {
    serde_json::to_string(&seen(&scheme(), grant)).expect("records can be written")
}

#[test]
fn every_field_of_every_kind_of_a_scheme_has_a_line() {
    for (kind, fields) in FIELDS {
        let known = OF_ESTATE.iter().find(|one| one.name == kind).expect("a kind").fields;
        let named: BTreeSet<_> = fields.iter().map(|(name, _)| *name).collect();
        assert_eq!(named, known.iter().copied().collect(), "{kind}");
        assert_eq!(fields.len(), known.len(), "{kind}");
        assert!(fields.iter().all(|(name, seen)| *name != "deleted" || *seen == Seen::Never));
    }
    let kinds: BTreeSet<_> = FIELDS.map(|(kind, _)| kind).into();
    assert_eq!(kinds, OF_ESTATE.iter().map(|kind| kind.name).collect());
}

#[test]
fn a_trustee_sees_costs_and_nobodys_name() {
    let told = told(&of(Part::ALL));
    for hidden in [
        "<unit.owner>",
        "<unit.owner_email>",
        "<unit.owner_phone>",
        "<unit.tenant>",
        "<unit.responsible>",
        "<unit.notes>",
        "<scheme.trustees>",
        "<scheme.agent_phone>",
        "<scheme.notes>",
        "<siting.note>",
        "<vote.name>",
        "<vote.reason>",
        "<joining.name>",
        "<ask.text>",
        "<bundle.notes>",
        "<motion.text>",
        "<vendor.phone>",
        "<twin.",
        "000000000abc",
    ] {
        assert!(!told.contains(hidden), "{hidden}");
    }
    for shown in [
        "<scheme.name>",
        "<unit.number>",
        "<standing.cells>",
        "<tally.score>",
        "<capital_item.cost>",
        "<motion.offers>",
    ] {
        assert!(told.contains(shown), "{shown}");
    }
}

#[test]
fn what_is_not_ticked_or_not_given_is_hidden() {
    let whole = of(Part::ALL);
    let bare = told(&Grant { ticks: Vec::new(), ..whole.clone() });
    for hidden in [
        "<capital_item.cost>",
        "<budget.opening>",
        "<scenario.changes>",
        "<motion.cents>",
        "<motion.offers>",
        "<bundle.each>",
        "<vendor_job.quoted>",
    ] {
        assert!(!bare.contains(hidden), "{hidden}");
    }
    let named = told(&Grant { ticks: vec![Tick::Names], ..whole });
    assert!(named.contains("<unit.owner>") && named.contains("<vote.name>") && named.contains("000000000abc"));
    assert!(!named.contains("<unit.owner_email>") && !named.contains("<unit.notes>"));
    let plan = told(&of(&[Part::Plan]));
    assert!(plan.contains("<capital_item.name>") && !plan.contains("<standing.") && !plan.contains("<vote."));
}

#[test]
fn a_unit_that_is_taken_out_leaves_nothing_that_is_about_it() {
    let unit = RecordId(Uuid::from_u128(7));
    let of_unit = json!({"unit": unit});
    let records = vec![
        record(7, "unit", &json!({"number": "7"})),
        record(8, "unit", &json!({"number": "8"})),
        record(9, "standing", &of_unit),
        record(10, "inventory", &of_unit),
        record(11, "standing", &json!({"unit": RecordId(Uuid::from_u128(8))})),
        record(12, "ask", &json!({"title": "All", "units": [unit]})),
    ];
    let left: Vec<u128> = without(records, unit).iter().map(|record| record.id.0.as_u128()).collect();
    assert_eq!(left, [8, 11, 12]);
}

#[test]
fn what_was_deleted_is_given_to_nobody() {
    let mut records = scheme();
    records.push(record(900, "unit", &json!({"number": "gone", "deleted": true})));
    records.push(record(901, "home_of_another", &json!({"name": "gone"})));
    let given = seen(&records, &of(Part::ALL));
    assert!(given.iter().all(|record| !record.body.text().contains("gone")));
}
