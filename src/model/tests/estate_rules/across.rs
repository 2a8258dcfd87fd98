//! Work across units and its vendors, from their letters to the rules and back.

use super::{day, rid};
use model::estate::bundle::Offer;
use model::estate::programme::{Progress, again, progress};
use model::estate::vendor::{self as rule, Approval, Body as Registrar, Reason, Verdict, assignable};
use model::life::Stage;
use model::scheme::bundle::together;
use model::scheme::joining::answers;
use model::scheme::programme::{Laid, laid, lay};
use model::scheme::vendor_job::{finished, track};
use model::scheme::{Bundle, Cover, Inventory, Joining, Programme, Slot, Task, Thing, Vendor, VendorJob};
use model::system::SystemType;
use model::{Body, Date, Edit, EditKey, FileRef, Letter, Record, RecordId, Stamp};

const TODAY: &str = "2026-11-27";

fn record<T: Letter>(id: u128, rev: u64, letter: &T) -> Record {
    let (key, kind) = (EditKey::default(), T::KIND.to_owned());
    let edit = Edit { key, id: rid(id), kind, stamp: Stamp::default(), fields: Body::seal(&letter.fields()) };
    Record { rev, ..Record::first(&edit) }
}

fn due(unit: u128, key: &str, title: &str, by: &str) -> Inventory {
    let sort = Some(SystemType::Geyser);
    let task = Task { key: key.into(), title: title.into(), sort, by: Some(day(by)), ..Task::default() };
    Inventory { unit: Some(rid(unit)), tasks: vec![task], ..Inventory::default() }
}

#[test]
fn the_same_work_is_told_by_the_key_of_the_catalogue_else_by_its_name() {
    let inventories = [
        due(1, "geyser.service", "Service", "2026-12-20"),
        due(2, "geyser.service", "Yearly service", "2026-12-01"),
        due(3, "", "Service", "2026-12-05"),
        due(4, "", "Service", "2026-12-06"),
        due(5, "geyser.service", "Service", "2027-06-01"),
    ];
    let found = together(&inventories, &[], 30, day(TODAY));
    let told: Vec<_> = found.iter().map(|one| (one.title.as_str(), one.bundle.units(), one.bundle.by)).collect();
    // The first that tells of a task names it.
    let rows =
        [("Service", vec![rid(2), rid(1)], day("2026-12-01")), ("Service", vec![rid(3), rid(4)], day("2026-12-05"))];
    assert_eq!(told, rows);
    assert_eq!(found[0].key, "geyser.service");
    // What a call-out sees to is not offered again, until what falls due after it.
    let bundle = Bundle {
        title: "Service".into(),
        key: "geyser.service".into(),
        sort: Some(SystemType::Geyser),
        units: vec![rid(1), rid(2)],
        ..Bundle::default()
    };
    assert_eq!(together(&inventories, std::slice::from_ref(&bundle), 30, day(TODAY)).len(), 1);
    let done = Bundle { done_on: Some(day("2026-11-20")), ..bundle };
    assert_eq!(together(&inventories, &[done], 30, day(TODAY)).len(), 2);
}

#[test]
fn the_last_answer_of_a_unit_stands_and_who_declines_pays_nothing() {
    let said = |unit, joins| Joining {
        bundle: Some(rid(50)),
        unit: Some(rid(unit)),
        joins,
        on: Some(day(TODAY)),
        ..Joining::default()
    };
    let records = [
        record(1, 9, &said(1, true)),
        record(2, 3, &said(1, false)),
        record(3, 4, &said(2, true)),
        record(4, 5, &said(3, false)),
        record(5, 6, &Joining { bundle: Some(rid(51)), ..said(4, true) }),
    ];
    let answers = answers(&records, rid(50));
    let bundle = Bundle {
        title: "Service".into(),
        by: Some(day("2026-12-01")),
        call_out: Some(90_001),
        each: Some(35_000),
        units: (1..=4).map(rid).collect(),
        ..Bundle::default()
    };
    let answered = bundle.answered(&answers);
    assert_eq!((answered.joined(), answered.units()), (vec![rid(1), rid(2)], vec![rid(1), rid(2), rid(4)]));
    let prices = answered.prices(bundle.offer().expect("both figures"));
    let told: Vec<_> = prices.iter().map(|price| (price.cents, price.alone)).collect();
    assert_eq!(told, [(80_001, 125_001), (80_000, 125_001)]);
    assert_eq!(bundle.cost(&answers), Some(160_001));
    assert_eq!(bundle.offer(), Some(Offer { call_out: 90_001, each: 35_000 }));
    assert_eq!(Bundle { each: None, ..bundle }.cost(&answers), None);
}

fn geyser(id: u128, installed: &str) -> Thing {
    Thing { id: rid(id), sort: SystemType::Geyser, installed: installed.parse().ok(), ..Thing::default() }
}

fn programme() -> Programme {
    Programme {
        name: "All geysers".into(),
        sort: SystemType::Geyser,
        from: Some(day("2026-10-01")),
        months: 6,
        capacity: 1,
        ..Programme::default()
    }
}

fn slot(system: u128, month: &str, done: Option<Date>) -> Slot {
    Slot {
        programme: Some(rid(70)),
        system: Some(rid(system)),
        unit: Some(rid(system - 10)),
        month: Some(day(month)),
        done,
        ..Slot::default()
    }
}

