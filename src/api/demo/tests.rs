//! What the demonstration promises: no faults, no loose ends, the counts, the days.

use super::pen::id;
use super::{DemoHome, home};
use model::body::Fields;
use model::deferral::Deferral;
use model::entry::{Entry, EntryType, Severity};
use model::health::State;
use model::kind::{Nature, edit_faults, kind_of};
use model::schedule::{self, Answer, Ledger, Next};
use model::system::System;
use model::task::Task;
use model::warranty::Warranty;
use model::withdrawal::Withdrawal;
use model::{Date, Edit, FileHash, FileRef, Letter, Record, RecordId};
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet, HashSet};
use std::sync::LazyLock;

static HOME: LazyLock<DemoHome> = LazyLock::new(|| home(today()));

fn today() -> Date {
    "2026-11-21".parse().expect("a date")
}

fn records(home: &DemoHome) -> BTreeMap<RecordId, Record> {
    let mut records: BTreeMap<RecordId, Record> = BTreeMap::new();
    for edit in &home.edits {
        let next = records.get(&edit.id).map_or_else(|| Record::first(edit), |record| record.merged(edit));
        records.insert(edit.id, next);
    }
    records
}

fn letters<T: Letter>(home: &DemoHome) -> BTreeMap<RecordId, T> {
    let of_kind = records(home).into_iter().filter(|(_, record)| record.kind == T::KIND);
    of_kind.map(|(id, record)| (id, record.body.read().expect("a letter"))).collect()
}

/// Ids of records that `value` names, in the fields that hold ids.
fn named(value: &Value, found: &mut Vec<RecordId>) {
    match value {
        Value::String(text) => found.extend(text.parse::<RecordId>()),
        Value::Array(values) => values.iter().for_each(|value| named(value, found)),
        Value::Object(fields) => fields.values().for_each(|value| named(value, found)),
        _ => {}
    }
}

#[test]
fn every_edit_is_free_of_faults_on_any_day_of_a_year() {
    for month in 1..=12 {
        let today = Date::of(2027, month, 14).expect("a date");
        let home = home(today);
        let mut seen = BTreeSet::new();
        for edit in &home.edits {
            let faults = edit_faults(&edit.kind, &edit.fields, !seen.insert(edit.id));
            assert_eq!(faults, [], "{} {}", edit.kind, edit.fields.text());
        }
        assert_eq!(open_faults(&home).len(), 2, "{today}");
    }
}

#[test]
fn what_is_named_was_written_by_then() {
    // By the end of the day: within one, a family writes in any order.
    let day_of = |edit: &Edit| edit.stamp.at_ms / 86_400_000;
    let mut first = BTreeMap::new();
    HOME.edits.iter().for_each(|edit| _ = first.entry(edit.id).or_insert(day_of(edit)));
    let mut loose = Vec::new();
    for edit in &HOME.edits {
        let mut ids = Vec::new();
        named(&Value::Object(edit.fields.open()), &mut ids);
        if ids.iter().any(|id| first.get(id).is_none_or(|written| *written > day_of(edit))) {
            loose.push(edit.fields.text());
        }
    }
    assert!(loose.is_empty(), "{}", loose.join("\n"));
}

#[test]
fn stamps_rise_over_ten_years_and_end_before_today() {
    assert!(HOME.edits.windows(2).all(|pair| pair[0].stamp < pair[1].stamp));
    let (first, last) = (HOME.edits[0].stamp.at_ms, HOME.edits[HOME.edits.len() - 1].stamp.at_ms);
    assert!(last - first > 10 * 365 * 86_400_000);
    assert!(last < super::day::moment_ms(today(), 0));
    let keys: BTreeSet<_> = HOME.edits.iter().map(|edit| edit.key).collect();
    assert_eq!(keys.len(), HOME.edits.len());
    // Written all along: no quarter of the ten years without an entry.
    let quarters: BTreeSet<_> = HOME
        .edits
        .iter()
        .filter(|edit| edit.kind == Entry::KIND)
        .map(|edit| (edit.stamp.at_ms - first) / (91 * 86_400_000))
        .collect();
    assert!(quarters.len() >= 42, "{}", quarters.len());
}

#[test]
fn every_file_is_what_its_reference_says() {
    let mut files = BTreeMap::new();
    for (file, content) in &HOME.files {
        assert_eq!((FileHash::of(content), content.len() as u64), (file.hash, file.size), "{}", file.name);
        assert_eq!(model::file::media_of(content), file.media);
        assert!(file.size <= 150 * 1024, "{} has {} bytes", file.name, file.size);
        if file.is_photo() {
            assert_eq!(sides(content), (file.width, file.height), "{}", file.name);
        }
        assert!(files.insert(file.hash, file).is_none(), "{} twice", file.name);
    }
    let mut named = BTreeSet::new();
    for edit in &HOME.edits {
        for file in files_of(&edit.fields.open()) {
            let kept = files.get(&file.hash).unwrap_or_else(|| panic!("no file for {}", edit.fields.text()));
            assert_eq!(
                (kept.size, kept.width, kept.height, &kept.media),
                (file.size, file.width, file.height, &file.media)
            );
            named.insert(file.hash);
        }
    }
    assert_eq!(named.len(), files.len());
}

