//! Worked examples, each to be checked by hand.

use super::book::*;
use model::certificate::Certificate;
use model::entry::{Entry, EntryType, Severity};
use model::health::weight::{self, FULL};
use model::health::{Part, Reason, State};
use model::inspection::{Found, Inspection, Point};
use model::system::{System, SystemType};

/// Score, confidence and what is missing: points, and why.
type Told = (Option<u32>, u32, Vec<(u32, Reason)>);

/// What is told of the only system.
fn told(book: &Book) -> Told {
    let health = book.health();
    let one = &health.systems[0];
    (one.health.score, one.health.confidence, one.lost.iter().map(|lost| (lost.points, lost.reason)).collect())
}

fn inspection(found: Found) -> Inspection {
    let point = Point { system: Some(id(1)), found, ..Point::default() };
    Inspection { on: Some(day("2026-04-01")), points: vec![point], ..Inspection::default() }
}

#[test]
fn worked_examples() {
    let known = |installed: &str| Book { papers: vec![id(1)], ..Book::of(vec![geyser(installed)]) };
    let kept = |installed: &str| known(installed).with([service("2026-03-01", &[1])]);
    let faulty = |severity| Reason::Fault { fault: id(ENTRIES + 1), severity };
    let late = |days| Reason::Late { task: id(TASKS), days };
    let rows: Vec<(&str, Book, Told)> = vec![
        // 4 of 12 years: less than half of its life, so age takes nothing. Serviced, make and model, photo, paper: all is known.
        ("young and looked after", kept("2022-11-27"), (Some(100), 100, vec![])),
        // 9 of 12 years are 75 %: 25 of the 50 per cent that count, so half of the 30 points.
        (
            "three quarters through its life",
            kept("2017-11-27"),
            (Some(85), 100, vec![(15, Reason::Old { percent: 75, is_due: true })]),
        ),
        // 7 of 12 years are 58 %: 8 of the 50, so 4.8 of the 30 points, cut to 4. Usually it lasts 8 years at least.
        (
            "past half of its life",
            kept("2019-11-27"),
            (Some(96), 100, vec![(4, Reason::Old { percent: 58, is_due: false })]),
        ),
        ("past its life", kept("2010-11-27"), (Some(70), 100, vec![(30, Reason::Old { percent: 133, is_due: true })])),
        // "Before 2022" may be any age: at least half of the points, and half of the confidence (35 / 2 = 17).
        ("of a bound only", kept("../2022"), (Some(85), 83, vec![(15, Reason::MayBeOlder)])),
        // Nothing planned, nothing done: half of 30 points, all of the 35 of confidence.
        ("never looked after", known("2022-11-27"), (Some(85), 65, vec![(15, Reason::NoCare)])),
        // What was done three years ago says nothing of today.
        (
            "looked after long ago",
            known("2022-11-27").with([service("2023-10-01", &[1])]),
            (Some(85), 65, vec![(15, Reason::NoCare)]),
        ),
        // An inspection in which somebody looked at it is care too; one in which nobody did is not.
        (
            "looked at in an inspection",
            Book { inspections: vec![inspection(Found::Good)], ..known("2022-11-27") },
            (Some(100), 100, vec![]),
        ),
        (
            "passed over in an inspection",
            Book { inspections: vec![inspection(Found::Unseen)], ..known("2022-11-27") },
            (Some(85), 65, vec![(15, Reason::NoCare)]),
        ),
        // 26 days late: 10 points, on top of nothing known (15).
        (
            "planned, late and never done",
            known("2022-11-27").planned([yearly("2026-11-01", &[1])]),
            (Some(75), 65, vec![(15, Reason::NoCareYet), (10, late(26))]),
        ),
        // Done on 1 March 2025, so due on 1 March 2026: 271 days late take 30, and nothing more. Seen within 24 months.
        (
            "late by most of a year",
            known("2022-11-27")
                .planned([yearly("2025-03-01", &[1])])
                .with([Entry { completes: Some(id(TASKS)), ..service("2025-03-01", &[]) }]),
            (Some(70), 100, vec![(30, late(271))]),
        ),
        (
            "with a minor fault",
            kept("2022-11-27").with([fault(Severity::Minor, &[1])]),
            (Some(92), 100, vec![(8, faulty(Severity::Minor))]),
        ),
        (
            "with an emergency",
            kept("2022-11-27").with([fault(Severity::Emergency, &[1])]),
            (Some(40), 100, vec![(60, faulty(Severity::Emergency))]),
        ),
        (
            "with an emergency that was settled",
            kept("2022-11-27").with([
                fault(Severity::Emergency, &[1]),
                Entry { settles: Some(id(ENTRIES + 1)), ..entry(EntryType::Repair, "2026-11-21", &[1]) },
            ]),
            (Some(100), 100, vec![]),
        ),
        // Nothing but its sort: 15 for care, 15 for age, 6 + 6 + 8 for evidence. It cannot be told.
        (
            "of which nothing is known",
            Book::of(vec![system(SystemType::Geyser, None)]),
            (
                None,
                0,
                vec![
                    (15, Reason::NoCare),
                    (15, Reason::InstalledUnknown),
                    (8, Reason::NoPaper),
                    (6, Reason::NoMake),
                    (6, Reason::NoPhoto),
                ],
            ),
        ),
        // The same with a fault: 50 - 25, and it is told.
        (
            "of which only a fault is known",
            Book::of(vec![system(SystemType::Geyser, None)]).with([note(), fault(Severity::Serious, &[1])]),
            (
                Some(25),
                0,
                vec![
                    (25, faulty(Severity::Serious)),
                    (15, Reason::NoCare),
                    (15, Reason::InstalledUnknown),
                    (8, Reason::NoPaper),
                    (6, Reason::NoMake),
                    (6, Reason::NoPhoto),
                ],
            ),
        ),
        // A sort of thing whose life nobody knows: half of the points for age, half of its confidence.
        (
            "of an unknown life",
            Book {
                papers: vec![id(1)],
                ..Book::of(vec![System { files: vec![photo()], ..system(SystemType::Other, Some("2020")) }])
            }
            .with([service("2026-03-01", &[1])]),
            (Some(85), 83, vec![(15, Reason::LifeUnknown)]),
        ),
    ];
    for (name, book, expected) in rows {
        assert_eq!(told(&book), expected, "{name}");
    }
}

