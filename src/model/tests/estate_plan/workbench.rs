//! The capital plan of a scheme, read from its records.

use super::{FIRST, day, rid};
use model::estate::capital::{Basis, Change, Horizon, Implemented, Minimum, Missing, Rise};
use model::estate::category::Category;
use model::estate::grid::Mark;
use model::estate::responsibility::Regime;
use model::scheme::workbench::{missing, shortfall};
use model::scheme::{
    Budget, CapitalItem, CapitalJob, CapitalScenario, ChangeType, Inventory, PlannedItem, ScenarioChange, Scheme,
    Thing, Unit, Workbench,
};
use model::{Body, Letter, Record};

const RAND: i64 = 100;

fn record<T: Letter>(number: u128, letter: &T) -> Record {
    Record { id: rid(number), kind: T::KIND.into(), body: Body::seal(&letter.fields()), ..Record::default() }
}

/// The worked example: cost R800 000, of which R200 000 were contributed, life of 20 years, due in four.
fn roof() -> CapitalItem {
    CapitalItem {
        category: Category::Roofing,
        name: "Roof of block A".into(),
        state: Some(Mark::Poor),
        due: Some(FIRST + 4),
        cost: Some(800_000 * RAND),
        life: Some(20),
        past: Some(200_000 * RAND),
        systems: vec![rid(70)],
        ..CapitalItem::default()
    }
}

fn scheme() -> Scheme {
    Scheme { name: "Protea Mews".into(), year_end: Some(2), ..Scheme::default() }
}

fn budget(year: i32) -> Budget {
    Budget { year: Some(year), opening: Some(200_000 * RAND), ..Budget::default() }
}

fn of(more: &[Record]) -> Workbench {
    let all = [vec![record(1, &scheme()), record(2, &roof()), record(3, &budget(FIRST))], more.to_vec()].concat();
    Workbench::of(&all).expect("a scheme")
}

#[test]
fn the_roof_has_two_numbers_and_neither_is_put_in_the_place_of_the_other() {
    let bench = of(&[]);
    let beside = bench.beside(FIRST);
    assert_eq!((beside.rule.cents(), beside.needed.cents()), (30_000 * RAND, 150_000 * RAND));
    assert_eq!(bench.shortest(FIRST), Some((rid(2), 480_000 * RAND)));
    let as_is = &bench.outcomes(FIRST, "As it is", Horizon::of(10).expect("ten years"))[0];
    assert_eq!((as_is.name.as_str(), as_is.flow.short_in), ("As it is", Some(FIRST + 4)));
}

#[test]
fn what_is_short_is_told_only_where_it_is_known() {
    let short = |change: fn(&mut CapitalItem)| {
        let mut item = roof();
        change(&mut item);
        shortfall(&item.item(rid(2)), FIRST)
    };
    type Change = fn(&mut CapitalItem);
    let rows: [(Change, Option<i64>); 7] = [
        (|_| (), Some(480_000 * RAND)),
        (|item| item.life = Some(0), None),
        (|item| item.cost = None, None),
        (|item| item.due = None, None),
        // Covered by what was contributed before: nothing is short.
        (|item| item.past = Some(900_000 * RAND), Some(-100_000 * RAND)),
        // Late: all of it is wanting at once.
        (|item| item.due = Some(FIRST - 3), Some(600_000 * RAND)),
        (|item| item.escalation = Some(1_000), Some(851_280 * RAND)),
    ];
    for (at, (change, expected)) in rows.into_iter().enumerate() {
        assert_eq!(short(change), expected, "{at}");
    }
    assert_eq!(missing(rid(2), &CapitalItem { name: "Gate".into(), ..CapitalItem::default() }).len(), 5);
    assert_eq!(missing(rid(2), &CapitalItem { past: None, ..roof() }), [Missing::Past]);
}

#[test]
fn three_scenarios_are_proposed_for_what_is_shortest() {
    let three = of(&[]).three(FIRST, ["Phase", "Levy", "Loan"].map(str::to_owned));
    let what: Vec<_> = three.iter().map(|one| (one.name.as_str(), one.changes[0].what)).collect();
    assert_eq!(what, [("Phase", ChangeType::Phase), ("Levy", ChangeType::Levy), ("Loan", ChangeType::Loan)]);
    assert!(three.iter().all(|one| one.unread() == 0));
    let kept: Vec<Record> = (10..).zip(&three).map(|(number, one)| record(number, one)).collect();
    let bench = of(&kept);
    let outcomes = bench.outcomes(FIRST, "As it is", Horizon::of(10).expect("ten years"));
    assert_eq!(outcomes.len(), 4);
    assert!(outcomes[2].lowest >= 0, "the levy is as much as is short");
    let nothing = Workbench::of(&[record(1, &scheme())]).expect("a scheme");
    assert!(nothing.three(FIRST, Default::default()).is_empty());
}