/// Pixels across and down, from the frame header of a baseline JPEG.
fn sides(jpeg: &[u8]) -> (Option<u32>, Option<u32>) {
    let mut at = 2;
    while jpeg[at + 1] != 0xc0 {
        at += 2 + usize::from(u16::from_be_bytes([jpeg[at + 2], jpeg[at + 3]]));
    }
    let side = |at: usize| Some(u16::from_be_bytes([jpeg[at], jpeg[at + 1]]).into());
    (side(at + 7), side(at + 5))
}

fn files_of(fields: &Fields) -> Vec<FileRef> {
    let lists = fields.get("files").and_then(Value::as_array).into_iter().flatten();
    lists.chain(fields.get("file")).map(|value| serde_json::from_value(value.clone()).expect("a file")).collect()
}

#[test]
fn the_counts_are_those_of_a_house_lived_in() {
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for record in records(&HOME).values() {
        *counts.entry(record.kind.clone()).or_default() += 1;
    }
    let photos = HOME.files.iter().filter(|(file, _)| file.is_photo()).count();
    println!("{counts:?}, {} edits, {photos} photos, {} papers", HOME.edits.len(), HOME.files.len() - photos);
    let within = |kind: &str, least: usize, most: usize| {
        let count = counts.get(kind).copied().unwrap_or_default();
        assert!((least..=most).contains(&count), "{count} of {kind}");
    };
    within("property", 1, 1);
    within("zone", 15, 25);
    within("system", 25, 32);
    within("entry", 380, 430);
    within("contact", 15, 30);
    within("document", 25, 50);
    within("certificate", 10, 20);
    within("warranty", 10, 20);
    within("task", 20, 35);
    within("deferral", 1, 3);
    within("claim", 1, 3);
    within("item", 20, 40);
    within("reading", 230, 260);
    within("withdrawal", 1, 1);
    within("inspection", 2, 4);
    within("checklist", 1, 2);
    assert!((38..=60).contains(&photos), "{photos} photos");
    assert_eq!(photos, super::photo::Album::shared().len(), "pictures that nobody sees");
}

fn open_faults(home: &DemoHome) -> Vec<String> {
    let entries = letters::<Entry>(home);
    let settled: BTreeSet<_> = entries.values().filter_map(|entry| entry.settles).collect();
    let open = entries.iter().filter(|(id, entry)| entry.sort == EntryType::Fault && !settled.contains(id));
    open.map(|(_, entry)| entry.title.clone()).collect()
}

#[test]
fn two_faults_are_open_and_all_others_are_settled_by_later_entries() {
    assert_eq!(open_faults(&HOME).len(), 2);
    let entries = letters::<Entry>(&HOME);
    for entry in entries.values() {
        if let Some(fault) = entry.settles.and_then(|fault| entries.get(&fault)) {
            assert_eq!(fault.sort, EntryType::Fault, "{}", entry.title);
            assert!(fault.when.map(|when| when.first()) <= entry.when.map(|when| when.last()), "{}", entry.title);
        }
    }
    assert!(entries.values().filter(|entry| entry.settles.is_some()).count() >= 8);
}

#[test]
fn facts_are_written_once_and_corrections_name_facts_of_their_kind() {
    let mut seen = BTreeSet::new();
    for edit in &HOME.edits {
        let nature = kind_of(&edit.kind).expect("a known kind").nature;
        assert!(seen.insert(edit.id) || nature == Nature::Living);
    }
    let entries = letters::<Entry>(&HOME);
    let amended =
        entries.values().filter_map(|entry| entry.amends).inspect(|of| assert!(entries.contains_key(of))).count();
    assert!(amended >= 3);
    let withdrawals = letters::<Withdrawal>(&HOME);
    assert!(withdrawals.values().all(|withdrawal| withdrawal.of.is_some_and(|of| entries.contains_key(&of))));
}

#[test]
fn the_first_geyser_keeps_its_history_under_the_second() {
    let systems = letters::<System>(&HOME);
    let (first, second) = (id::<System>("geyser-1"), id::<System>("geyser-2"));
    assert_eq!((systems[&first].replaced_by, systems[&first].in_use()), (Some(second), false));
    let of_first = letters::<Entry>(&HOME).values().filter(|entry| entry.systems.contains(&first)).count();
    assert!(of_first >= 6, "{of_first}");
    assert!(systems.values().filter(|system| system.parent.is_some()).count() >= 5);
}

/// The answers to all tasks.
fn ledger() -> Ledger {
    let done = letters::<Entry>(&HOME).into_iter().filter_map(|(id, entry)| Answer::of_entry(id, &entry));
    let deferred = letters::<Deferral>(&HOME).into_iter().filter_map(|(id, said)| Answer::of_deferral(id, &said));
    Ledger::new(done.chain(deferred).collect())
}