/// Points and confidence that a distribution board lacks for its certificate.
#[test]
fn certificates_count_by_what_they_are_good_for() {
    let board = || Book {
        papers: vec![id(1)],
        ..Book::of(vec![System { sort: SystemType::DistributionBoard, ..geyser("2020") }])
            .with([service("2026-03-01", &[1])])
    };
    let altered = Entry { alters: Some(true), ..entry(EntryType::Repair, "2026-05-05", &[1]) };
    let unsure = Certificate { test_report: None, ..electrical("2024-02-02", &[]) };
    let rows = vec![
        ("none", board(), Some((10, 12))),
        ("one that stands", board().certified([electrical("2024-02-02", &[])]), None),
        ("one for another system", board().certified([electrical("2024-02-02", &[9])]), Some((10, 12))),
        (
            "one that was altered after",
            board().certified([electrical("2024-02-02", &[1])]).with([altered]),
            Some((10, 0)),
        ),
        ("one of which nobody knows the report", board().certified([unsure]), Some((5, 0))),
    ];
    for (name, book, expected) in rows {
        let health = book.health();
        let lost = health.systems[0].lost.iter().find(|lost| matches!(lost.reason, Reason::Certificate { .. }));
        assert_eq!(lost.map(|lost| (lost.points, lost.confidence)), expected, "{name}");
    }
    // For solar panels the electrical certificate of their part does as well as one of the whole photovoltaic installation.
    let panels = Book::of(vec![System { sort: SystemType::SolarPanels, ..geyser("2020") }]);
    let lost = |book: &Book| {
        let health = book.health();
        let own = health.systems[0].lost.iter().find(|lost| matches!(lost.reason, Reason::Certificate { .. }));
        own.map(|lost| lost.points)
    };
    assert_eq!((lost(&panels), lost(&panels.certified([electrical("2021-03-03", &[1])]))), (Some(10), None));
    // No law asks for one of an ordinary electric geyser, whatever else stands in the home.
    let heaters = Book::of(vec![geyser("2022"), system(SystemType::SolarGeyser, Some("2022"))]).health();
    let asked = |system: u128| {
        let own = heaters.system(id(system)).expect("it is there");
        own.lost.iter().any(|lost| matches!(lost.reason, Reason::Certificate { .. }))
    };
    assert_eq!((asked(1), asked(2)), (false, true));
}

