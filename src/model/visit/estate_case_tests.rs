use super::*;
use crate::dispute::case;
use crate::estate::case::{State, Terms};
use crate::grant::Tick;
use crate::grant::estate::{Part, of, with_cases};
use crate::id::RecordId;
use crate::kind::OF_CASE;
use crate::{Date, Instant};
use serde_json::json;
use std::collections::BTreeSet;

const NOW: Instant = Instant(1_795_244_400_000);

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn record(rev: u64, kind: &str, by: u128, fields: &Value) -> Record {
    let (by, body) = (Some(AccountId(Uuid::from_u128(by))), Body::from_text(fields.to_string()).expect("JSON"));
    Record { id: rid(rev.into()), kind: kind.into(), rev, by, at: Some(NOW), body, ..Record::default() }
}

fn act(rev: u64, act: &str, by: u128, whom: &str, more: &Value) -> Record {
    let party = |id: u128| json!({"party": rid(id)});
    let mut fields = match whom {
        "complainant" => party(101),
        "respondent" => party(102),
        office => json!({"office": office}),
    };
    fields["act"] = act.into();
    fields["text"] = "kanarie sings at night".into();
    fields["name"] = "kanarie Naidoo".into();
    fields["at"] = json!(NOW);
    if let Some(more) = more.as_object() {
        more.iter().for_each(|(name, value)| fields[name] = value.clone());
    }
    record(rev, "dispute_act", by, &fields)
}

/// A case that two different trustees decided, with its parties' names, accounts and links in it.
fn story() -> Vec<Record> {
    let photo = json!({"files": [{"hash": "00".repeat(32), "name": "kanarie.jpg", "media": "image/jpeg", "size": 1}]});
    let parties = json!([
        {"id": rid(101), "role": "complainant", "name": "kanarie Carl", "account": rid(0xcafe)},
        {"id": rid(102), "role": "respondent", "name": "kanarie Dora", "link": rid(0xbeef)},
    ]);
    let quoted =
        json!({"party": rid(101), "text": "kanarie", "entry": "kanarie", "rule": "Rule 5", "cents": 65_000, "at": NOW});
    vec![
        record(
            1,
            "dispute",
            1,
            &json!({"title": "Noise", "rule": "Rule 5", "unit": rid(7), "unit_name": "Unit kanarie", "parties": parties}),
        ),
        act(2, "open", 1, "complainant", &photo),
        act(3, "answer", 0, "respondent", &json!({"via": {"name": "kanarie"}})),
        record(4, "statement", 1, &quoted),
        act(5, "review", 2, "trustee", &json!({})),
        act(6, "decide", 2, "trustee", &json!({})),
        act(7, "appeal", 1, "complainant", &json!({})),
        act(8, "decide_appeal", 3, "trustee", &json!({})),
    ]
}

fn told(grant: &Grant) -> String {
    serde_json::to_string(&seen(&[story()], grant)).expect("records can be written")
}

#[test]
fn every_field_of_every_kind_of_a_case_has_a_line() {
    for kind in OF_CASE {
        let (_, fields) = FIELDS.iter().find(|(name, _)| *name == kind.name).expect("a kind has a line");
        let named: BTreeSet<_> = fields.iter().map(|(name, _)| *name).collect();
        assert_eq!(named, kind.fields.iter().copied().collect(), "{}", kind.name);
    }
    assert_eq!(FIELDS.len(), OF_CASE.len());
}

#[test]
fn cases_are_seen_where_they_are_ticked_and_nobody_is_named() {
    assert_eq!(told(&of(Part::ALL)), "[]");
    let bare = told(&Grant { ticks: Vec::new(), ..with_cases(of(Part::ALL)) });
    for hidden in ["kanarie", "65000", "hash", "cafe", "beef", "\"unit\""] {
        assert!(!bare.contains(hidden), "{hidden}: {bare}");
    }
    assert!(bare.contains("Noise") && bare.contains("Rule 5") && bare.contains("complainant"));
    let with = |tick: Tick| told(&Grant { ticks: vec![tick], ..with_cases(of(&[Part::Overview])) });
    assert!(with(Tick::Costs).contains("65000"));
    assert!(with(Tick::Notes).contains("kanarie sings") && !with(Tick::Notes).contains("kanarie Carl"));
    let papers = with(Tick::Papers);
    assert!(papers.contains("hash") && papers.contains("file.jpg") && !papers.contains("kanarie"), "{papers}");
    let named = with(Tick::Names);
    assert!(named.contains("kanarie Carl") && named.contains("Unit kanarie") && named.contains("kanarie Naidoo"));
    assert!(!named.contains("cafe") && !named.contains("beef") && !named.contains("sings") && !named.contains("hash"));
}

#[test]
fn a_case_stands_for_a_visitor_as_it_stands() {
    let given = seen(&[story()], &with_cases(of(Part::ALL)));
    let today: Date = NOW.date(0);
    assert_eq!(case(&given[0]).state(&Terms::default(), today), State::Closed);
    assert_eq!(case(&story()).state(&Terms::default(), today), State::Closed);
    let authors: Vec<u128> = given[0].iter().filter_map(|record| record.by).map(|by| by.0.as_u128()).collect();
    assert_eq!(authors, [1, 1, 2, 1, 3, 3, 1, 4], "told apart, and not told");
    // What was cut once stays the same when it is cut again.
    assert_eq!(seen(&given, &with_cases(of(Part::ALL))), given);
}
