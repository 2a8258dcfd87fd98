//! A home that was handed over: nothing of what stays private is left in it, and everything else is as it was.

use model::handover::{Class, Private, Redaction, class_of};
use model::kind::KINDS;
use model::{AccountId, Body, Edit, EditKey, FileHash, Record, RecordId, Stamp};
use proptest::prelude::*;
use serde_json::{Map, Value, json};
use uuid::Uuid;

const BUYER: AccountId = AccountId(Uuid::from_u128(0xb));
const SELLER: AccountId = AccountId(Uuid::from_u128(0x5));

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn record(number: u128, kind: &str, fields: Value) -> Record {
    let (id, body) = (rid(number), Body::from_text(fields.to_string()).expect("JSON"));
    Record { id, kind: kind.into(), rev: number as u64, by: Some(SELLER), body, ..Record::default() }
}

fn redacted(records: &[Record], private: &[Private]) -> Vec<Record> {
    let redaction = Redaction::of(records, private, Some(BUYER));
    records.iter().filter_map(|record| redaction.record(record)).collect()
}

fn text(records: &[Record]) -> String {
    serde_json::to_string(records).expect("records are written")
}

fn file() -> Value {
    json!({"hash": FileHash::of(b"x"), "name": "name of a file.jpg", "media": "image/jpeg", "size": 3, "caption": "note below"})
}

fn home() -> Vec<Record> {
    let id = |number| json!(rid(number));
    let money = |cents| json!({"cents": cents, "currency": "ZAR"});
    let past = concat!(
        r#"{"by":"00000000-0000-0000-0000-000000000005","fields":{"notes":"note of old","title":"Serviced"},"name":"name@example.org","#,
        r#""record":"00000000-0000-0000-0000-000000000004","rev":3,"stamp":"019a7aff915f.0001.00000000000000ff"}"#,
        "\n",
    );
    let (first, rest) = past.split_at(40);
    vec![
        record(
            1,
            "contact",
            json!({"name": "Sipho Plumbing", "role": "tradesperson", "person": "name of Sipho", "phone": "021", "notes": "note on him"}),
        ),
        record(2, "contact", json!({"name": "name of a neighbour", "role": "other", "phone": "name 083"})),
        record(
            3,
            "document",
            json!({"title": "cost of it all", "type": "invoice", "file": file(), "facts": [{"name": "total", "value": "cost R 7"}]}),
        ),
        record(
            4,
            "entry",
            json!({"title": "Serviced", "when": "2026", "contact": id(2), "done_by": "name of a cousin", "cost": money(7_654_321), "documents": [id(3), id(5)], "files": [file()], "notes": "note on it"}),
        ),
        record(5, "document", json!({"title": "Manual", "type": "manual", "file": file(), "contact": id(1)})),
        record(
            6,
            "certificate",
            json!({"type": "electrical", "issued": "2026", "issuer": "Volt CC", "registration": "WM 7", "reason": "note why"}),
        ),
        record(7, "withdrawal", json!({"of": id(4), "reason": "note on a mistake"})),
        record(
            8,
            "system",
            json!({"name": "Geyser", "price": money(1_234_567), "source": {"from": "homebox", "key": "name of a key", "was": {"notes": "note before"}, "prints": {"price": "cost8899"}, "claimed": {"by": SELLER, "name": "name@example.org", "rev": 8}}}),
        ),
        record(9, "import", json!({"from": "homebox", "files": ["name of a file.csv"], "new": 7})),
        record(10, "label", json!({"token": "MDEyMzQ1Njc4OWFiY2RlZg", "system": id(8)})),
        record(11, "past", json!({"part": 0, "text": first})),
        record(12, "past", json!({"part": 1, "text": rest})),
        record(13, "drone", json!({"name": "name and cost and note of what a newer version keeps"})),
    ]
}