#[test]
fn a_home_counts_each_system_by_what_its_failure_costs_and_hides_no_fault() {
    let well = |sort| System { sort, life_years: Some(40), ..geyser("2022-11-27") };
    let book = |sorts: &[SystemType]| {
        let systems: Vec<System> = sorts.iter().map(|sort| well(*sort)).collect();
        let all: Vec<u128> = (1..).take(systems.len()).collect();
        let papers = all.iter().map(|number| id(*number)).collect();
        Book { papers, ..Book::of(systems) }.with([service("2026-03-01", &all)])
    };
    let many = [SystemType::Geyser; 9];
    let rows = vec![
        // 4 x 100 + 1 x 100, by 5.
        ("two that stand well", book(&[SystemType::Geyser, SystemType::Oven]), (Some(100), None)),
        // A geyser counts 4 times, an oven once: (4 x 92 + 100) / 5 = 93, and (4 x 100 + 92) / 5 = 98.
        (
            "a minor fault of the geyser",
            book(&[SystemType::Geyser, SystemType::Oven]).with([fault(Severity::Minor, &[1])]),
            (Some(93), None),
        ),
        (
            "a minor fault of the oven",
            book(&[SystemType::Geyser, SystemType::Oven]).with([fault(Severity::Minor, &[2])]),
            (Some(98), None),
        ),
        // The mean would be (8 x 100 + 40) / 9 = 93: an emergency holds the home at 40.
        (
            "an emergency of one in nine",
            book(&many).with([fault(Severity::Emergency, &[9])]),
            (Some(40), Some(Severity::Emergency)),
        ),
        (
            "a serious fault of one in nine",
            book(&many).with([fault(Severity::Serious, &[9])]),
            (Some(75), Some(Severity::Serious)),
        ),
        // A fault of no system takes a fifth: 25 / 5 = 5 of 100, and holds the home.
        (
            "a serious fault of no system",
            book(&many).with([fault(Severity::Serious, &[])]),
            (Some(75), Some(Severity::Serious)),
        ),
        ("a minor fault of no system", book(&many).with([fault(Severity::Minor, &[])]), (Some(99), None)),
        // 20 / 5.
        ("a late task of no system", book(&many).planned([yearly("2026-10-01", &[])]), (Some(96), None)),
        ("nothing", Book::default(), (None, None)),
        ("nothing but a minor fault", Book::default().with([fault(Severity::Minor, &[])]), (None, None)),
        // 50 - 25 / 5.
        ("nothing but a serious fault", Book::default().with([fault(Severity::Serious, &[])]), (Some(45), None)),
        ("a system out of use", book(&[SystemType::Geyser]).gone(), (None, None)),
    ];
    for (name, book, expected) in rows {
        let health = book.health();
        assert_eq!((health.health.score, health.held_by), expected, "{name}");
    }
}

#[test]
fn a_zone_has_what_lies_in_it_and_its_own_faults() {
    let (upstairs, bathroom, garage) = (id(50), id(51), id(52));
    let place = |zone, parent: Option<u128>, system| System { zone, parent: parent.map(id), ..system };
    let book = Book {
        zones: vec![(upstairs, None), (bathroom, Some(upstairs)), (garage, None)],
        papers: vec![id(1), id(2)],
        ..Book::of(vec![
            place(Some(bathroom), None, geyser("2022-11-27")),
            // A part is where its system is.
            place(None, Some(1), geyser("2010-11-27")),
        ])
    };
    let mut leak = fault(Severity::Serious, &[]);
    leak.zones = vec![garage];
    let health = book.with([service("2026-03-01", &[1, 2]), leak]).health();
    let told: Vec<_> =
        health.zones.iter().map(|zone| (zone.id, zone.health.score, zone.systems, zone.held_by)).collect();
    // The garage is one of which nothing is known but the fault: 50 - 25.
    assert_eq!(told, [(garage, Some(25), 0, None), (upstairs, Some(85), 2, None), (bathroom, Some(85), 2, None)]);
    let worst = |zone: usize| health.zones[zone].worst.map(|cause| (cause.system, cause.lost.part));
    assert_eq!([0, 1].map(worst), [Some((None, Part::Faults)), Some((Some(id(2)), Part::Age))]);
    assert_eq!(health.health.score, Some(75));
    let first = health.causes()[0];
    assert_eq!((first.system, first.lost.part), (None, Part::Faults));
}

