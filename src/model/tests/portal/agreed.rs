//! What a job record ticks, and what an invoice begins with.

use super::{decision, invoice, line, quote, record, request, rid};
use model::Record;
use model::portal::{Deal, Decision, Invoice, JobSheet, Line, Variation, Verdict, agreed};

fn deal(more: Vec<Record>) -> Deal {
    let mut lines = vec![line("1", 100_000), line("2", 50_000), line("3", 20_000), line("4", 900)];
    (lines[1].quantity, lines[1].discount) = (2000, 1000);
    (lines[2].optional, lines[3].optional) = (true, true);
    let approval = Decision { ticked: vec!["4".into()], ..decision(2, Verdict::Approve) };
    let varied = |id: &str| Variation { quote: Some(rid(2)), lines: vec![line(id, 5000)], ..Variation::default() };
    let base = vec![
        record(1, &request()),
        record(2, &quote(lines)),
        record(3, &approval),
        record(4, &varied("2")),
        record(5, &decision(4, Verdict::Approve)),
        record(6, &varied("5")),
        record(7, &decision(6, Verdict::Approve)),
        record(8, &varied("6")),
    ];
    Deal::of(&base.into_iter().chain(more).collect::<Vec<_>>())
}

fn told(lines: &[Line]) -> Vec<(&str, i64, i64)> {
    lines.iter().map(|line| (line.id.as_str(), line.quantity, line.price)).collect()
}

#[test]
fn what_was_chosen_and_varied_is_agreed_and_nothing_else() {
    let all = agreed::lines(&deal(Vec::new()));
    assert_eq!(told(&all), [("1", 1000, 100_000), ("2", 1000, 104_000), ("4", 1000, 900), ("5", 1000, 5000)]);
    assert!(agreed::lines(&Deal::of(&[record(1, &request())])).is_empty());
}

#[test]
fn what_was_done_and_is_on_no_invoice_is_billed() {
    let sheet = JobSheet { done: vec!["1".into(), "2".into()], ..JobSheet::default() };
    let done = record(9, &sheet);
    assert_eq!(told(&agreed::unbilled(&deal(vec![done.clone()]))), [("1", 1000, 100_000), ("2", 1000, 104_000)]);
    let first = record(10, &invoice(vec![line("1", 100_000)]));
    assert_eq!(told(&agreed::unbilled(&deal(vec![done.clone(), first.clone()]))), [("2", 1000, 104_000)]);
    // What was credited can be billed again.
    let note = Invoice { credits: Some(rid(10)), ..invoice(vec![line("1", 100_000)]) };
    assert_eq!(agreed::unbilled(&deal(vec![done, first, record(11, &note)])).len(), 2);
}

#[test]
fn a_deposit_is_billed_once_and_taken_off_once() {
    let asked = model::portal::Quote { deposit: Some(30_000), ..quote(vec![line("1", 100_000)]) };
    let mut records = vec![record(1, &request()), record(2, &asked)];
    let read = |records: &[Record]| {
        let deal = Deal::of(records);
        (agreed::deposit_line(&deal, "Deposit").map(|line| line.price), agreed::deposit(&deal))
    };
    assert_eq!(read(&records), (None, 0), "nothing was approved");
    records.push(record(3, &decision(2, Verdict::Approve)));
    assert_eq!(read(&records), (Some(30_000), 0));
    let paid = model::portal::Payment { of: Some(rid(2)), cents: 10_000, ..model::portal::Payment::default() };
    assert_eq!(
        read(&[records.clone(), vec![record(4, &paid)]].concat()),
        (None, 10_000),
        "it was paid without an invoice"
    );
    let deal = Deal::of(&records);
    let bill = Invoice { inclusive: true, ..invoice(agreed::deposit_line(&deal, "Deposit").into_iter().collect()) };
    assert!(bill.is_deposit());
    records.push(record(4, &bill));
    assert_eq!(read(&records), (None, 30_000));
    assert_eq!(agreed::unbilled(&Deal::of(&records)).len(), 1, "the work is still to be billed");
    let last = Invoice { deposit: Some(30_000), ..invoice(vec![line("1", 100_000)]) };
    assert_eq!(read(&[records.clone(), vec![record(5, &last)]].concat()), (None, 0));
    let note = Invoice { credits: Some(rid(4)), ..bill };
    assert_eq!(read(&[records, vec![record(5, &note)]].concat()), (Some(30_000), 0), "it was taken back");
}

#[test]
fn quantities_are_read_as_people_type_them() {
    let cases = [
        ("1", Some(1000)),
        ("2,5", Some(2500)),
        ("1 200.125", Some(1_200_125)),
        ("x", None),
        ("1,2345", None),
        ("", None),
    ];
    for (typed, read) in cases {
        assert_eq!(model::portal::line::quantity(typed), read, "{typed}");
    }
}
