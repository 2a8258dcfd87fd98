//! What is owed, by age and client, and what jobs left over.

use super::super::{day, invoice, line, record, rid};
use super::{approved, job, space};
use model::Record;
use model::firm::Price;
use model::portal::{Fitted, Invoice, JobSheet, Line, Payment, Share};
use model::trade_desk::owed::{Age, owed};
use model::trade_desk::profit::{Costs, Missing, profit, profits};
use model::trade_desk::{Job, Profit};

#[test]
fn ages_change_after_thirty_sixty_and_ninety_days() {
    let cases = [
        (-5, Age::Days30),
        (0, Age::Days30),
        (30, Age::Days30),
        (31, Age::Days60),
        (60, Age::Days60),
        (61, Age::Days90),
        (90, Age::Days90),
        (91, Age::Older),
    ];
    for (days, age) in cases {
        assert_eq!(Age::of(days), age, "{days}");
    }
}

fn owing(number: u128, client: &str, due: &str, cents: i64) -> Job {
    let bill = Invoice { due: Some(day(due)), ..invoice(vec![line("1", cents)]) };
    job(number, client, "", vec![record(6, &bill)])
}

#[test]
fn debts_are_summed_by_client_and_age_and_who_owes_most_comes_first() {
    let paid = Payment { of: Some(rid(6)), cents: 400, on: Some(day("2026-12-01")), ..Payment::default() };
    let mut half = owing(4, "Anna", "2026-12-10", 1000);
    half.deal.payments.push(model::portal::Kept { letter: paid, ..Default::default() });
    let jobs = [
        owing(1, "Thandi", "2026-11-30", 5000),
        owing(2, "thandi ", "2026-08-01", 7000),
        half,
        owing(5, "", "2026-12-01", 10),
        owing(6, "", "2026-12-01", 20),
    ];
    let owed = owed(&jobs, day("2026-12-04"));
    let told: Vec<_> = owed.debtors.iter().map(|one| (one.name.as_str(), one.ages, one.debts.len())).collect();
    assert_eq!(
        told,
        [
            ("Thandi", [5000, 0, 0, 7000], 2),
            ("Anna", [600, 0, 0, 0], 1),
            ("", [20, 0, 0, 0], 1),
            ("", [10, 0, 0, 0], 1)
        ]
    );
    assert_eq!((owed.ages, owed.cents()), ([5630, 0, 0, 7000], 12_630));
    let oldest = &owed.debtors[0].debts[0];
    assert_eq!((oldest.space, oldest.days, oldest.number.as_str()), (space(2), 125, "7"));
}

/// A part of the price book, an unknown part if it has no key, and labour.
fn work(key: &str) -> Vec<Line> {
    let part = Line { share: Share::Material, key: key.into(), quantity: 2500, ..line("1", 60_000) };
    vec![part, line("2", 100_000)]
}

fn sheet(minutes: Option<i64>) -> JobSheet {
    JobSheet { quote: Some(rid(2)), done: vec!["1".into(), "2".into()], minutes, ..JobSheet::default() }
}

fn book() -> [Price; 3] {
    let price = |key: &str, what: &str, cost| Price { key: key.into(), what: what.into(), cost, ..Price::default() };
    let gone = Price { deleted: Some(true), ..price("other", "", Some(1)) };
    [price("valve", "Valve", Some(40_000)), price("", "Never bought", None), gone]
}

fn costs() -> Costs {
    Costs { hour: Some(24_000), parts: Costs::of(&book()), minutes: Vec::new() }
}

fn done(key: &str, minutes: Option<i64>) -> Vec<Record> {
    let (sheet, bill) = (record(5, &sheet(minutes)), record(6, &invoice(work(key))));
    [approved(work(key)), vec![sheet, bill]].concat()
}

fn of(more: Vec<Record>, costs: &Costs) -> Profit {
    profit(&job(1, "Thandi", "", more), costs)
}

#[test]
fn what_is_left_is_what_was_billed_less_hours_and_parts() {
    let profit = of(done("valve", Some(95)), &costs());
    assert_eq!((profit.quoted, profit.billed), (250_000, Some(250_000)));
    // 95 minutes at R 240 an hour, 2,5 valves at R 400.
    assert_eq!((profit.work, profit.parts), (Some(38_000), Some(100_000)));
    assert_eq!((profit.margin, profit.permille, profit.missing), (Some(112_000), Some(448), vec![]));
}

#[test]
fn what_is_not_known_is_said_and_never_counts_as_nothing() {
    let no_hour = Costs { hour: None, ..costs() };
    let unbilled = [approved(work("valve")), vec![record(5, &sheet(Some(60)))]].concat();
    let fitted = Fitted { name: "Flexible pipe".into(), line: "9".into(), ..Fitted::default() };
    let extra = JobSheet { parts: vec![fitted], ..sheet(Some(60)) };
    let with_extra = [approved(work("valve")), vec![record(5, &extra), record(6, &invoice(work("valve")))]].concat();
    let cases = [
        (done("valve", None), costs(), vec![Missing::Minutes]),
        (done("valve", Some(60)), no_hour, vec![Missing::Hour]),
        (done("", Some(60)), costs(), vec![Missing::Parts]),
        (done("other", Some(60)), costs(), vec![Missing::Parts]),
        (with_extra, costs(), vec![Missing::Parts]),
        (unbilled, costs(), vec![Missing::Bill]),
        (approved(work("valve")), costs(), vec![Missing::Bill, Missing::Minutes, Missing::Parts]),
    ];
    for (more, costs, missing) in cases {
        let profit = of(more, &costs);
        assert_eq!((profit.margin, profit.permille), (None, None), "{missing:?}");
        assert_eq!(profit.missing, missing);
    }
}

#[test]
fn minutes_that_the_firm_wrote_down_take_the_place_of_those_on_the_record() {
    let costs = Costs { minutes: vec![(space(1), 30), (space(1), 90), (space(2), 999)], ..costs() };
    assert_eq!(of(done("valve", Some(95)), &costs).minutes, Some(120));
}

#[test]
fn a_loss_is_below_nothing_and_only_agreed_jobs_are_told() {
    let dear = Costs { hour: Some(200_000), ..costs() };
    let loss = of(done("valve", Some(120)), &dear);
    assert_eq!((loss.margin, loss.permille), (Some(-250_000), Some(-1000)));
    let jobs = [job(1, "", "", vec![]), job(2, "", "", done("valve", Some(60)))];
    assert_eq!(profits(&jobs, &costs()).into_iter().map(|one| one.space).collect::<Vec<_>>(), [space(2)]);
}

#[test]
fn a_part_is_known_by_its_words_where_it_has_no_key() {
    let parts = Costs::of(&[Price { what: "LINE 1".into(), cost: Some(10_000), ..Price::default() }]);
    assert_eq!(of(done("", Some(60)), &Costs { parts, ..costs() }).parts, Some(25_000));
}
