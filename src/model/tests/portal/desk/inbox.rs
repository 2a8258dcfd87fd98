//! What is waited for, since when, and in which order.

use super::super::{day, decision, invoice, line, quote, record, rid};
use super::{approved, at, job, now, space, visit};
use model::portal::{
    Appointment, Invoice, JobSheet, Message, Payment, Quote, Request, Side, Variation, Verdict, VisitState,
};
use model::trade_desk::Job;
use model::trade_desk::inbox::{Sort, inbox};
use model::{Date, Record};

fn found(more: Vec<Record>) -> Vec<(Sort, Option<Date>, Option<i64>)> {
    let waiting = inbox(&[job(1, "Thandi", "Mowbray", more)], now());
    waiting.into_iter().map(|one| (one.sort, one.since, one.cents)).collect()
}

fn lines() -> Vec<model::portal::Line> {
    vec![line("1", 100_000), line("2", 50_000)]
}

fn finished() -> Vec<Record> {
    let sheet = JobSheet { quote: Some(rid(2)), completed_on: Some(day("2026-12-02")), ..JobSheet::default() };
    [approved(lines()), vec![record(5, &sheet)]].concat()
}

fn billed(due: &str) -> Vec<Record> {
    let bill = Invoice { due: Some(day(due)), ..invoice(lines()) };
    [finished(), vec![record(6, &bill)]].concat()
}

#[test]
fn each_step_of_a_job_waits_for_the_next() {
    let yesterday = Appointment { from: Some(at("2026-12-03T08:00:00.000Z")), ..Appointment::default() };
    let with = |mut base: Vec<Record>, more: Record| {
        base.push(more);
        base
    };
    let cases = [
        ("asked", vec![], Some((Sort::Request, Some("2026-12-01"), None))),
        ("offered", vec![record(2, &quote(lines()))], Some((Sort::Decision, Some("2026-11-27"), Some(150_000)))),
        (
            "to be changed",
            vec![record(2, &quote(lines())), record(3, &decision(2, Verdict::Change))],
            Some((Sort::Change, Some("2026-11-28"), Some(150_000))),
        ),
        ("approved", approved(lines()), Some((Sort::Date, Some("2026-11-28"), Some(150_000)))),
        ("planned", with(approved(lines()), record(4, &visit(15, 16, VisitState::Planned))), None),
        (
            "cancelled",
            with(approved(lines()), record(4, &visit(15, 16, VisitState::Cancelled))),
            Some((Sort::Date, Some("2026-11-28"), Some(150_000))),
        ),
        ("missed", with(approved(lines()), record(4, &yesterday)), Some((Sort::Missed, Some("2026-12-03"), None))),
        ("finished", finished(), Some((Sort::Bill, Some("2026-12-02"), Some(150_000)))),
        ("billed", billed("2026-12-04"), Some((Sort::Due, Some("2026-12-04"), Some(150_000)))),
        ("overdue", billed("2026-12-03"), Some((Sort::Overdue, Some("2026-12-03"), Some(150_000)))),
    ];
    for (name, more, expected) in cases {
        let expected: Vec<_> = expected.into_iter().map(|(sort, since, cents)| (sort, since.map(day), cents)).collect();
        assert_eq!(found(more), expected, "{name}");
    }
}

#[test]
fn what_was_paid_declined_or_has_no_number_waits_for_nothing() {
    let paid = Payment { of: Some(rid(6)), cents: 150_000, on: Some(day("2026-12-03")), ..Payment::default() };
    let draft = Invoice { number: String::new(), ..invoice(lines()) };
    let expired = Quote { valid_until: Some(day("2026-12-03")), ..quote(lines()) };
    let cases = [
        [billed("2026-12-01"), vec![record(7, &paid)]].concat(),
        [finished(), vec![record(6, &draft)]].concat(),
        vec![record(2, &quote(lines())), record(3, &decision(2, Verdict::Decline))],
        vec![record(2, &expired)],
    ];
    for more in cases {
        assert_eq!(found(more), []);
    }
}

#[test]
fn a_part_payment_leaves_the_rest() {
    let part = Payment { of: Some(rid(6)), cents: 50_000, on: Some(day("2026-12-03")), ..Payment::default() };
    let waiting = found([billed("2026-12-01"), vec![record(7, &part)]].concat());
    assert_eq!(waiting, [(Sort::Overdue, Some(day("2026-12-01")), Some(100_000))]);
}

#[test]
fn extra_work_and_messages_wait_too() {
    let extra = Variation { quote: Some(rid(2)), on: Some(day("2026-12-03")), ..Variation::default() };
    let said = Message { side: Side::Client, sent_at: Some(at("2026-12-04T07:00:00.000Z")), ..Message::default() };
    let visit = record(4, &visit(15, 16, VisitState::Planned));
    let waiting = found([approved(lines()), vec![visit, record(5, &extra), record(6, &said)]].concat());
    assert_eq!(waiting, [(Sort::Message, Some(day("2026-12-04")), None), (Sort::Extra, Some(day("2026-12-03")), None)]);
}

#[test]
fn the_most_pressing_comes_first_and_in_a_sort_what_waits_longest() {
    let overdue = |number, due| job(number, "", "", billed(due));
    let jobs = [job(1, "", "", vec![]), overdue(2, "2026-12-03"), overdue(3, "2026-11-01")];
    let order: Vec<_> = inbox(&jobs, now()).into_iter().map(|one| (one.sort, one.space)).collect();
    assert_eq!(order, [(Sort::Overdue, space(3)), (Sort::Overdue, space(2)), (Sort::Request, space(1))]);
}

#[test]
fn an_ended_job_and_one_that_was_taken_back_wait_for_nothing() {
    let ended = Job { closed: true, ..job(1, "", "", vec![]) };
    let taken_back = Request { deleted: Some(true), ..super::super::request() };
    let deal = model::portal::Deal::of(&[record(1, &taken_back)]);
    assert_eq!(inbox(&[ended, Job { deal, ..Job::default() }], now()), []);
}
