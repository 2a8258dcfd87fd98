//! What visitors see: exactly what they were given.

use model::grant::{Grant, KINDS as GIVEN, Purpose, Tick, Verb};
use model::letter::Check;
use model::visit::field::{FIELDS, Seen};
use model::visit::{files, seen};
use model::{AccountId, Body, FileHash, Record, RecordId};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn record(number: u128, kind: &str, fields: Value) -> Record {
    Record {
        id: rid(number),
        kind: kind.into(),
        rev: 1,
        by: Some(AccountId(Uuid::from_u128(0xabc))),
        body: Body::from_text(fields.to_string()).expect("JSON"),
        ..Record::default()
    }
}

fn file(name: &str) -> Value {
    json!({"hash": FileHash::of(name.as_bytes()), "name": name, "media": "image/jpeg", "size": 3, "caption": "secret caption"})
}

const GEYSER: u128 = 1;
const POOL: u128 = 2;
const ROOF: u128 = 3;
const HOUSE: u128 = 4;
const GARDEN: u128 = 5;
const SIPHO: u128 = 6;
const INVOICE: u128 = 7;
const MANUAL: u128 = 8;
const SERVICE: u128 = 9;
const WRONG: u128 = 10;
const POOL_JOB: u128 = 11;
const OLD: u128 = 12;
const AMENDED: u128 = 13;

fn home() -> Vec<Record> {
    let id = |number| json!(rid(number));
    vec![
        record(
            100,
            "property",
            json!({"name": "14 Protea Street", "water_shut_off": "At the gate", "notes": "secret alarm code"}),
        ),
        record(HOUSE, "zone", json!({"name": "House"})),
        record(ROOF, "zone", json!({"name": "Roof space", "parent": id(HOUSE), "notes": "secret hatch"})),
        record(GARDEN, "zone", json!({"name": "Garden"})),
        record(
            GEYSER,
            "system",
            json!({"name": "Geyser", "zone": id(ROOF), "fitted_by": id(SIPHO), "price": {"cents": 950_000, "currency": "ZAR"}, "notes": "secret note", "files": [file("secret plate.jpg")], "source": {"from": "homebox", "key": "secret key"}}),
        ),
        record(POOL, "system", json!({"name": "Pool pump", "zone": id(GARDEN)})),
        record(
            SIPHO,
            "contact",
            json!({"name": "Sipho Plumbing", "phone": "021 555 0100", "email": "secret@example.org"}),
        ),
        record(
            INVOICE,
            "document",
            json!({"title": "Invoice 77", "type": "invoice", "file": file("secret invoice.jpg"), "systems": [id(GEYSER)], "facts": [{"name": "total", "value": "secret R 2 850"}]}),
        ),
        record(
            MANUAL,
            "document",
            json!({"title": "Manual", "type": "manual", "file": file("secret manual.jpg"), "systems": [id(GEYSER)]}),
        ),
        record(
            SERVICE,
            "entry",
            json!({"title": "Serviced", "when": "2026-03", "systems": [id(GEYSER), id(POOL)], "zones": [id(ROOF)], "contact": id(SIPHO), "done_by": "Sipho himself", "cost": {"cents": 285_000, "currency": "ZAR"}, "documents": [id(INVOICE), id(MANUAL)], "notes": "secret words"}),
        ),
        record(
            AMENDED,
            "entry",
            json!({"title": "Serviced twice", "when": "2026-03", "systems": [id(GEYSER)], "amends": id(SERVICE), "reason": "secret reason"}),
        ),
        record(WRONG, "entry", json!({"title": "Wrong home", "when": "2026-04", "systems": [id(GEYSER)]})),
        record(20, "withdrawal", json!({"of": id(WRONG), "reason": "secret mistake"})),
        record(POOL_JOB, "entry", json!({"title": "Pool cleaned", "when": "2025-01-05", "systems": [id(POOL)]})),
        record(OLD, "entry", json!({"title": "Geyser fitted", "when": "2019", "systems": [id(GEYSER)]})),
        record(21, "task", json!({"title": "Deleted", "due": "2026-12-01", "deleted": true})),
        record(
            22,
            "certificate",
            json!({"type": "electrical", "issued": "2026-01-05", "issuer": "secret electrician", "number": "CoC 7"}),
        ),
        record(23, "label", json!({"token": "MDEyMzQ1Njc4OWFiY2RlZg", "system": id(GEYSER)})),
        record(24, "import", json!({"from": "homebox", "files": ["secret.csv"]})),
        record(25, "past", json!({"part": 0, "text": "secret past"})),
        record(26, "drone", json!({"secret": "of a newer version"})),
        record(27, "item", json!({"name": "Drill", "price": {"cents": 99_900, "currency": "ZAR"}, "zone": id(ROOF)})),
    ]
}

