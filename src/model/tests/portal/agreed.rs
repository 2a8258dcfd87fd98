//! What a job record ticks, and what an invoice begins with.

use super::{decision, invoice, line, quote, record, request, rid};
use model::portal::guard::guard;
use model::portal::{Deal, Decision, Invoice, JobSheet, Kept, Line, Quote, Variation, Vat, Verdict, agreed, money};
use model::{Letter, Record};
use proptest::prelude::*;

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
        (agreed::deposit_lines(&deal, "Deposit").first().map(|line| line.price), agreed::deposit(&deal))
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
    let bill = Invoice { inclusive: true, ..invoice(agreed::deposit_lines(&deal, "Deposit")) };
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

/// A deal in which a quote of those lines was approved, which asks for a deposit.
fn approved(lines: Vec<Line>, deposit: i64, inclusive: bool) -> Deal {
    let asked = Quote { deposit: Some(deposit), inclusive, ..quote(lines) };
    Deal::of(&[record(1, &request()), record(2, &asked), record(3, &decision(2, Verdict::Approve))])
}

#[test]
fn a_deposit_is_taxed_in_proportion_to_the_lines() {
    let of = |id: &str, price, vat| Line { vat, ..line(id, price) };
    let lines = vec![of("1", 60_000, Vat::Standard), of("2", 30_000, Vat::Zero), of("3", 10_000, Vat::None)];
    let deal = approved(lines, 33_333, true);
    let billed: Vec<_> =
        agreed::deposit_lines(&deal, "Deposit").into_iter().map(|line| (line.id, line.price, line.vat)).collect();
    let expected =
        [("deposit", 20_000, Vat::Standard), ("deposit-zero", 10_000, Vat::Zero), ("deposit-none", 3333, Vat::None)];
    assert_eq!(billed, expected.map(|(id, price, vat)| (id.to_owned(), price, vat)));
    // Without tax in the prices, a line weighs with its tax.
    let deal = approved(vec![of("1", 100_000, Vat::Standard), of("2", 85_000, Vat::Zero)], 20_000, false);
    assert_eq!(agreed::deposit_lines(&deal, "").iter().map(|line| line.price).collect::<Vec<_>>(), [11_500, 8500]);
    // Billed in one, it is the deposit and no work, and no more than was approved.
    let bill = Invoice { inclusive: true, ..invoice(agreed::deposit_lines(&deal, "Deposit")) };
    assert!(bill.is_deposit() && bill.faults().is_empty());
    let above = |bill: &Invoice| guard(&deal, &Kept { letter: bill.clone(), ..Kept::default() }).above;
    assert_eq!(above(&bill), 0);
    let mut more = bill;
    more.lines[1].price += 1;
    assert_eq!(above(&more), 1, "the lines of a deposit are held against it together");
}

proptest! {
    #[test]
    fn a_deposit_of_every_sort_of_lines_adds_up_to_the_cent(
        lines in prop::collection::vec((-50_000_i64..2_000_000, 0_usize..3, 1_i64..5000), 1..9),
        deposit in 1_i64..5_000_000,
        inclusive: bool,
    ) {
        let classes = [Vat::Standard, Vat::Zero, Vat::None];
        let of = |(at, (price, class, quantity)): (usize, &(i64, usize, i64))| {
            Line { vat: classes[*class], quantity: *quantity, ..line(&at.to_string(), *price) }
        };
        let lines: Vec<_> = lines.iter().enumerate().map(of).collect();
        let deal = approved(lines.clone(), deposit, inclusive);
        let billed = agreed::deposit_lines(&deal, "Deposit");
        prop_assert_eq!(billed.iter().map(|line| line.price).sum::<i64>(), deposit);
        prop_assert!(billed.iter().all(|line| line.price > 0) && billed[0].id == "deposit");
        let on = deal.approval().expect("approved").0.letter.on;
        let weight = |vat| money::sum(lines.iter().filter(|line| line.vat == vat), inclusive, on).total.max(0);
        let all: i64 = classes.into_iter().map(weight).sum();
        for vat in classes.into_iter().filter(|_| all > 0) {
            let part: i64 = billed.iter().filter(|line| line.vat == vat).map(|line| line.price).sum();
            let off = i128::from(part) * i128::from(all) - i128::from(deposit) * i128::from(weight(vat));
            prop_assert!(off.abs() < i128::from(all), "less than a cent off");
        }
        let (bill, tax) = (money::sum(&billed, true, on), money::sum(billed.iter().filter(|line| line.vat == Vat::Standard), true, on));
        prop_assert_eq!((bill.net + bill.vat, bill.vat), (deposit, tax.vat));
    }
}