#[test]
fn every_field_of_every_kind_has_its_class() {
    for kind in KINDS {
        for field in kind.fields {
            assert!(class_of(kind.name, field).is_some(), "{}.{field}: say what becomes of it at a sale", kind.name);
        }
    }
    assert_eq!(class_of("entry", "anything"), None);
    assert_eq!(class_of("anything", "notes"), None);
    assert_eq!(class_of("entry", "source"), Some(Class::Source));
}

#[test]
fn each_choice_takes_its_own_and_nothing_else() {
    let rows: [(&[Private], &[&str]); 4] = [
        (&[Private::Costs], &["cost", "cents"]),
        (&[Private::Names], &["name of", "name@", "name 083"]),
        (&[Private::Messages], &["note on", "note below", "note why", "note of old", "note before"]),
        (Private::ALL, &["cost", "cents", "name of", "name@", "name 083", "note ", "secret"]),
    ];
    for (private, gone) in rows {
        let told = text(&redacted(&home(), private));
        for word in gone {
            assert!(!told.contains(word), "{private:?} {word}: {told}");
        }
        for kept in ["Serviced", "Manual", "Sipho Plumbing", "021", "Volt CC", "WM 7", "MDEyMzQ1Njc4OWFiY2RlZg"] {
            assert!(told.contains(kept), "{private:?} {kept}: {told}");
        }
        assert!(!told.contains("what a newer version keeps"), "{told}");
    }
    assert_eq!(redacted(&home(), &[]), home());
}