fn everything() -> Grant {
    Grant {
        kinds: GIVEN.iter().map(|kind| (*kind).to_owned()).collect(),
        ticks: Tick::OF_HOME.to_vec(),
        verbs: Verb::ALL.to_vec(),
        ..Grant::default()
    }
}

fn ids(records: &[Record]) -> BTreeSet<u128> {
    records.iter().map(|record| record.id.0.as_u128()).collect()
}

fn text(records: &[Record]) -> String {
    serde_json::to_string(records).expect("records are written")
}

#[test]
fn a_task_is_shown_with_the_day_on_which_it_is_due_next_and_nothing_of_what_tells_it() {
    let id = |number: u128| json!(rid(number));
    let yearly = json!({"by": "month", "every": 12, "from": "done"});
    let mut records = home();
    records.extend([
        record(
            30,
            "task",
            json!({"title": "Service", "due": "2025-06-01", "recurrence": yearly, "systems": [id(GEYSER)]}),
        ),
        record(
            31,
            "entry",
            json!({"title": "Secret service", "when": "2026-06-10", "completes": id(30), "due": "2026-06-01"}),
        ),
        record(
            32,
            "deferral",
            json!({"task": id(30), "due": "2027-06-10", "until": "2027-08-01", "reason": "secret reason"}),
        ),
        record(33, "task", json!({"title": "Once", "due": "2025-06-01"})),
        record(
            34,
            "entry",
            json!({"title": "Secret once", "when": "2025-06-01", "completes": id(33), "due": "2025-06-01"}),
        ),
        record(35, "task", json!({"title": "Of what is gone", "due": "2025-06-01", "systems": [id(999)]})),
    ]);
    let grant = Grant { kinds: vec!["task".into(), "system".into()], ..everything() };
    let seen = seen(&records, &grant);
    let tasks: Vec<_> = seen.iter().filter(|record| record.kind == "task").map(|record| record.body.open()).collect();
    assert_eq!(tasks.len(), 1, "{tasks:?}");
    assert_eq!((&tasks[0]["title"], &tasks[0]["due"]), (&json!("Service"), &json!("2027-08-01")));
    assert!(["secret reason", "Secret"].iter().all(|hidden| !text(&seen).contains(hidden)));
}

#[test]
fn every_field_of_every_given_kind_has_a_line() {
    for (kind, fields) in FIELDS {
        let known = model::kind::kind_of(kind).expect("a kind").fields;
        assert_eq!(
            fields.iter().map(|(name, _)| *name).collect::<BTreeSet<_>>(),
            known.iter().copied().collect(),
            "{kind}"
        );
        assert_eq!(fields.len(), known.len(), "{kind}");
        assert!(fields.iter().all(|(name, seen)| *name != "deleted" || *seen == Seen::Never));
    }
    assert_eq!(FIELDS.map(|(kind, _)| kind).iter().collect::<BTreeSet<_>>(), GIVEN.iter().collect());
}

#[test]
fn nobody_sees_by_default_what_has_to_be_ticked() {
    for purpose in Purpose::ALL {
        let grant = Grant::of(*purpose);
        let told = text(&seen(&home(), &grant));
        assert!(
            !told.contains("secret alarm") && !told.contains("secret n") && !told.contains("secret w"),
            "{purpose}: {told}"
        );
        assert!(!told.contains("cents") && !told.contains("021 555") && !told.contains("caption"), "{purpose}: {told}");
        let names = grant.shows(Tick::Names);
        assert_eq!(told.contains("Sipho himself"), names && grant.gives("entry"), "{purpose}");
        assert_eq!(told.contains("secret electrician"), names && grant.gives("certificate"), "{purpose}");
        assert_eq!(told.contains("00000000-0000-0000-0000-000000000abc"), names, "{purpose}");
        assert_eq!(told.contains("secret plate"), names, "{purpose}");
        for never in [
            "secret key",
            "secret past",
            "secret.csv",
            "newer version",
            "MDEy",
            "secret mistake",
            "Deleted",
            "Wrong home",
        ] {
            assert!(!told.contains(never), "{purpose}: {never}");
        }
    }
}