#[test]
fn a_programme_is_laid_down_and_replanned_without_moving_what_is_done() {
    let of = |unit, things| Inventory { unit: Some(rid(unit)), things, ..Inventory::default() };
    let gate = Thing { id: rid(19), sort: SystemType::GateMotor, ..Thing::default() };
    let inventories = [
        of(1, vec![geyser(11, "2010"), gate]),
        of(2, vec![geyser(12, "2024")]),
        // The geyser 13 was replaced by 33 in October.
        of(3, vec![geyser(33, "2026-10-20")]),
        of(4, vec![geyser(14, "2015")]),
    ];
    let slots = [
        (rid(61), slot(13, "2026-10-01", Some(day("2026-10-20")))),
        (rid(62), slot(11, "2026-10-01", None)),
        (rid(63), slot(12, "2026-12-01", None)),
        (rid(64), slot(12, "2027-01-01", None)),
        (rid(65), slot(18, "2027-02-01", None)),
    ];
    let pieces = programme().pieces(&inventories, &slots, day(TODAY));
    let told: Vec<_> = pieces.iter().map(|one| (one.id, one.stage, one.done.is_some())).collect();
    let rows = [
        (rid(11), Stage::Past, false),
        (rid(12), Stage::Within, false),
        (rid(14), Stage::Due, false),
        (rid(13), Stage::Unknown, true),
    ];
    assert_eq!(told, rows);
    let now = progress(&laid(&slots[..4]), &pieces, day(TODAY));
    assert_eq!(now, Progress { all: 4, done: 1, due: 2, late: 1 });
    let terms = programme().terms().expect("it has a first month");
    let plan = again(&pieces, terms, day(TODAY));
    let new = slot(14, "2026-12-01", None);
    let rows = [
        Laid::Gone(rid(64)),
        Laid::Moved(rid(62), day("2026-11-01")),
        Laid::New(Slot { unit: Some(rid(4)), ..new }),
        Laid::Moved(rid(63), day("2027-02-01")),
        Laid::Gone(rid(65)),
    ];
    assert_eq!(lay(rid(70), &plan, &slots), rows);
}

#[test]
fn a_vendor_is_judged_by_its_papers_on_the_day() {
    let file = Some(FileRef::default());
    let cover = |sort, insurance, expires: &str| Cover {
        body: "Somebody".into(),
        sort,
        insurance,
        expires: expires.parse().ok(),
        file: file.clone(),
        ..Cover::default()
    };
    let vendor = |covers| Vendor { approval: Approval::Approved, covers, ..Vendor::default() };
    let plumber = || cover(Some(Registrar::Plumbing), false, "2028-01-01");
    let insured = |until| cover(None, true, until);
    let lapsed = Reason::Insurance(rule::Held::Lapsed(day("2026-11-26")));
    let rows = [
        (vendor(vec![plumber(), insured("2028-01-01")]), Verdict::May, None),
        (vendor(vec![plumber(), insured("2026-11-26")]), Verdict::Blocked, Some(lapsed)),
        (vendor(vec![plumber()]), Verdict::Warn, Some(Reason::Insurance(rule::Held::None))),
        // An insurance that names a body is no registration there.
        (
            vendor(vec![cover(Some(Registrar::Plumbing), true, "2028-01-01")]),
            Verdict::Warn,
            Some(Reason::Registration(&rule::NEEDS[3], rule::Held::None)),
        ),
    ];
    for (vendor, verdict, reason) in rows {
        let (found, reasons) = assignable(&vendor.judged(), SystemType::Geyser, day(TODAY), rule::Lapse::Block);
        assert_eq!((found, reasons.first().copied()), (verdict, reason));
    }
    let only = Vendor { sorts: vec![SystemType::Roof], ..Vendor::default() };
    assert_eq!((only.works_on(SystemType::Roof), only.works_on(SystemType::Geyser)), (true, false));
    assert!(Vendor::default().works_on(SystemType::Geyser));
}

#[test]
fn a_recall_counts_against_the_job_that_it_puts_right() {
    let job = |vendor: u128, on: &str| VendorJob {
        vendor: Some(rid(vendor)),
        title: "Geyser".into(),
        finished: Some(day(on)),
        quoted: Some(100),
        invoiced: Some(110),
        ..VendorJob::default()
    };
    let records = [
        record(1, 1, &job(7, "2026-01-10")),
        record(2, 2, &VendorJob { recall_of: Some(rid(1)), ..job(8, "2026-02-10") }),
        record(3, 3, &VendorJob { amends: Some(rid(2)), recall_of: Some(rid(1)), ..job(8, "2026-02-11") }),
        record(4, 4, &job(7, "2026-03-10")),
    ];
    let jobs = finished(&records);
    let days: Vec<RecordId> = jobs.iter().map(|job| job.root).collect();
    assert_eq!(days, [rid(4), rid(2), rid(1)]);
    let recalled: Vec<bool> = track(&jobs, rid(7)).iter().map(|job| job.was_recalled).collect();
    assert_eq!(recalled, [false, true]);
    assert_eq!(track(&jobs, rid(8))[0].on, day("2026-02-11"));
}