#[test]
fn nothing_is_good_by_a_guess() {
    // 4 of 12 years, a photo, a paper, make and model: 85 points at a confidence of 65 is believed, at 50 it is not.
    let known = Book { papers: vec![id(1)], ..Book::of(vec![geyser("2022-11-27")]) };
    assert_eq!(known.health().systems[0].health.state(), State::Good);
    let bound = Book { papers: vec![id(1)], ..Book::of(vec![geyser("../2026")]) }.with([service("2026-03-01", &[])]);
    assert_eq!(bound.health().systems[0].health.state(), State::Fair);
    let unshown = Book::of(vec![System { files: Vec::new(), ..geyser("2022-11-27") }]);
    assert_eq!(told(&unshown).0, Some(71));
    let late = Book::of(vec![system(SystemType::Geyser, Some("2022"))]).with([service("2026-03-01", &[1])]);
    let health = late.health().systems[0].health;
    assert_eq!((health.score, health.confidence, health.state()), (Some(80), 70, State::Good));
    let dated = System { files: vec![photo()], ..system(SystemType::Geyser, Some("../2026")) };
    let unsure = Book { papers: vec![id(1)], ..Book::of(vec![dated]) }.health().systems[0].health;
    assert_eq!((unsure.score, unsure.confidence, unsure.state()), (Some(64), 40, State::Fair));
    // And nothing is bad by a guess: past its life is all that is known (100 - 30 - 15 - 20).
    let old = Book::of(vec![system(SystemType::Geyser, Some("2001"))]);
    let health = old.health().systems[0].health;
    assert_eq!((health.score, health.confidence, health.state()), (Some(35), 35, State::Unsure));
    let broken = old.with([note(), fault(Severity::Serious, &[1])]).health().systems[0].health;
    assert_eq!((broken.score, broken.state()), (Some(10), State::Poor));
}

#[test]
fn the_tables_add_up() {
    let sum = |of: fn(&weight::Weight) -> u32| weight::PARTS.iter().map(of).sum::<u32>();
    assert_eq!((sum(|one| one.points), sum(|one| one.confidence)), (FULL, FULL));
    let shown = weight::weight(Part::Evidence);
    for one in weight::EVIDENCE {
        let all = [one.make, one.photo, one.paper, one.certificate];
        let points: u32 = all.iter().map(|(points, _)| points).sum();
        let confidence: u32 = all.iter().map(|(_, confidence)| confidence).sum();
        assert_eq!((points, confidence), (shown.points, shown.confidence), "{one:?}");
        assert_eq!(weight::evidence(one.is_made, one.is_certified), one);
    }
    for (at, one) in weight::PARTS.iter().enumerate() {
        assert_eq!(one.part as usize, at);
    }
    for (at, one) in weight::SHARES.iter().enumerate() {
        assert_eq!(one.risk as usize, at);
    }
    let nothing = Book::of(vec![system(SystemType::Geyser, None)]).health();
    assert_eq!(nothing.systems[0].points, weight::UNKNOWN_POINTS);
}

#[test]
fn later_is_never_cheaper() {
    assert!(weight::LATENESS.is_sorted());
    for severity in Severity::ALL.windows(2) {
        assert!(weight::fault_points(severity[0]) < weight::fault_points(severity[1]));
        assert!(weight::ceiling(severity[0]) > weight::ceiling(severity[1]));
    }
    assert!(weight::SHARES.is_sorted_by(|one, next| one.times >= next.times));
}
