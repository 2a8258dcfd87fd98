//! What the law says, and what is needed beside it.

use super::{FIRST, item, plan, rid, roof};
use model::estate::capital::{
    Basis, Budget, Condition, Figure, Flow, Funding, Horizon, Item, Minimum, Missing, Need, Statutory, beside, flow,
    funded, minimum, missing, need, schedule, statutory, works,
};
use model::estate::category::Category;
use model::health::State;

fn ten() -> Horizon {
    Horizon::of(10).expect("ten years")
}

fn by(basis: Basis, item: Item) -> Flow {
    let opening = item.past.unwrap_or(0);
    flow(&plan(vec![item], opening), &Funding { basis, specials: Vec::new(), loans: Vec::new() }, ten())
}

#[test]
fn the_roof_of_800_000_rand_shows_all_three_figures() {
    let said = beside(&plan(vec![roof()], 20_000_000), &Budget::default());
    assert_eq!(said.rule.cents(), 3_000_000);
    assert_eq!(said.needed.cents(), 15_000_000);
    assert!(said.is_bound && said.unheld == 0);
    let rule = by(Basis::Rule, roof());
    assert_eq!((rule.short_in, rule.out_in), (Some(FIRST + 4), Some(FIRST + 4)));
    let due = rule.rows[4];
    assert_eq!((due.opening, due.lowest), (32_000_000, -48_000_000), "R320 000 held, R480 000 short");
    let needed = by(Basis::Needed, roof());
    assert_eq!((needed.rows[4].opening, needed.rows[4].lowest, needed.short_in), (80_000_000, 0, None));
    // What the meeting is asked for stands beside both, and changes neither.
    let asked = said.adopted(5_000_000);
    assert_eq!((asked.over_rule, asked.over_needed, asked.over_minimum), (2_000_000, -10_000_000, None));
}

#[test]
fn the_rule_divides_by_the_expected_life_and_says_where_it_cannot() {
    let yearly = |item: Item| statutory(&item).cents().map(|cents| cents.cents());
    let rows = [
        // Cost, past contribution, expected life; cents a year.
        (80_000_000, 20_000_000, 20, Some(3_000_000)),
        (100, 0, 3, Some(34)),
        (100, 0, 1, Some(100)),
        (100, 100, 10, Some(0)),
        (100, 250, 10, Some(0)),
        (100, 100, 0, Some(0)),
        (100, -50, 10, Some(15)),
        (100, 40, 0, None),
    ];
    for (cost, past, life, expected) in rows {
        assert_eq!(yearly(item(1, FIRST, cost, life, past)), expected, "{cost} {past} {life}");
    }
    assert_eq!(statutory(&item(1, FIRST, 100, 0, 40)), Statutory::NoLife { wanting: 60 });
    assert_eq!(statutory(&item(1, FIRST, 100, 0, 140)), Statutory::Covered);
    let lacking = |item: Item| statutory(&item);
    assert_eq!(lacking(Item { cost: None, ..roof() }), Statutory::Missing(Missing::Cost));
    assert_eq!(lacking(Item { past: None, ..roof() }), Statutory::Missing(Missing::Past));
    assert_eq!(lacking(Item { life: None, ..roof() }), Statutory::Missing(Missing::Life));
    // When it is due is no part of the rule's formula.
    assert_eq!(yearly(Item { due: None, escalation: 600, ..roof() }), Some(3_000_000));
}

#[test]
fn the_rule_asks_for_what_falls_due_within_ten_years() {
    let items = vec![item(1, FIRST + 9, 1_000, 10, 0), item(2, FIRST + 10, 1_000, 10, 0), item(3, FIRST, 500, 0, 0)];
    let said = beside(&plan(items, 0), &Budget::default());
    assert_eq!((said.rule.cents(), said.without_rule), (100, vec![rid(3)]));
    let needs: Vec<i64> = said.lines.iter().map(|line| line.need.map_or(0, |need| need.cents.cents())).collect();
    assert_eq!((needs, said.needed.cents()), (vec![112, 100, 500], 712));
}

#[test]
fn what_items_claim_and_the_reserve_does_not_hold_is_told() {
    let association = Budget { is_association: true, ..Budget::default() };
    let unheld = |opening| beside(&plan(vec![roof()], opening), &association).unheld;
    assert_eq!([unheld(-5), unheld(15_000_000), unheld(90_000_000)], [20_000_005, 5_000_000, 0]);
    let said = beside(&plan(vec![Item { cost: None, ..roof() }], 0), &association);
    assert_eq!((said.is_bound, said.without_rule, said.without_need), (false, vec![rid(1)], vec![rid(1)]));
}

