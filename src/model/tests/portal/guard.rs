//! What an invoice is held against: the approval, and the law's list of particulars. And quotes side by side.

use super::{day, decision, invoice, line, quote, record, request, rid};
use model::Record;
use model::portal::guard::{Law, Why, guard};
use model::portal::invoice::DEPOSIT;
use model::portal::particulars::{Level, Particular, is_vat_number, level, missing};
use model::portal::{Client, Deal, Invoice, Line, Quote, Request, Told, Variation, Vat, Verdict, compare};
use model::task::Task;

fn approved() -> Vec<Record> {
    let mut lines = vec![line("1", 100_000), line("2", 50_000), line("3", 20_000)];
    (lines[1].from, lines[1].to) = (Some(40_000), Some(60_000));
    lines[2].optional = true;
    let variation = |id: &str| Variation { quote: Some(rid(2)), lines: vec![line(id, 5000)], ..Variation::default() };
    vec![
        record(1, &request()),
        record(2, &quote(lines)),
        record(3, &decision(2, Verdict::Approve)),
        record(4, &variation("v")),
        record(5, &decision(4, Verdict::Approve)),
        record(6, &variation("w")),
        record(7, &variation("x")),
        record(8, &decision(7, Verdict::Decline)),
        // This one adds to a quoted line.
        record(9, &variation("1")),
        record(10, &decision(9, Verdict::Approve)),
    ]
}

/// What is above in all, and line by line why.
fn found(invoices: &[Invoice]) -> (i64, Vec<(String, i64, Why)>) {
    let billed = invoices.iter().enumerate().map(|(at, one)| record(20 + at as u128, one));
    let deal = Deal::of(&approved().into_iter().chain(billed).collect::<Vec<_>>());
    let finding = guard(&deal, deal.invoices.last().expect("an invoice"));
    assert_eq!(finding.law, (finding.above > 0).then_some(Law::AboveEstimate));
    (finding.above, finding.lines.into_iter().map(|one| (one.line, one.above, one.why)).collect())
}

#[test]
fn an_invoice_is_held_against_what_was_approved_line_by_line() {
    let none: [(&str, i64, Why); 0] = [];
    let check = |invoices: &[Invoice], above: i64, expected: &[(&str, i64, Why)]| {
        let (sum, lines) = found(invoices);
        let lines: Vec<(&str, i64, Why)> =
            lines.iter().map(|(line, above, why)| (line.as_str(), *above, *why)).collect();
        assert_eq!((sum, lines.as_slice()), (above, expected));
    };
    check(&[invoice(vec![line("1", 105_000), line("2", 60_000), line("v", 5000)])], 0, &none);
    check(&[invoice(vec![line("1", 105_001)])], 1, &[("1", 1, Why::More)]);
    check(&[invoice(vec![line("2", 70_000)])], 10_000, &[("2", 10_000, Why::More)]);
    check(&[invoice(vec![line("3", 20_000)])], 20_000, &[("3", 20_000, Why::NotChosen)]);
    check(&[invoice(vec![line("w", 5000)])], 5000, &[("w", 5000, Why::Undecided)]);
    check(&[invoice(vec![line("x", 5000)])], 5000, &[("x", 5000, Why::Declined)]);
    check(&[invoice(vec![line("new", 700)])], 700, &[("new", 700, Why::NotQuoted)]);
    // What is taken off comes off what is above, and a saving on one line pays for no other.
    check(&[invoice(vec![line("new", 700), line("off", -200)])], 500, &[("new", 700, Why::NotQuoted)]);
    check(&[invoice(vec![line("1", 5), line("new", 700)])], 700, &[("new", 700, Why::NotQuoted)]);
    // Billed twice, in part the first time; and billed again after a credit note.
    let first = invoice(vec![line("1", 100_000)]);
    check(&[first.clone(), invoice(vec![line("1", 6000)])], 1000, &[("1", 1000, Why::More)]);
    let credit = Invoice { credits: Some(rid(20)), ..first.clone() };
    check(&[first.clone(), credit, first], 0, &none);
}