#[test]
fn with_every_tick_everything_is_seen_but_what_never_leaves() {
    let records = seen(&home(), &everything());
    let told = text(&records);
    for given in
        ["secret alarm", "cents", "021 555", "secret caption", "Sipho himself", "secret plate.jpg", "secret R 2 850"]
    {
        assert!(told.contains(given), "{given}");
    }
    for never in
        ["secret key", "secret past", "secret.csv", "newer version", "MDEy", "secret mistake", "Deleted", "Wrong home"]
    {
        assert!(!told.contains(never), "{never}");
    }
    assert!(!ids(&records).contains(&WRONG));
}

#[test]
fn costs_that_are_hidden_hide_invoices_and_what_names_them() {
    let grant = Grant { ticks: vec![Tick::Names, Tick::Notes, Tick::Contacts], ..everything() };
    let records = seen(&home(), &grant);
    assert!(!ids(&records).contains(&INVOICE) && ids(&records).contains(&MANUAL));
    let told = text(&records);
    assert!(!told.contains(&rid(INVOICE).to_string()) && !told.contains("secret invoice"), "{told}");
    assert!(files(&records).contains_key(&FileHash::of(b"secret manual.jpg")));
    assert!(!files(&records).contains_key(&FileHash::of(b"secret invoice.jpg")));
}

#[test]
fn one_system_brings_what_concerns_it_and_nothing_else() {
    let grant = Grant { systems: vec![rid(GEYSER)], ..everything() };
    let records = seen(&home(), &grant);
    let expected = [GEYSER, ROOF, HOUSE, SIPHO, INVOICE, MANUAL, SERVICE, AMENDED, OLD, 22, 100];
    assert_eq!(ids(&records), expected.into());
    let told = text(&records);
    assert!(!told.contains(&rid(POOL).to_string()) && !told.contains("Garden"), "{told}");
}

#[test]
fn a_claim_is_seen_with_its_warranty_and_without_what_was_written() {
    let id = |number: u128| json!(rid(number));
    let mut records = home();
    records.extend([
        record(40, "warranty", json!({"title": "Ten years", "systems": [id(GEYSER), id(POOL)], "months": 120})),
        record(
            41,
            "claim",
            json!({"warranty": id(40), "system": id(GEYSER), "title": "It leaks", "asked": "2026-02", "outcome": "accepted", "answer": "secret answer", "notes": "secret claim", "effect": "extends", "months": 12, "files": [file("secret letter.jpg")], "documents": [id(INVOICE), id(MANUAL)]}),
        ),
        record(42, "claim", json!({"warranty": id(40), "system": id(POOL), "title": "It hums", "asked": "2026-03"})),
        record(43, "claim", json!({"warranty": id(40), "title": "Gone", "asked": "2026-03", "deleted": true})),
        record(44, "claim", json!({"warranty": id(999), "title": "Of nothing", "asked": "2026-03"})),
    ]);
    let geyser = Grant { systems: vec![rid(GEYSER)], ..Grant::of(Purpose::Buyer) };
    let found = seen(&records, &geyser);
    let claims: Vec<_> = found.iter().filter(|record| record.kind == "claim").collect();
    assert_eq!(claims.iter().map(|claim| claim.id).collect::<Vec<_>>(), [rid(41)]);
    let fields = claims[0].body.open();
    assert_eq!(
        (&fields["outcome"], &fields["effect"], &fields["months"]),
        (&json!("accepted"), &json!("extends"), &json!(12))
    );
    assert_eq!(fields["documents"], json!([id(MANUAL)]), "an invoice tells a cost");
    assert!(["secret answer", "secret claim", "secret letter"].iter().all(|hidden| !text(&found).contains(hidden)));
    assert!(files(&found).contains_key(&FileHash::of(b"secret letter.jpg")));

    let all = seen(&records, &everything());
    assert!(ids(&all).is_superset(&[41, 42].into()) && !ids(&all).contains(&43) && !ids(&all).contains(&44));
    assert!(text(&all).contains("secret answer"));
    let without = Grant { kinds: vec!["claim".into(), "system".into()], ..everything() };
    assert!(seen(&records, &without).iter().all(|record| record.kind != "claim"), "no claim without its warranty");
}

#[test]
fn dates_choose_entries_by_what_stands_of_them() {
    let date = |text: &str| Some(text.parse().expect("a date"));
    let between = |from, until| ids(&seen(&home(), &Grant { from, until, ..everything() }));
    let entries =
        |ids: BTreeSet<u128>| ids.intersection(&[SERVICE, AMENDED, POOL_JOB, OLD].into()).copied().collect::<Vec<_>>();
    assert_eq!(entries(between(date("2026"), None)), [SERVICE, AMENDED]);
    assert_eq!(entries(between(None, date("2019-06-30"))), [OLD], "some day of 2019 lies before");
    assert_eq!(entries(between(date("2025-01-05"), date("2025-01-05"))), [POOL_JOB]);
}

