//! The report to the annual general meeting, and the years of a scheme.

use super::{FIRST, day, item, plan, rid, roof};
use model::estate::capital::{Implemented, Item, Job, Planned, Postponement, implementation, planned};
use model::estate::year::FinancialYear;

fn february() -> FinancialYear {
    FinancialYear::ending(2).expect("a month")
}

#[test]
fn a_financial_year_is_told_by_the_year_in_which_it_ends() {
    let years = february();
    assert_eq!(["2026-02-28", "2026-03-01", "2026-12-31"].map(|text| years.of(day(text))), [2026, 2027, 2027]);
    assert_eq!((years.first(2028), years.last(2028)), (Some(day("2027-03-01")), Some(day("2028-02-29"))));
    let december = FinancialYear::ending(12).expect("a month");
    assert_eq!((december.of(day("2027-12-31")), december.first(2027)), (2027, Some(day("2027-01-01"))));
    // What is known of a date in part has to be paid for by the first year that it can mean.
    let by = ["2030", "2030~", "../2030", "2030-03", "2030-02"].map(|text| years.by(text.parse().expect("a date")));
    assert_eq!(by, [2030, 2029, 2030, 2031, 2030]);
    assert_eq!([0, 13].map(FinancialYear::ending), [None, None]);
    assert_eq!((years.first(i32::MIN), years.last(i32::MAX)), (None, None));
}

#[test]
fn a_plan_says_what_it_has_for_a_year() {
    let items = vec![
        Item { escalation: 1_000, ..item(1, FIRST + 1, 1_000, 1, 0) },
        Item { cost: None, ..item(2, FIRST + 1, 0, 5, 0) },
        item(3, FIRST + 2, 700, 5, 0),
        Item { due: None, ..roof() },
        item(5, FIRST - 9, 40, 0, 0),
    ];
    let plan = plan(items, 0);
    let told = |year| planned(&plan, year).into_iter().map(|one| one.cents).collect::<Vec<_>>();
    assert_eq!([told(FIRST), told(FIRST + 1)], [vec![Some(40)], vec![Some(1_100), None]]);
    assert_eq!(told(FIRST + 2), [Some(1_210), Some(700)]);
}

#[test]
fn the_report_says_what_was_done_what_it_cost_and_what_was_put_off_and_why() {
    let planned: Vec<Planned> = [(1, Some(5_000)), (2, Some(3_000)), (3, Some(1_000)), (4, None), (5, Some(1_000))]
        .map(|(number, cents)| Planned { item: rid(number), cents })
        .to_vec();
    let job = |item, on, cents, is_last| Job { item: rid(item), on: day(on), cents, is_last };
    let jobs = [
        job(1, "2026-05-01", Some(2_000), false),
        job(1, "2026-06-01", Some(3_500), true),
        // The year before, and the year after.
        job(2, "2026-02-28", Some(9_000), true),
        job(2, "2027-03-01", Some(9_000), true),
        job(3, "2026-03-01", Some(400), false),
        job(5, "2027-02-28", None, true),
        job(9, "2026-09-09", Some(70), true),
    ];
    let put_off = |item, reason: &str| Postponement { item: rid(item), to: 2028, reason: reason.into() };
    let put_offs = [put_off(1, "Rain"), put_off(2, "No quotes"), put_off(2, "Money"), put_off(4, "")];
    let report = implementation(february(), 2027, &planned, &jobs, &put_offs);
    let told: Vec<_> = report.items.iter().map(|one| (one.implemented, one.paid, one.over())).collect();
    let done = |on| Implemented::Done { on: day(on) };
    let expected = [
        (done("2026-06-01"), 5_500, Some(500)),
        (Implemented::Open, 0, None),
        (Implemented::Begun, 400, None),
        (Implemented::Open, 0, None),
        (done("2027-02-28"), 0, None),
    ];
    assert_eq!(told, expected);
    let reasons: Vec<Option<&str>> =
        report.items.iter().map(|one| one.postponed.as_ref().map(|one| one.reason.as_str())).collect();
    assert_eq!(reasons, [None, Some("Money"), None, Some(""), None], "what was done was not put off");
    assert_eq!((report.done(), report.share(), report.items[4].unpriced), (2, Some(6_000), 1));
    let beside: Vec<_> = report.unplanned.iter().map(|one| (one.item, one.planned, one.paid)).collect();
    assert_eq!(beside, [(rid(9), None, 70)]);
    assert_eq!(implementation(february(), 2027, &[], &[], &[]).share(), None);
}