#[test]
fn a_deposit_is_no_extra_and_pays_for_nothing_twice() {
    let asked = Quote { deposit: Some(30_000), ..quote(vec![line("1", 100_000)]) };
    let base = [record(1, &request()), record(2, &asked), record(3, &decision(2, Verdict::Approve))];
    let above = |invoices: &[Invoice]| {
        let billed = invoices.iter().enumerate().map(|(at, one)| record(20 + at as u128, one));
        let deal = Deal::of(&base.iter().cloned().chain(billed).collect::<Vec<_>>());
        let finding = guard(&deal, deal.invoices.last().expect("an invoice"));
        (finding.above, finding.lines.into_iter().map(|one| one.why).collect::<Vec<_>>())
    };
    let deposit = |cents| invoice(vec![line(DEPOSIT, cents)]);
    let work = |cents, off| Invoice { deposit: Some(off), ..invoice(vec![line("1", cents)]) };
    assert_eq!(above(&[deposit(30_000)]), (0, vec![]));
    assert_eq!(above(&[deposit(40_000)]), (10_000, vec![Why::More]));
    assert_eq!(above(&[deposit(30_000), work(100_000, 30_000)]), (0, vec![]));
    assert_eq!(above(&[deposit(30_000), work(100_000, 0)]), (30_000, vec![Why::DepositStands]));
    assert_eq!(above(&[deposit(30_000), work(80_000, 0)]), (10_000, vec![Why::DepositStands]));
    assert_eq!(above(&[work(100_000, 0), deposit(30_000)]), (30_000, vec![Why::DepositStands]));
    assert_eq!(above(&[deposit(30_000), work(60_000, 0), work(40_000, 30_000)]), (0, vec![]));
    let note = Invoice { credits: Some(rid(20)), ..deposit(30_000) };
    assert_eq!(above(&[deposit(30_000), note, work(100_000, 0)]), (0, vec![]));
    assert_eq!(above(&[deposit(30_000), work(110_000, 30_000)]), (10_000, vec![Why::More]));
}

#[test]
fn where_nothing_was_approved_everything_is_above() {
    let deal = Deal::of(&[record(1, &request()), record(2, &invoice(vec![line("1", 900)]))]);
    let finding = guard(&deal, &deal.invoices[0]);
    assert_eq!((finding.above, finding.approved, finding.law), (900, 0, Some(Law::NotAuthorised)));
}

#[test]
fn a_tax_invoice_shows_what_its_amount_asks_for() {
    use Particular::{Number, RecipientAddress, RecipientName, SupplierAddress, SupplierVatNumber};
    let rows: [(i64, bool, Level, &[Particular]); 6] = [
        (5000, true, Level::None, &[]),
        (5001, true, Level::Abridged, &[SupplierAddress, SupplierVatNumber, Number]),
        (500_000, true, Level::Abridged, &[SupplierAddress, SupplierVatNumber, Number]),
        (500_001, true, Level::Full, &[SupplierAddress, SupplierVatNumber, Number, RecipientName, RecipientAddress]),
        (500_001, false, Level::None, &[]),
        (-500_001, true, Level::Full, &[SupplierAddress, SupplierVatNumber, Number, RecipientName, RecipientAddress]),
    ];
    for (cents, taxed, expected, lacks) in rows {
        let vat = if taxed { Vat::Standard } else { Vat::None };
        let mut bill = Invoice { inclusive: true, ..invoice(vec![Line { vat, ..line("1", cents) }]) };
        bill.number = String::new();
        let told = |bill: &Invoice| {
            let deal = Deal::of(&[record(1, bill)]);
            missing(&deal, &deal.invoices[0])
        };
        assert_eq!((level(&bill), told(&bill).as_slice()), (expected, lacks), "{cents}");
        bill.number = "INV-9".into();
        bill.provider.address = "1 Main Road".into();
        bill.provider.vat_number = "4123 456 789".into();
        bill.client = Client { name: "Thandi".into(), address: "12 Protea Road".into(), ..Client::default() };
        assert_eq!(told(&bill), [], "{cents}");
    }
    for (text, expected) in
        [("4123456789", true), ("5123456789", false), ("412345678", false), ("4１23456789", false), ("", false)]
    {
        assert_eq!(is_vat_number(text), expected, "{text}");
    }
}

