//! The maintenance plan of a scheme on paper and in a workbook.

use model::estate::category::Category;
use model::scheme::{
    Budget, CapitalItem, CapitalJob, CapitalScenario, ChangeType, PlannedItem, ScenarioChange, Scheme, Unit,
};
use model::{Body, Date, Letter, Record, RecordId};
use report::Block;
use report::deal::Paper;
use report::estate::{Datum, HORIZON_YEARS, leaves, plan};
use uuid::Uuid;
use words::Language;

const RAND: i64 = 100;

fn rid(number: u128) -> RecordId {
    RecordId(Uuid::from_u128(number))
}

fn record<T: Letter>(number: u128, letter: &T) -> Record {
    Record { id: rid(number), kind: T::KIND.into(), body: Body::seal(&letter.fields()), ..Record::default() }
}

fn today() -> Date {
    "2026-11-27".parse().expect("a day")
}

/// A scheme with the roof of the worked example, which is due in four years.
fn scheme() -> Vec<Record> {
    let roof = CapitalItem {
        category: Category::Roofing,
        name: "Roof of block A".into(),
        due: Some(2031),
        cost: Some(800_000 * RAND),
        life: Some(20),
        past: Some(200_000 * RAND),
        ..CapitalItem::default()
    };
    let budget = Budget {
        year: Some(2027),
        opening: Some(200_000 * RAND),
        contributed: Some(1_000_000 * RAND),
        budgeted: Some(1_100_000 * RAND),
        adopted: Some(120_000 * RAND),
        approved_on: "2026-05-20".parse().ok(),
        conditions: "Three quotes above R 50 000.".into(),
        planned: vec![PlannedItem { item: rid(3), cents: Some(45_000 * RAND) }],
        ..Budget::default()
    };
    let gate = CapitalItem { category: Category::Security, name: "Gate".into(), ..CapitalItem::default() };
    let put_off = CapitalJob {
        item: Some(rid(3)),
        on: "2026-09-01".parse().ok(),
        postponed_to: Some(2028),
        reason: "The supplier closed".into(),
        ..CapitalJob::default()
    };
    let levy = ScenarioChange {
        what: ChangeType::Levy,
        year: Some(2031),
        cents: Some(480_000 * RAND),
        ..ScenarioChange::default()
    };
    let scenario = CapitalScenario { name: "Special levy".into(), changes: vec![levy], deleted: None };
    let unit = |number: &str, quota| Unit { number: number.into(), quota: Some(quota), ..Unit::default() };
    let named =
        Scheme { name: "Protea Mews".into(), number: "SS 14/2004".into(), year_end: Some(2), ..Scheme::default() };
    vec![
        record(1, &named),
        record(2, &roof),
        record(3, &gate),
        record(4, &budget),
        record(5, &put_off),
        record(6, &scenario),
        record(7, &unit("1", 600_000)),
        record(8, &unit("2", 400_000)),
    ]
}

fn text(paper: &Paper) -> String {
    let all: Vec<&Block> = paper.blocks.iter().chain(&paper.more).collect();
    serde_json::to_string(&(&paper.facts, all, &paper.foot)).expect("JSON").replace('\u{a0}', " ")
}

#[test]
fn the_paper_has_both_numbers_the_resolution_and_the_report() {
    let words = Language::EnZa.words();
    let told = text(&plan(&scheme(), words, today(), None).expect("a plan"));
    for said in [
        "2027 (1 March 2026 to 28 February 2027)",
        "R 30 000,00",
        "R 150 000,00",
        "R 480 000,00",
        "R 165 000,00: the reserve is below 25 %",
        "(estimated cost − past contribution) ÷ expected life",
        "Special levy",
        "The money runs out in 2031.",
        "that the contribution to the reserve fund for the financial year 2027 be R 120 000,00;",
        "Three quotes above R 50 000.",
        "Put off to 2028: The supplier closed",
        "0 of 1 done, 0 % of the planned cost.",
        "60,0000 %",
        "R 6 000,00",
        "Gate: its condition, when, the cost, the expected life, what was contributed before",
    ] {
        assert!(told.contains(said), "{said}: {told}");
    }
}

#[test]
fn an_association_is_told_that_the_rule_does_not_bind_it_and_an_unknown_year_is_said() {
    let words = Language::EnZa.words();
    let body = Scheme {
        name: "Fynbos Estate".into(),
        regime: model::estate::responsibility::Regime::Association,
        ..Scheme::default()
    };
    let told = text(&plan(&[record(1, &body)], words, today(), None).expect("a plan"));
    for said in
        ["do not bind a homeowners’ association", "No item has been written down yet.", "is assumed", "no units"]
    {
        assert!(told.contains(said), "{said}: {told}");
    }
    assert!(plan(&[], words, today(), None).is_none() && leaves(&[], words, today()).is_none());
}

#[test]
fn the_workbook_has_real_numbers_and_rows_as_wide_as_their_heads() {
    let leaves = leaves(&scheme(), Language::EnZa.words(), today()).expect("leaves");
    assert_eq!(leaves.len(), 6);
    for leaf in &leaves {
        assert!(leaf.name.len() <= 31 && leaf.rows.iter().all(|row| row.len() <= leaf.heads.len()), "{}", leaf.name);
    }
    let roof = leaves[1].rows.iter().find(|row| row[0] == Datum::Text("Roof of block A".into())).expect("the roof");
    assert_eq!(
        roof[1..],
        [Datum::Whole(2031), Datum::Cents(30_000 * RAND), Datum::Cents(150_000 * RAND), Datum::Cents(480_000 * RAND)]
    );
    assert_eq!(leaves[2].rows.len(), 2 * HORIZON_YEARS as usize, "the plan as it is, and a scenario");
    assert_eq!(
        leaves[4].rows[0][1..],
        [Datum::Quota(600_000), Datum::Cents(72_000 * RAND), Datum::Cents(6_000 * RAND)]
    );
}
