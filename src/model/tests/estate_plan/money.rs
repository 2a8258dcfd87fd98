//! Loans, interest, and the years in which the money does not do.

use super::{FIRST, item, plan, roof};
use model::estate::capital::{Basis, Fund, Funding, Horizon, Item, Loan, Missing, Plan, Rise, Row, Special, flow};

fn ten() -> Horizon {
    Horizon::of(10).expect("ten years")
}

fn own(cents: i64) -> Funding {
    Funding { basis: Basis::Own { cents, rise: Rise::Cents(0) }, specials: Vec::new(), loans: Vec::new() }
}

#[test]
fn a_loan_is_paid_back_in_equal_months_and_the_last_takes_the_rest() {
    let rows = [
        // Cents, basis points, months; what the annuity formula gives, to the cent above.
        (10_000_000, 1_200, 12, 888_488),
        (100_000_000, 1_175, 60, 2_211_833),
        (50_000_000, 1_050, 36, 1_625_123),
        (80_000_000, 1_200, 120, 1_147_768),
        (30_000, 0, 7, 4_286),
        (1, 1_200, 360, 1),
        (50_000, 1_000, 1, 50_417),
    ];
    for (cents, rate, months, expected) in rows {
        let loan = Loan::of(FIRST, cents, rate, months).expect("a loan");
        let payments = loan.payments();
        assert!((loan.payment() - expected).abs() <= 1, "{cents} {rate} {months}: {}", loan.payment());
        assert_eq!((payments.len(), payments.last().map(|last| last.owed)), (months as usize, Some(0)));
        assert!(payments.iter().all(|payment| payment.cents <= loan.payment()));
        let (paid, interest) =
            payments.iter().fold((0, 0), |(paid, interest), one| (paid + one.cents, interest + one.interest));
        assert_eq!(paid, cents + interest);
    }
    let first = Loan::of(FIRST, 10_000_000, 1_200, 12).map(|loan| loan.payments()[0]);
    assert_eq!(first.map(|first| (first.interest, first.owed)), Some((100_000, 9_211_512)));
}

#[test]
fn what_is_no_loan_is_none() {
    for (cents, rate, months) in
        [(0, 0, 1), (-5, 0, 1), (1, -1, 1), (1, 10_001, 1), (1, 1, 0), (1, 1, 361), (i64::MAX, 1, 1)]
    {
        assert_eq!(Loan::of(FIRST, cents, rate, months), None, "{cents} {rate} {months}");
    }
    assert_eq!([9, 10, 30, 31].map(|years| Horizon::of(years).map(Horizon::years)), [None, Some(10), Some(30), None]);
}

#[test]
fn a_year_is_what_came_in_less_what_went_out() {
    let funding = Funding {
        specials: vec![Special { year: FIRST + 1, cents: 700 }],
        loans: vec![Loan::of(FIRST + 1, 12_000, 0, 24).expect("a loan")],
        ..own(1_000)
    };
    let plan = Plan { fund: Fund { opening: 5_000, interest: 850 }, ..plan(vec![item(1, FIRST + 1, 9_000, 0, 0)], 0) };
    let rows = flow(&plan, &funding, ten()).rows;
    let base = Row { contributions: 1_000, ..Row::default() };
    assert_eq!(rows[0], Row { year: FIRST, opening: 5_000, interest: 425, lowest: 5_000, closing: 6_425, ..base });
    let second = Row { year: FIRST + 1, opening: 6_425, interest: 546, special: 700, borrowed: 12_000, ..base };
    assert_eq!(rows[1], Row { repaid: 6_000, spent: 9_000, lowest: 5_671, closing: 5_671, ..second });
    let third = Row { year: FIRST + 2, opening: 5_671, interest: 482, repaid: 6_000, ..base };
    assert_eq!(rows[2], Row { lowest: 1_153, closing: 1_153, ..third });
    assert_eq!((rows.len(), rows[3].repaid), (10, 0));
}

#[test]
fn a_loan_from_before_the_plan_is_still_paid_back() {
    let loans = vec![Loan::of(FIRST - 1, 2_400, 0, 24).expect("a loan")];
    let rows = flow(&plan(Vec::new(), 0), &Funding { loans, ..own(0) }, ten()).rows;
    assert_eq!((rows[0].borrowed, rows[0].repaid, rows[1].repaid), (0, 1_200, 0));
}

#[test]
fn an_overdrawn_reserve_earns_nothing_and_has_run_out() {
    let plan = Plan { fund: Fund { opening: -1_000, interest: 1_000 }, ..plan(Vec::new(), 0) };
    let out = flow(&plan, &own(400), ten());
    assert_eq!((out.rows[0].interest, out.rows[0].closing, out.rows[3].interest), (0, -600, 20));
    assert_eq!((out.short_in, out.out_in), (Some(FIRST), Some(FIRST)));
}

#[test]
fn a_year_can_be_short_before_its_contributions_and_end_well() {
    let out = flow(&plan(vec![item(1, FIRST, 900, 0, 0)], 0), &own(1_000), ten());
    assert_eq!((out.short_in, out.out_in, out.rows[0].lowest, out.rows[0].closing), (Some(FIRST), None, -900, 100));
}

#[test]
fn contributions_rise_by_a_part_or_by_an_amount() {
    let third = |rise| {
        let funding = Funding { basis: Basis::Own { cents: 10_000, rise }, specials: Vec::new(), loans: Vec::new() };
        flow(&plan(Vec::new(), 0), &funding, ten()).rows[2].contributions
    };
    assert_eq!([third(Rise::Share(850)), third(Rise::Cents(500)), third(Rise::Cents(-500))], [11_772, 11_000, 9_000]);
}

#[test]
fn what_is_missing_is_in_no_row_and_is_said_once() {
    let items = vec![
        Item { due: None, ..item(1, 0, 100, 10, 0) },
        Item { cost: None, ..roof() },
        Item { past: None, ..item(3, FIRST, 100, 10, 0) },
        item(4, FIRST, 100, 0, 0),
    ];
    let out = |basis| {
        let funding = Funding { basis, specials: Vec::new(), loans: Vec::new() };
        let out = flow(&plan(items.clone(), 0), &funding, ten());
        out.left_out.into_iter().map(|(_, why)| why).collect::<Vec<_>>()
    };
    assert_eq!(out(Basis::Rule), [Missing::Due, Missing::Cost, Missing::Past, Missing::Life]);
    assert_eq!(out(Basis::Needed), [Missing::Due, Missing::Cost, Missing::Past]);
    assert_eq!(out(Basis::Own { cents: 0, rise: Rise::Cents(0) }), [Missing::Due, Missing::Cost]);
}
