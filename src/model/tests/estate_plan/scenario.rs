//! The same plan under other years and other money.

use super::{FIRST, item, plan, rid, roof};
use model::estate::capital::{Basis, Change, Horizon, Loan, Outcome, Rise, Scenario, Special, side_by_side};

/// What becomes of the roof, by the rule if nothing else is said.
fn outcome(changes: &[Change]) -> Outcome {
    let scenario = Scenario { name: "One".into(), changes: changes.to_vec() };
    let ten = Horizon::of(10).expect("ten years");
    side_by_side(&plan(vec![roof()], 20_000_000), &[scenario], ten).remove(0)
}

#[test]
fn the_roof_can_be_phased_levied_for_borrowed_for_and_saved_for() {
    let due = FIRST + 4;
    let phase = Change::Phase { item: rid(1), from: due, over: 3 };
    let levy = Change::Levy(Special { year: due, cents: 48_000_000 });
    let borrow = Change::Borrow(Loan::of(due, 40_000_000, 1_200, 120).expect("a loan"));
    let saved = |cents, rise| Change::Contribute(Basis::Own { cents, rise });
    let rows: &[(&[Change], Option<i32>, i64)] = &[
        // What is changed; the year the money runs out; the least there is.
        (&[], Some(due), -48_000_000),
        (&[phase], Some(due + 1), -42_000_000),
        (&[levy], None, 0),
        (&[Change::Move { item: rid(1), to: FIRST + 30 }], None, 20_000_000),
        (&[Change::Contribute(Basis::Needed)], None, 0),
        (&[Change::Contribute(Basis::RemainingLife)], None, 0),
        (&[saved(12_500_000, Rise::Cents(1_666_667))], None, 2),
        (&[borrow, saved(5_000_000, Rise::Share(1_000))], None, 3_205_000),
    ];
    for (changes, out_in, lowest) in rows {
        let told = outcome(changes);
        assert_eq!((told.flow.out_in, told.lowest), (*out_in, *lowest), "{changes:?}");
    }
    let phased: Vec<(i32, i64)> = outcome(&[phase]).flow.works.iter().map(|work| (work.year, work.cents)).collect();
    assert_eq!(phased, [(due, 26_666_667), (due + 1, 26_666_667), (due + 2, 26_666_666)]);
    assert_eq!(outcome(&[levy]).special, 48_000_000);
    let loan = outcome(&[borrow]);
    assert_eq!((loan.interest > 28_800_000, loan.interest < 28_900_000), (true, true), "{}", loan.interest);
}

#[test]
fn scenarios_change_neither_the_plan_nor_each_other() {
    let plan = plan(vec![roof(), item(2, FIRST + 1, 600, 3, 0)], 0);
    let before = plan.clone();
    let late = Scenario { name: "Late".into(), changes: vec![Change::Move { item: rid(2), to: FIRST + 3 }] };
    let lost = Scenario { name: "Lost".into(), changes: vec![Change::Move { item: rid(9), to: FIRST }] };
    let ten = Horizon::of(10).expect("ten years");
    let told = side_by_side(&plan, &[Scenario::default(), late, lost], ten);
    assert_eq!(plan, before);
    assert_eq!(told[0].flow, told[2].flow);
    assert_eq!((told[0].unknown.as_slice(), told[2].unknown.as_slice()), (&[][..], &[rid(9)][..]));
    assert_eq!(told.iter().map(|one| one.flow.works.len()).collect::<Vec<_>>(), [4, 4, 4]);
    assert_eq!(told[1].flow.works[0].year, FIRST + 3);
}