#[test]
fn what_names_a_record_that_is_gone_names_it_no_more() {
    let left = redacted(&home(), &[Private::Costs, Private::Names]);
    assert_eq!(left.iter().map(|record| record.rev).collect::<Vec<_>>(), [1, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    let told = text(&left);
    assert!(!told.contains(&rid(2).to_string()) && !told.contains(&rid(3).to_string()), "{told}");
    assert_eq!(left[1].body.open()["documents"], json!([rid(5)]));
}

#[test]
fn who_wrote_it_is_nobody_unless_it_was_the_buyer() {
    let mut own = record(1, "zone", json!({"name": "Roof"}));
    own.by = Some(BUYER);
    let home = [own.clone(), record(2, "zone", json!({"name": "Stoep"}))];
    let by = |private: &[Private]| redacted(&home, private).iter().map(|record| record.by).collect::<Vec<_>>();
    assert_eq!(by(&[Private::Names]), [Some(BUYER), None]);
    assert_eq!(by(&[Private::Costs]), [Some(BUYER), Some(SELLER)]);
}

#[test]
fn what_an_archive_told_is_redacted_line_by_line_in_as_many_pieces() {
    let left = redacted(&home(), &[Private::Names, Private::Messages]);
    let pieces: Vec<Value> =
        left.iter().filter(|one| one.kind == "past").map(|one| Value::Object(one.body.open())).collect();
    let whole: String = pieces.iter().map(|piece| piece["text"].as_str().expect("text")).collect();
    let line: Value = serde_json::from_str(whole.trim()).expect("a line");
    let stamp = "019a7aff915f.0001.00000000000000ff";
    assert_eq!(line, json!({"fields": {"title": "Serviced"}, "record": rid(4), "rev": 3, "stamp": stamp}));
    assert_eq!(pieces.iter().map(|piece| piece["part"].clone()).collect::<Vec<_>>(), [json!(0), json!(1)]);
}

#[test]
fn it_is_told_beforehand_how_much_goes() {
    let counts = |private: &[Private]| Redaction::of(&home(), private, None).counts(&home());
    let costs = counts(&[Private::Costs]);
    assert_eq!((costs.costs, costs.papers, costs.names, costs.contacts), (2, 1, 0, 0));
    let names = counts(&[Private::Names]);
    assert_eq!((names.costs, names.papers, names.names, names.contacts), (0, 0, 3, 1));
    assert_eq!(counts(&[Private::Messages]).notes, 8);
    assert_eq!(counts(&[]), model::handover::Counts::default());
}

/// A value that says of itself what it is, so that it is found wherever it ends up.
fn told(kind: &str, field: &str, at: usize) -> Value {
    let word = format!("«{kind}.{field}.{at}»");
    match class_of(kind, field) {
        Some(Class::Files) => {
            let name = format!("«name.{at}»");
            json!([{"hash": FileHash::of(word.as_bytes()), "name": name, "media": "image/png", "size": 1, "caption": format!("«caption.{at}»")}])
        }
        Some(Class::Source) => json!({"from": "homebox", "key": word}),
        _ => word.into(),
    }
}

fn homes() -> impl Strategy<Value = Vec<Record>> {
    let kinds = KINDS.iter().filter(|kind| kind.name != "past").map(|kind| (kind.name, kind.fields));
    let one = prop::sample::select(kinds.collect::<Vec<_>>())
        .prop_flat_map(|(kind, fields)| (Just(kind), prop::sample::subsequence(fields, 0..=fields.len())));
    prop::collection::vec(one, 0..12).prop_map(|drafts| {
        let record = |(at, (kind, fields)): (usize, (&str, Vec<&str>))| {
            let fields: Map<String, Value> =
                fields.into_iter().map(|field| (field.to_owned(), told(kind, field, at))).collect();
            record(at as u128 + 1, kind, Value::Object(fields))
        };
        drafts.into_iter().enumerate().map(record).collect()
    })
}

fn choices() -> impl Strategy<Value = Vec<Private>> {
    prop::sample::subsequence(Private::ALL, 0..=Private::ALL.len())
}

proptest! {
    #[test]
    fn no_value_of_a_private_class_is_left_and_everything_else_is_equal(home in homes(), private in choices()) {
        let redaction = Redaction::of(&home, &private, None);
        for before in &home {
            let Some(after) = redaction.record(before) else {
                prop_assert!(["document", "contact", "remark"].contains(&before.kind.as_str()));
                continue;
            };
            prop_assert_eq!((after.id, after.rev, after.stamp, &after.kind), (before.id, before.rev, before.stamp, &before.kind));
            let (old, new) = (before.body.open(), after.body.open());
            for (field, value) in &old {
                let is_gone = match class_of(&before.kind, field).expect("every field has one") {
                    Class::Gone(choice) => private.contains(&choice),
                    Class::Mixed => !private.is_empty(),
                    Class::Files | Class::Source if !private.is_empty() => continue,
                    _ => false,
                };
                prop_assert_eq!(new.get(field), (!is_gone).then_some(value), "{}.{}", before.kind, field);
            }
            let told = after.body.text();
            for (word, choice) in [("«name.", Private::Names), ("«caption.", Private::Messages)] {
                prop_assert!(!private.contains(&choice) || !told.contains(word), "{}", told);
            }
        }
        // Once more takes nothing more away.
        let left: Vec<Record> = home.iter().filter_map(|record| redaction.record(record)).collect();
        prop_assert_eq!(&redacted(&left, &private), &left);
    }

    #[test]
    fn what_the_redacted_history_makes_is_what_the_redacted_record_is(home in homes(), private in choices(), cut in 0..20_usize) {
        let redaction = Redaction::of(&home, &private, None);
        for before in home.iter().filter(|record| !redaction.hides(record.id)) {
            let fields = before.body.open();
            let (first, second): (Vec<_>, Vec<_>) = fields.into_iter().enumerate().partition(|(at, _)| *at < cut);
            let revision = |fields: Vec<(usize, (String, Value))>| {
                let fields = redaction.fields(&before.kind, before.id, fields.into_iter().map(|(_, field)| field).collect());
                Edit { key: EditKey::default(), id: before.id, kind: before.kind.clone(), stamp: Stamp::default(), fields: Body::seal(&fields) }
            };
            let made = Record::first(&revision(first)).merged(&revision(second));
            prop_assert_eq!(made.body, redaction.record(before).expect("it stays").body);
        }
    }
}
