//! Reminders by tables: what falls due, who is told when, and when nobody is.

use model::reminder::{Digest, Due, Lead, Quiet, RULES, ReminderKind, Settings, Why, due, grounds, told};
use model::{Body, Date, DeviceId, Edit, EditKey, Instant, Record, RecordId, Stamp};
use proptest::prelude::*;
use serde_json::{Value, json};
use uuid::Uuid;

fn id(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn day(text: &str) -> Date {
    text.parse().expect(text)
}

fn record(number: u128, kind: &str, fields: &Value) -> Record {
    let stamp = Stamp { at_ms: number as u64, count: 0, device: DeviceId(1) };
    let fields = Body::from_text(fields.to_string()).expect("JSON");
    Record::first(&Edit { key: EditKey(Uuid::from_u128(number)), id: id(number), kind: kind.into(), stamp, fields })
}

/// What falls due, in a line each: number, why, day.
fn found(records: &[Record]) -> Vec<String> {
    let mut found: Vec<String> =
        due(records).iter().map(|due| format!("{} {} {}", due.record.0.as_u128(), due.why, due.on)).collect();
    found.sort();
    found
}

#[test]
fn days_come_from_tasks_warranties_and_certificates() {
    let rows: [(&str, Value, &[&str]); 14] = [
        ("task", json!({"title": "Gutters", "due": "2026-12-01"}), &["1 task_due 2026-12-01"]),
        ("task", json!({"title": "Gutters"}), &[]),
        ("task", json!({"title": "Gutters", "due": "2026-12-01", "done": id(9)}), &[]),
        ("task", json!({"title": "Gutters", "due": "2026-12-01", "deleted": true}), &[]),
        ("warranty", json!({"title": "Geyser", "starts": "2022-01-31", "months": 61}), &["1 warranty_ends 2027-02-28"]),
        ("warranty", json!({"title": "Geyser", "starts": "2022", "months": 12}), &["1 warranty_ends 2023-01-01"]),
        ("warranty", json!({"title": "Geyser", "starts": "2022-01-31"}), &[]),
        ("warranty", json!({"title": "Geyser", "months": 12}), &[]),
        ("certificate", json!({"type": "electrical", "issued": "2024-02-29"}), &["1 transfer_until 2026-02-28"]),
        ("certificate", json!({"type": "gas", "issued": "2024-03"}), &["1 inspect_by 2029-03-01"]),
        ("certificate", json!({"type": "electrical", "issued": "2024-02-29", "supplements": id(8)}), &[]),
        ("certificate", json!({"type": "water", "issued": "2024-02-29"}), &[]),
        ("certificate", json!({"type": "electrical"}), &[]),
        ("zone", json!({"name": "Roof"}), &[]),
    ];
    for (kind, fields, expected) in rows {
        assert_eq!(found(&[record(1, kind, &fields)]), expected, "{kind} {fields}");
    }
}

/// A home in which every source has something.
fn home() -> Vec<Record> {
    let row = |number, kind: &str, fields: Value| record(number, kind, &fields);
    vec![
        row(1, "system", json!({"name": "Geyser", "type": "geyser", "installed": "2022-01-31"})),
        row(
            2,
            "task",
            json!({"title": "Anode", "due": "2026-01-15", "systems": [id(1)], "recurrence": {"by": "month", "every": 6, "from": "done"}}),
        ),
        row(3, "entry", json!({"title": "Done", "when": "2026-02-01", "completes": id(2), "due": "2026-01-15"})),
        row(
            4,
            "task",
            json!({"title": "Valve", "due": "2026-03-31", "recurrence": {"by": "month", "every": 1, "from": "plan"}}),
        ),
        row(
            5,
            "deferral",
            json!({"task": id(4), "due": "2026-03-31", "until": "2026-04-20", "on": "2026-03-30", "reason": "Rain"}),
        ),
        row(
            6,
            "task",
            json!({"title": "Filter", "due": "2026-01-01", "meter": id(1), "recurrence": {"by": "meter", "every": 500_000, "unit": "h"}}),
        ),
        row(7, "reading", json!({"system": id(1), "unit": "h", "value_milli": 0, "on": "2026-01-01"})),
        row(8, "reading", json!({"system": id(1), "unit": "h", "value_milli": 250_000, "on": "2026-03-01"})),
        row(9, "entry", json!({"title": "Valve leaked", "type": "repair", "when": "2025-01-31"})),
        row(10, "warranty", json!({"title": "Repair", "begins": "repair", "repair": id(9), "months": 13})),
        row(11, "warranty", json!({"title": "Tank", "begins": "installation", "systems": [id(1)], "months": 60})),
        row(12, "certificate", json!({"type": "gas", "issued": "2024-03"})),
        row(13, "entry", json!({"title": "Painted", "when": "2025"})),
        row(
            14,
            "entry",
            json!({"title": "Done in January", "when": "2026-01-20", "completes": id(2), "due": "2026-01-15", "amends": id(3)}),
        ),
        row(15, "property", json!({"name": "Rose Cottage"})),
        row(16, "zone", json!({"name": "Roof"})),
    ]
}

#[test]
fn what_falls_due_has_the_number_of_its_rules() {
    // Where this home comes out otherwise the rules are others, and their number has to be: servers keep what they found.
    let expected = [
        "10 warranty_ends 2026-02-28",
        "11 warranty_ends 2027-01-31",
        "12 inspect_by 2029-03-01",
        "2 task_due 2026-07-20",
        "4 task_due 2026-04-20",
        "6 task_due 2026-04-29",
    ];
    assert_eq!((RULES, found(&home())), (1, expected.map(str::to_owned).to_vec()));
}

#[test]
fn it_follows_from_few_records_all_of_which_are_told() {
    let home = home();
    let told = |number: usize| -> Vec<u128> { grounds(&home[number - 1]).iter().map(|id| id.0.as_u128()).collect() };
    let rows: [(usize, &[u128]); 7] =
        [(1, &[1]), (3, &[3]), (9, &[]), (10, &[10, 9]), (13, &[]), (14, &[14, 3]), (16, &[])];
    for (number, expected) in rows {
        assert_eq!(told(number), expected, "{number}");
    }
    let grounds: Vec<RecordId> = home.iter().flat_map(grounds).collect();
    let few: Vec<Record> = home.iter().filter(|record| grounds.contains(&record.id)).cloned().collect();
    assert_eq!((few.len(), due(&few)), (14, due(&home)));
}

#[test]
fn a_task_that_comes_round_is_told_by_the_round_that_is_due_next() {
    let task = json!({
        "title": "Gutters", "due": "2026-04-01", "recurrence": {"by": "month", "every": 6, "from": "done"},
    });
    let task = record(1, "task", &task);
    let done =
        json!({"title": "Cleaned", "type": "service", "when": "2026-04-20", "completes": id(1), "due": "2026-04-01"});
    let done = record(2, "entry", &done);
    let put_off =
        json!({"task": id(1), "due": "2026-10-20", "until": "2026-11-15", "on": "2026-10-19", "reason": "Rain"});
    let put_off = record(3, "deferral", &put_off);
    assert_eq!(found(std::slice::from_ref(&task)), ["1 task_due 2026-04-01"]);
    assert_eq!(found(&[task.clone(), done.clone()]), ["1 task_due 2026-10-20"]);
    assert_eq!(found(&[task, done, put_off]), ["1 task_due 2026-11-15"]);
}

#[test]
fn a_warranty_is_told_as_its_clock_runs() {
    let system = record(1, "system", &json!({"name": "Geyser", "type": "geyser", "installed": "2022-01-31"}));
    let fields = json!({"title": "Tank", "begins": "installation", "months": 60, "systems": [id(1)]});
    let warranty = record(2, "warranty", &fields);
    let void = record(2, "warranty", &json!({"title": "Tank", "starts": "2022-01-31", "months": 60, "void": "2024"}));
    let claim = json!({
        "warranty": id(2), "title": "Leak", "asked": "2024-05-02", "outcome": "accepted", "decided": "2024-05-20",
        "effect": "extends", "months": 12,
    });
    let claim = record(3, "claim", &claim);
    assert_eq!(found(&[system.clone(), warranty.clone()]), ["2 warranty_ends 2027-01-31"]);
    assert_eq!(found(&[system, warranty, claim]), ["2 warranty_ends 2028-01-31"]);
    assert_eq!(found(&[void]), [""; 0]);
}

#[test]
fn of_each_sort_the_newest_certificate_counts_as_it_was_amended_and_none_that_was_withdrawn() {
    let certificate = |number, fields: Value| record(number, "certificate", &fields);
    let old = certificate(1, json!({"type": "electrical", "issued": "2020-01-01"}));
    let new = certificate(2, json!({"type": "electrical", "issued": "2025-01-01"}));
    let amended = certificate(3, json!({"type": "electrical", "issued": "2025-02-01", "amends": id(2)}));
    let withdrawal = record(4, "withdrawal", &json!({"of": id(2), "reason": "Not ours"}));
    let rows: [(&[&Record], &[&str]); 4] = [
        (&[&old], &["1 transfer_until 2022-01-01"]),
        (&[&old, &new], &["2 transfer_until 2027-01-01"]),
        (&[&old, &new, &amended], &["2 transfer_until 2027-02-01"]),
        (&[&old, &new, &amended, &withdrawal], &["1 transfer_until 2022-01-01"]),
    ];
    for (records, expected) in rows {
        let records: Vec<Record> = records.iter().map(|record| (*record).clone()).collect();
        assert_eq!(found(&records), expected);
    }
}

fn thing(why: Why, on: &str) -> Due {
    Due { record: id(1), why, title: "x".into(), certificate: None, on: day(on), source: "", changed: Instant(0) }
}

#[test]
fn somebody_is_told_from_their_lead_on_until_it_is_long_past() {
    let settings = Settings::default().with_lead(ReminderKind::Certificate, None);
    // Why, the day, how often mail comes, today, whether it is told.
    let rows = [
        (Why::TaskDue, "2026-12-08", 1, "2026-11-30", false),
        (Why::TaskDue, "2026-12-08", 1, "2026-12-01", true),
        (Why::TaskDue, "2026-12-08", 1, "2026-12-09", true),
        (Why::TaskDue, "2026-12-08", 1, "2027-12-09", true),
        (Why::TaskDue, "2026-12-08", 1, "2027-12-10", false),
        // Told once a week, of what comes up before the next time too.
        (Why::TaskDue, "2026-12-08", 7, "2026-11-24", false),
        (Why::TaskDue, "2026-12-08", 7, "2026-11-25", true),
        (Why::WarrantyEnds, "2027-03-01", 1, "2026-12-30", false),
        (Why::WarrantyEnds, "2027-03-01", 1, "2026-12-31", true),
        (Why::WarrantyEnds, "2027-03-01", 1, "2027-04-01", true),
        (Why::WarrantyEnds, "2027-03-01", 1, "2027-04-02", false),
        (Why::TransferUntil, "2026-12-01", 1, "2026-12-01", false),
    ];
    for (why, on, every_days, today, expected) in rows {
        let got = told(vec![thing(why, on)], &settings, day(today), every_days);
        assert_eq!(got.len() == 1, expected, "{why} {on} {every_days} {today}");
    }
}

#[test]
fn what_comes_next_is_told_by_its_lead() {
    let settings = Settings::default().with_lead(ReminderKind::Certificate, None);
    let due = vec![
        thing(Why::WarrantyEnds, "2027-03-01"),
        thing(Why::TransferUntil, "2026-12-01"),
        thing(Why::TaskDue, "2026-12-08"),
        thing(Why::TaskDue, "2026-11-02"),
        thing(Why::WarrantyEnds, "2026-10-01"),
    ];
    let next = model::reminder::upcoming(due, &settings, day("2026-11-29"));
    let told: Vec<String> = next.iter().map(|(wait, due)| format!("{wait} {}", due.on)).collect();
    assert_eq!(told, ["0 2026-11-02", "2 2026-12-08", "32 2027-03-01"]);
}

#[test]
fn a_key_names_the_thing_why_and_the_day() {
    let key = thing(Why::TaskDue, "2026-12-08").key();
    assert_eq!(key, "00000000-0000-0000-0000-000000000001 task_due 2026-12-08");
    assert_ne!(key, thing(Why::TaskDue, "2027-12-08").key(), "another day is another reminder");
}

#[test]
fn quiet_hours_may_pass_midnight() {
    let rows = [
        ((1260, 420), 1259, false),
        ((1260, 420), 1260, true),
        ((1260, 420), 0, true),
        ((1260, 420), 419, true),
        ((1260, 420), 420, false),
        ((60, 120), 59, false),
        ((60, 120), 60, true),
        ((60, 120), 120, false),
        ((300, 300), 300, false),
    ];
    for ((from, until), minute, expected) in rows {
        assert_eq!(Quiet { from, until }.covers(minute), expected, "{from} {until} {minute}");
    }
}

#[test]
fn a_week_is_from_monday_to_sunday() {
    let period = |text: &str| Digest::Weekly.period(day(text));
    assert_eq!(period("2026-11-23"), period("2026-11-29"));
    assert_ne!(period("2026-11-22"), period("2026-11-23"));
    assert_eq!(period("2023-12-31"), Some("week -1".into()));
    assert_ne!(Digest::Daily.period(day("2026-11-23")), Digest::Daily.period(day("2026-11-24")));
    assert_eq!(Digest::Never.period(day("2026-11-23")), None);
}

#[test]
fn settings_read_back_and_what_is_wrong_with_them_is_found() {
    let written = serde_json::to_string(&Settings::default()).expect("written");
    assert_eq!(
        written,
        r#"{"leads":[{"kind":"task","days":7},{"kind":"warranty","days":60},{"kind":"certificate","days":60}],"push":false,"digest":"never","quiet":{"from":1260,"until":420}}"#
    );
    assert_eq!(serde_json::from_str::<Settings>(&written).expect("read"), Settings::default());
    let lead = |days| Lead { kind: ReminderKind::Task, days };
    let rows = [
        (Settings::default(), 0),
        (Settings { leads: vec![], quiet: Quiet::NONE, ..Settings::default() }, 0),
        (Settings { leads: vec![lead(-1)], ..Settings::default() }, 1),
        (Settings { leads: vec![lead(366)], ..Settings::default() }, 1),
        (Settings { leads: vec![lead(1), lead(2)], ..Settings::default() }, 1),
        (Settings { quiet: Quiet { from: 1440, until: -1 }, ..Settings::default() }, 2),
    ];
    for (settings, faults) in rows {
        let mut check = model::letter::Check::default();
        settings.check(&mut check);
        assert_eq!(check.faults().len(), faults, "{settings:?}");
    }
}

proptest! {
    /// Whoever is told on one day was told the day before, or it came up today: nothing is skipped by days on which nobody looked.
    #[test]
    fn what_was_told_stays_told_until_long_after_its_day(lead in 0i64..365, ahead in -40i64..400) {
        let settings = Settings::default().with_lead(ReminderKind::Warranty, Some(lead));
        let today = day("2026-06-01");
        let on = if ahead < 0 { day("2026-04-01").plus_days((ahead + 61) as u32) } else { today.plus_days(ahead as u32) };
        let thing = Due { on, ..thing(Why::WarrantyEnds, "2026-06-01") };
        let is_told = |today: Date| !told(vec![thing.clone()], &settings, today, 1).is_empty();
        prop_assert_eq!(is_told(today), ahead <= lead && ahead >= -31);
        if is_told(today) && ahead > -31 {
            prop_assert!(is_told(today.plus_days(1)));
        }
    }
}