#[test]
fn regulation_2_has_three_branches() {
    let held = |reserve| Budget {
        is_association: false,
        is_first: false,
        reserve: Some(reserve),
        contributed: Some(1_000_000),
        budgeted: Some(1_200_001),
        repairs: Some(77_000),
    };
    let share = Minimum::Share { cents: 180_001 };
    let repairs = Minimum::Repairs { cents: 77_000 };
    let rows = [
        (held(-1), share),
        (held(0), share),
        (held(249_999), share),
        (held(250_000), repairs),
        (held(999_999), repairs),
        (held(1_000_000), Minimum::None),
        (held(i64::MAX), Minimum::None),
        (Budget { is_first: true, ..held(0) }, Minimum::FirstYear),
        (Budget { is_first: true, ..Budget::default() }, Minimum::FirstYear),
        (Budget { is_association: true, ..held(0) }, Minimum::Constitution),
        (Budget { contributed: Some(0), ..held(0) }, Minimum::NoBase),
        (Budget::default(), Minimum::Missing([Some(Figure::Reserve), Some(Figure::Contributed)])),
        (Budget { contributed: None, ..held(0) }, Minimum::Missing([None, Some(Figure::Contributed)])),
        // A branch asks for its own figure alone.
        (Budget { budgeted: None, ..held(0) }, Minimum::Missing([Some(Figure::Budgeted), None])),
        (Budget { repairs: None, ..held(0) }, share),
        (Budget { repairs: None, ..held(500_000) }, Minimum::Missing([Some(Figure::Repairs), None])),
        (Budget { budgeted: None, repairs: None, ..held(1_000_000) }, Minimum::None),
    ];
    for (budget, expected) in rows {
        assert_eq!(minimum(&budget), expected, "{budget:?}");
    }
    assert_eq!([share.cents(), Minimum::None.cents(), Minimum::FirstYear.cents()], [Some(180_001), Some(0), None]);
}

#[test]
fn a_plan_says_which_particulars_are_missing() {
    let empty = Item {
        name: " ".into(),
        condition: Condition { state: Some(State::Untold), told: String::new() },
        due: None,
        cost: None,
        life: None,
        past: None,
        ..roof()
    };
    let all = [Missing::Name, Missing::Condition, Missing::Due, Missing::Cost, Missing::Life, Missing::Past];
    assert_eq!(missing(&empty), all);
    assert_eq!(missing(&roof()), []);
    let seen = Condition { state: Some(State::Poor), told: String::new() };
    assert_eq!(missing(&Item { condition: seen, ..roof() }), []);
    assert_eq!(Category::ALL.len(), 11);
}

#[test]
fn what_is_needed_is_told_with_what_has_to_be_there_at_once() {
    let told = |item: Item| {
        let Need { cents, at_once, by, late } = need(&item, FIRST).expect("a need");
        (cents.cents(), at_once.cents(), by - FIRST, late)
    };
    // The price rises by 6 % a year to R1 009 981.57: a quarter of what is wanting.
    assert_eq!(told(Item { escalation: 600, ..roof() }), (20_249_540, 0, 4, 0));
    // Late: all of it now, and the first of twenty years towards the next.
    assert_eq!(told(item(1, FIRST - 3, 2_000, 20, 0)), (2_100, 2_000, 0, 3));
    assert_eq!(told(item(1, FIRST, 2_000, 20, 500)), (1_600, 1_500, 0, 0));
    assert_eq!(told(item(1, FIRST, 2_000, 0, 0)), (2_000, 2_000, 0, 0));
    // What was contributed beyond the cost is there for the next round.
    assert_eq!(told(item(1, FIRST, 2_000, 20, 3_000)), (50, 0, 0, 0));
    assert_eq!(told(item(1, FIRST + 4, 2_000, 20, 3_000)), (0, 0, 4, 0));
    assert_eq!(need(&Item { due: None, ..roof() }, FIRST), Err(Missing::Due));
}

#[test]
fn painting_comes_round_twice_in_ten_years() {
    let painting = Item { category: Category::PaintingWaterproofing, ..item(1, FIRST + 2, 30_000_000, 6, 0) };
    let years: Vec<i32> =
        works(&painting, FIRST, FIRST + 10).expect("works").iter().map(|work| work.year - FIRST).collect();
    assert_eq!(years, [2, 8]);
    let needs: Vec<i64> = schedule(&painting, FIRST, 10).expect("needs").iter().map(|year| year.cents()).collect();
    let later = 5_000_000;
    assert_eq!(needs, [&[15_000_000; 2][..], &[later; 8]].concat());
    let rule = by(Basis::Rule, painting);
    assert_eq!(
        (rule.rows[2].closing, rule.rows[7].closing, rule.rows[8].lowest),
        (-15_000_000, 10_000_000, -20_000_000)
    );
    // A life of no years does not come round, nor one that nobody knows.
    for life in [Some(0), None] {
        assert_eq!(works(&Item { life, ..roof() }, FIRST, FIRST + 30).map(|works| works.len()), Ok(1));
    }
    assert_eq!(works(&item(1, 1990, 100, 1, 0), FIRST, FIRST + 30).map(|works| works.len()), Ok(30));
}

#[test]
fn the_percentage_funded_is_the_reserve_beside_what_is_used_up() {
    let share = |items: Vec<Item>, opening| funded(&plan(items, opening)).share();
    assert_eq!(share(vec![roof()], 20_000_000), Some(3_125), "sixteen of twenty years are used up: R640 000");
    assert_eq!(share(vec![item(1, FIRST - 5, 100, 10, 0)], 100), Some(10_000));
    assert_eq!(share(vec![item(1, FIRST + 50, 100, 10, 0)], 100), None);
    assert_eq!(share(vec![item(1, FIRST, 100, 0, 0)], -50), Some(-5_000));
    let partly = funded(&plan(vec![roof(), Item { life: None, ..item(2, FIRST, 1, 1, 0) }], 0));
    assert_eq!((partly.full, partly.left_out), (64_000_000, vec![(rid(2), Missing::Life)]));
}