#[test]
fn changes_are_read_as_they_stand_and_those_without_a_figure_are_counted() {
    let change = |what| ScenarioChange { what, ..ScenarioChange::default() };
    let own = ScenarioChange { cents: Some(5), rate: Some(600), ..change(ChangeType::Own) };
    let rows = [
        (change(ChangeType::Move), None),
        (
            ScenarioChange { item: Some(rid(2)), year: Some(2030), ..change(ChangeType::Move) },
            Some(Change::Move { item: rid(2), to: 2030 }),
        ),
        (change(ChangeType::Loan), None),
        (ScenarioChange { year: Some(2030), cents: Some(0), over: Some(12), ..change(ChangeType::Loan) }, None),
        (own, Some(Change::Contribute(Basis::Own { cents: 5, rise: Rise::Share(600) }))),
        (change(ChangeType::Needed), Some(Change::Contribute(Basis::Needed))),
        (change(ChangeType::Rule), Some(Change::Contribute(Basis::Rule))),
        (change(ChangeType::RemainingLife), Some(Change::Contribute(Basis::RemainingLife))),
    ];
    let changes: Vec<ScenarioChange> = rows.iter().map(|(change, _)| change.clone()).collect();
    for (change, expected) in rows {
        assert_eq!(change.change(), expected);
    }
    let scenario = CapitalScenario { name: "Mixed".into(), changes, deleted: None };
    assert_eq!((scenario.unread(), scenario.scenario().changes.len()), (3, 5));
}

#[test]
fn the_report_holds_the_year_against_what_was_approved() {
    let approved = Budget {
        approved_on: Some(day("2026-05-20")),
        planned: vec![PlannedItem { item: rid(2), cents: Some(700) }],
        ..budget(FIRST)
    };
    let done = CapitalJob {
        item: Some(rid(2)),
        on: Some(day("2026-09-01")),
        cents: Some(900),
        last: Some(true),
        ..CapitalJob::default()
    };
    let late = CapitalJob { on: Some(day("2027-09-01")), postponed_to: Some(FIRST + 9), ..done.clone() };
    let all = [record(1, &scheme()), record(2, &roof()), record(3, &approved), record(4, &done), record(5, &late)];
    let report = Workbench::of(&all).expect("a scheme").implementation(FIRST);
    assert_eq!(report.items.len(), 1);
    assert_eq!(report.items[0].implemented, Implemented::Done { on: day("2026-09-01") });
    assert_eq!((report.items[0].planned, report.items[0].over()), (Some(700), Some(200)));
    let next = Workbench::of(&all).expect("a scheme").implementation(FIRST + 1);
    assert!(next.items.is_empty(), "a year without a budget has what the plan says: nothing before the due year");
}

#[test]
fn work_is_proposed_from_entries_that_name_an_item_and_the_condition_from_what_stands() {
    use model::entry::Entry;
    let place = Unit { number: "Common".into(), common: Some(true), ..Unit::default() };
    let thing = |number, mark| Thing { id: rid(number), mark, ..Thing::default() };
    let inventory = Inventory {
        unit: Some(rid(60)),
        things: vec![thing(70, Mark::Fair), thing(71, Mark::Poor)],
        ..Inventory::default()
    };
    let told = CapitalJob { item: Some(rid(2)), entry: Some(rid(81)), ..CapitalJob::default() };
    let bench = of(&[record(60, &place), record(61, &inventory), record(62, &told)]);
    assert_eq!(
        (bench.seen(&[rid(70)]), bench.seen(&[rid(70), rid(71)]), bench.seen(&[])),
        (Some(Mark::Fair), Some(Mark::Poor), None)
    );
    assert!(bench.units.is_empty());
    let entry = |number, when: &str, system| {
        (rid(number), Entry { when: when.parse().ok(), systems: vec![rid(system)], ..Entry::default() })
    };
    let entries = [
        entry(80, "2026-10-02", 70),
        entry(81, "2026-10-03", 70),
        entry(82, "2024-10-03", 70),
        entry(83, "2026-10-03", 99),
    ];
    let proposed = bench.proposed(FIRST, &entries);
    assert_eq!(proposed.iter().map(|job| (job.item, job.entry)).collect::<Vec<_>>(), [(Some(rid(2)), Some(rid(80)))]);
}

#[test]
fn an_association_is_told_the_rule_that_does_not_bind_it() {
    let association = Scheme { regime: Regime::Association, ..scheme() };
    let bench = Workbench::of(&[record(1, &association), record(2, &roof())]).expect("a scheme");
    let beside = bench.beside(FIRST);
    assert!(!beside.is_bound);
    assert_eq!((beside.minimum, beside.rule.cents()), (Minimum::Constitution, 30_000 * RAND));
    assert_eq!(bench.first(day("2026-11-27")), 2027, "without a budget the year is that of today");
    assert_eq!(of(&[]).first(day("2031-01-01")), FIRST, "else the latest that has one");
}