#[test]
fn what_comes_round_has_a_history_and_a_next_day() {
    let (ledger, tasks) = (ledger(), letters::<Task>(&HOME));
    let rounds: Vec<(&Task, usize)> = tasks
        .iter()
        .filter(|(_, task)| task.recurrence.is_some())
        .map(|(id, task)| (task, schedule::completions(ledger.of(*id)).len()))
        .collect();
    assert!(rounds.len() >= 12);
    for (task, done) in rounds {
        assert!(done >= 1, "{} was never done", task.title);
        assert_eq!(task.faults(), [], "{}", task.title);
    }
    let entries = letters::<Entry>(&HOME);
    assert!(entries.values().filter_map(|entry| entry.completes).all(|task| tasks.contains_key(&task)));
}

#[test]
fn something_is_overdue_something_is_soon_and_warranties_end() {
    let today = today();
    let ledger = ledger();
    let tasks = letters::<Task>(&HOME);
    let due = tasks.iter().filter_map(|(id, task)| match schedule::next(task, ledger.of(*id), &[]) {
        Next::Due(due) => Some(due.by.days_since(today)),
        Next::Never | Next::Unknown => None,
    });
    let due: Vec<i64> = due.collect();
    let count = |low, high| due.iter().filter(|days| (low..=high).contains(*days)).count();
    assert!(count(-60, -1) >= 2 && count(0, 30) >= 4 && count(31, 400) >= 4, "{due:?}");
    let ends: Vec<i64> =
        letters::<Warranty>(&HOME).values().filter_map(|warranty| Some(warranty.ends()?.days_since(today))).collect();
    assert!(ends.iter().any(|days| (1..=30).contains(days)) && ends.iter().any(|days| *days < 0), "{ends:?}");
}

#[test]
fn a_certificate_is_flagged_gas_is_due_and_a_claim_has_moved_a_warranty() {
    let home = records(&HOME);
    let records: Vec<Record> = home.into_values().collect();
    let read = report::Records::read(&records);
    let home = read.home();
    let basis = home.basis();
    let flagged = basis.papers.iter().filter(|paper| {
        !model::basis::is_superseded(&basis, paper) && model::basis::altered_by(&basis, paper, today()).is_some()
    });
    let flagged: Vec<&str> = flagged.map(|paper| paper.letter.number.as_str()).collect();
    assert_eq!(flagged, ["EC-WC 0087216"], "the certificate of the whole house and no other");
    let soon = |day: Option<Date>| day.is_some_and(|day| (0..=30).contains(&day.days_since(today())));
    assert_eq!(basis.papers.iter().filter(|paper| soon(model::basis::inspect_by(paper))).count(), 1);
    let geyser = home.warranties.iter().filter(|one| one.letter.systems == [id::<System>("geyser-2")]);
    let clocks: Vec<_> = geyser.map(|one| home.clock(*one)).collect();
    assert!(clocks.len() >= 2 && clocks.iter().all(|clock| clock.ends.is_some()), "{clocks:?}");
    assert_eq!(clocks.iter().filter(|clock| clock.moved_by.is_some()).count(), 1);
}

#[test]
fn systems_stand_at_every_stage_of_life() {
    let systems = letters::<System>(&HOME);
    let stages: BTreeSet<_> = systems
        .values()
        .filter(|system| system.in_use())
        .filter_map(|system| Some(model::life::age(system, today())?.stage))
        .collect();
    assert!(stages.len() == 4, "{stages:?}");
    assert!(systems.values().all(|system| system.conflicts().is_empty()));
}

#[test]
fn labour_and_parts_add_up_to_the_cost() {
    for entry in letters::<Entry>(&HOME).values() {
        let cents = |money: &Option<model::Money>| money.as_ref().map_or(0, |money| money.cents);
        assert_eq!(cents(&entry.cost), cents(&entry.labour) + cents(&entry.parts_cost), "{}", entry.title);
    }
}

#[test]
fn the_same_day_gives_the_same_home() {
    let again = home(today());
    assert_eq!(again.edits, HOME.edits);
    assert_eq!(again.files, HOME.files);
}

#[test]
fn systems_stand_well_and_badly_and_an_emergency_holds_the_home_down() {
    let records: Vec<Record> = records(&HOME).into_values().collect();
    let read = report::Records::read(&records);
    let health = read.home().health(today()).expect("the whole home is given");
    let count = |state| health.systems.iter().filter(|one| one.health.state() == state).count();
    let told = [State::Poor, State::Fair, State::Good].map(count);
    assert!(told[0] >= 1 && told[1] >= 5 && told[2] >= 10, "{told:?}");
    assert_eq!((health.health.score, health.held_by), (Some(40), Some(Severity::Emergency)));
    assert!(health.health.confidence >= 75, "{:?}", health.health);
    assert_eq!(health.causes()[0].system, Some(id::<System>("cottage-geyser")));
    let reasons =
        health.causes().iter().map(|cause| std::mem::discriminant(&cause.lost.reason)).collect::<HashSet<_>>();
    assert!(reasons.len() >= 7, "reasons of many sorts");
}