#[test]
fn no_record_names_another_that_is_not_seen() {
    for systems in [vec![], vec![rid(GEYSER)], vec![rid(POOL)]] {
        for purpose in Purpose::ALL {
            let records = seen(&home(), &Grant { systems: systems.clone(), ..Grant::of(*purpose) });
            let (known, told) = (ids(&records), text(&records));
            for number in (1..=27).chain([100]).filter(|number| !known.contains(number)) {
                assert!(!told.contains(&rid(number).to_string()), "{purpose}: {number} in {told}");
            }
        }
    }
}

#[test]
fn a_grant_is_checked_and_only_narrowed() {
    let faults = |grant: &Grant| {
        let mut check = Check::default();
        grant.check(&mut check);
        check.faults().into_iter().map(|fault| fault.field).collect::<Vec<_>>()
    };
    for purpose in Purpose::ALL {
        assert_eq!(faults(&Grant::of(*purpose)), Vec::<String>::new());
        assert!(Grant::of(*purpose).is_within(&everything()));
        assert!(!everything().is_within(&Grant::of(*purpose)));
    }
    let mut wrong = Grant::of(Purpose::Buyer);
    wrong.kinds.push("past".into());
    wrong.verbs.clear();
    (wrong.from, wrong.until) = ("2026".parse().ok(), "2025".parse().ok());
    assert_eq!(faults(&wrong), ["kinds", "verbs", "until"]);
    let one = Grant { systems: vec![rid(GEYSER)], ..everything() };
    let two = Grant { systems: vec![rid(GEYSER), rid(POOL)], ..everything() };
    assert!(one.is_within(&two) && !two.is_within(&one) && !everything().is_within(&two));
    let later = Grant { from: "2026".parse().ok(), ..everything() };
    assert!(later.is_within(&everything()) && !everything().is_within(&later));
}

#[test]
fn a_neighbour_sees_who_is_recommended_and_that_they_worked_here_and_nothing_else() {
    use model::contact::Registration;
    use model::recommendation::Recommendation;
    let registration = Registration { body: "PIRB".into(), number: "1/2".into() };
    let recommends =
        Recommendation { contact: rid(SIPHO), words: "Came at once.".into(), registrations: vec![registration] };
    let grant = Grant::recommending(recommends);
    let mut records = home();
    let more = json!({"body": "Somewhere", "number": "never looked up"});
    records.push(record(30, "contact", json!({"name": "Another firm", "phone": "021", "registrations": [more]})));
    records.push(record(31, "entry", json!({"title": "Another job", "when": "2026-05", "contact": rid(30)})));
    records.push(record(
        32,
        "entry",
        json!({"title": "Still leaks", "when": "2026-05", "type": "fault", "contact": rid(SIPHO)}),
    ));
    records.push(record(
        33,
        "entry",
        json!({"title": "Valve replaced", "when": "2026-06", "contact": rid(SIPHO), "systems": [rid(GEYSER)], "done_by": "secret man", "files": [file("secret roof.jpg")], "cost": {"cents": 9_000, "currency": "ZAR"}, "notes": "secret note"}),
    ));
    let given = seen(&records, &grant);
    // What was amended no longer says who did it.
    assert_eq!(ids(&given), [SIPHO, 33].into());
    let told = text(&given);
    for hidden in
        ["secret man", "cents", "secret note", "secret roof", "Another", "Still leaks", "never looked up", "0abc"]
    {
        assert!(!told.contains(hidden), "{hidden} in {told}");
    }
    for shown in ["Sipho Plumbing", "021 555 0100", "Came at once.", "PIRB", "Valve replaced"] {
        assert!(told.contains(shown), "{shown} in {told}");
    }
    assert!(files(&given).is_empty(), "no picture of the home leaves");
    // It is narrower than any other link, and cannot be made to give more.
    assert!(grant.is_within(&everything()) && !everything().is_within(&grant));
    let faults = |grant: Grant| {
        let mut check = Check::default();
        grant.check(&mut check);
        check.faults().into_iter().map(|fault| fault.field).collect::<Vec<_>>()
    };
    assert_eq!(faults(grant.clone()), Vec::<String>::new());
    let wide = [
        Grant { ticks: vec![Tick::Costs], ..grant.clone() },
        Grant { kinds: vec!["property".into()], ..grant.clone() },
        Grant { verbs: vec![Verb::View, Verb::Download], ..grant },
    ];
    assert!(wide.into_iter().all(|grant| faults(grant) == ["recommends"]));
}