#[test]
fn quotes_stand_side_by_side_by_the_price_book_or_by_nearly_the_same_words() {
    let one = |what: &str, key: &str, cents: i64| Line { what: what.into(), key: key.into(), ..line(what, cents) };
    let first = quote(vec![one("150 litre geyser, Kwikot", "geyser.150", 100), one("Labour to fit it", "", 50)]);
    let mut second =
        quote(vec![one("New tank", "geyser.150", 120), one("labour, to fit", "", 40), one("Drip tray", "", 5)]);
    second.lines[2].optional = true;
    let mut third = quote(vec![one("Tank good", "", 70), one("Tank best", "", 90)]);
    third.options = ["good", "best"]
        .map(|key| model::portal::Choice { key: key.into(), name: key.into(), words: String::new() })
        .into();
    (third.lines[0].option, third.lines[1].option) = ("good".into(), "best".into());
    let told = compare::compare(&[&first, &second, &third]);
    let rows: Vec<(&str, &[Option<i64>])> =
        told.rows.iter().map(|row| (row.line.what.as_str(), row.cells.as_slice())).collect();
    let expected: [(&str, &[Option<i64>]); 5] = [
        ("150 litre geyser, Kwikot", &[Some(100), Some(120), None]),
        ("Labour to fit it", &[Some(50), Some(40), None]),
        ("Drip tray", &[None, Some(5), None]),
        ("Tank good", &[None, None, Some(70)]),
        ("Tank best", &[None, None, Some(90)]),
    ];
    assert_eq!(rows, expected);
    let total = |key: &str, cents| vec![(key.to_owned(), cents)];
    assert_eq!(told.totals, [total("", 150), total("", 160), [total("good", 70), total("best", 90)].concat()]);
}

#[test]
fn what_was_paid_before_is_the_latest_invoice_that_stands_for_as_much() {
    let billed = |lines: Vec<Line>, on: &str, number: &str| Invoice {
        on: Some(day(on)),
        number: number.into(),
        ..invoice(lines)
    };
    let named = |what: &str, cents, quantity| Line { what: what.into(), quantity, ..line("1", cents) };
    let metres = |cents, quantity| Line { unit: "m".into(), ..named("Copper pipe 15 mm", cents, quantity) };
    let older = [record(1, &billed(vec![metres(10_000, 2_000)], "2025-01-01", "1"))];
    let newer = [record(1, &billed(vec![metres(12_000, 1_000), named("Labour", 50_000, 1_000)], "2026-01-01", "2"))];
    let draft = [record(1, &billed(vec![metres(99_000, 1_000)], "2026-05-01", ""))];
    let taken_back = billed(vec![metres(77_000, 1_000)], "2026-06-01", "4");
    let credit = Invoice { credits: Some(rid(1)), ..billed(vec![metres(-77_000, 1_000)], "2026-06-02", "5") };
    let credited = [record(1, &taken_back), record(2, &credit)];
    let deals = [&older[..], &newer, &draft, &credited].map(Deal::of);
    let told = |line: &Line| compare::before(&deals, line).map(|before| (before.cents, before.on));
    // Three metres at what one metre cost last.
    assert_eq!(told(&metres(0, 3_000)), Some((36_000, Some(day("2026-01-01")))));
    // Another unit is not counted in.
    assert_eq!(told(&named("Copper pipe 15 mm", 0, 3_000)), Some((12_000, Some(day("2026-01-01")))));
    assert_eq!(told(&named("Paint the roof", 0, 1_000)), None);
}

#[test]
fn a_task_of_the_home_is_what_is_offered_where_it_was_the_reason_or_says_the_same_of_the_same_system() {
    let task = |title: &str, system: u128| Task { title: title.into(), systems: vec![rid(system)], ..Task::default() };
    let of = |system| Told { id: Some(rid(system)), name: "Geyser".into() };
    let request = Request { from: Some(rid(1)), systems: vec![of(7), Told::default()], ..Request::default() };
    let lines = [line("1", 100), Line { what: "Clean and test the drip tray".into(), ..line("2", 200) }];
    let rows = [
        (1, task("Look at the roof", 9), true),
        (2, task("Clean and test the drip tray of the geyser", 7), true),
        (2, task("Clean and test the drip tray of the geyser", 8), false),
        (2, task("Have the anode looked at", 7), false),
        (2, Task { systems: Vec::new(), ..task("Clean and test the drip tray", 7) }, false),
    ];
    for (id, task, expected) in rows {
        assert_eq!(compare::is_planned(rid(id), &task, &request, &lines), expected, "{}", task.title);
    }
}
