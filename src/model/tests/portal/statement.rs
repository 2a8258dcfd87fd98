//! What was billed and paid with the same people, and how long it has been owed.

use super::{day, decision, invoice, line, quote, record, request, rid};
use model::portal::machine::State;
use model::portal::statement::{Entry, What, statement, who};
use model::portal::{Deal, Invoice, Payment, Quote, Request, Side, Verdict, money};
use model::{Date, Record, RecordId};
use proptest::prelude::*;
use uuid::Uuid;

fn approved(deposit: i64) -> Vec<Record> {
    let asked = Quote { deposit: Some(deposit), inclusive: true, ..quote(vec![line("1", 100_000)]) };
    vec![record(1, &request()), record(2, &asked), record(3, &decision(2, Verdict::Approve))]
}

fn paid(of: u128, side: Side, cents: i64, on: &str) -> Payment {
    Payment { of: Some(rid(of)), side, cents, on: Some(day(on)), ..Payment::default() }
}

fn billed(number: &str, on: &str, cents: i64) -> Invoice {
    Invoice { number: number.into(), on: Some(day(on)), inclusive: true, ..invoice(vec![line("1", cents)]) }
}

fn told(entries: &[Entry]) -> Vec<(What, &str, i64, i64)> {
    entries.iter().map(|one| (one.what, one.number.as_str(), one.cents, one.balance)).collect()
}

#[test]
fn a_statement_runs_day_by_day_over_all_deals() {
    let first = [
        approved(30_000),
        vec![
            record(4, &paid(2, Side::Client, 30_000, "2026-11-28")),
            record(5, &Invoice { deposit: Some(30_000), ..billed("7", "2026-12-01", 100_000) }),
            record(6, &paid(5, Side::Client, 50_000, "2026-12-05")),
            // The other side tells of the same payment, and of less.
            record(7, &paid(5, Side::Provider, 40_000, "2026-12-06")),
        ],
    ]
    .concat();
    let note = Invoice { credits: Some(rid(8)), ..billed("9", "2026-12-03", 5_000) };
    let second = [
        approved(0),
        vec![
            record(8, &billed("8", "2026-12-02", 20_000)),
            record(9, &note),
            // A draft is owed by nobody.
            record(10, &Invoice { number: String::new(), ..billed("", "2026-12-04", 77_000) }),
        ],
    ]
    .concat();
    let deals = [Deal::of(&first), Deal::of(&second)];
    let made = statement(&deals.iter().collect::<Vec<_>>(), day("2026-12-20"));
    assert_eq!(
        told(&made.entries),
        [
            (What::Deposit, "", -30_000, -30_000),
            (What::Invoice, "7", 100_000, 70_000),
            (What::Invoice, "8", 20_000, 90_000),
            (What::CreditNote, "9", -5_000, 85_000),
            (What::Payment, "7", -50_000, 35_000),
        ]
    );
    assert_eq!((made.owed, made.ages, made.ahead), (35_000, [0, 35_000, 0, 0, 0], 0));
}

#[test]
fn what_is_owed_stands_by_how_long_it_has_been_due() {
    let rows = [
        (Some("2026-12-31"), "2026-12-31", 0),
        (Some("2026-12-31"), "2027-01-01", 1),
        (None, "2026-12-31", 1),
        (None, "2027-01-01", 2),
        (None, "2027-02-01", 3),
        (None, "2027-06-01", 4),
    ];
    for (due, today, age) in rows {
        let bill = Invoice { due: due.map(day), ..billed("7", "2026-12-01", 900) };
        let deal = Deal::of(&[approved(0), vec![record(4, &bill)]].concat());
        let mut expected = [0; 5];
        expected[age] = 900;
        assert_eq!(statement(&[&deal], day(today)).ages, expected, "{due:?} on {today}");
    }
}

#[test]
fn a_deposit_that_was_billed_is_counted_once() {
    let deposit = Invoice { number: "1".into(), ..invoice(vec![line(model::portal::invoice::DEPOSIT, 30_000)]) };
    let mut records =
        [approved(30_000), vec![record(4, &deposit), record(5, &paid(4, Side::Client, 30_000, "2026-12-02"))]].concat();
    let at = |records: &[Record]| statement(&[&Deal::of(records)], day("2026-12-03")).owed;
    assert_eq!(at(&records), 0);
    records.push(record(6, &Invoice { deposit: Some(30_000), ..billed("2", "2026-12-03", 100_000) }));
    assert_eq!(at(&records), 70_000);
}

#[test]
fn deals_with_the_same_people_are_told_together() {
    let contact = Some(RecordId(Uuid::from_u128(7)));
    let asked = |contact, provider: &str, name: &str| {
        let request = Request { contact, provider: provider.into(), name: name.into(), ..request() };
        Deal::of(&[record(1, &request)])
    };
    let one = asked(contact, "Ann", " Thandi");
    let key = |deal: &Deal, side| who(deal, side).map(|(key, _)| key);
    assert_eq!(key(&one, Side::Client), key(&asked(contact, "Ann's Plumbing", ""), Side::Client));
    assert_ne!(key(&one, Side::Client), key(&asked(None, "Ann", ""), Side::Client));
    assert_eq!(key(&one, Side::Provider), key(&asked(None, "", "THANDI"), Side::Provider));
    assert_eq!(key(&asked(None, "", ""), Side::Provider), None);
}

/// An invoice of so many cents that takes so much off, credited so far, and paid so much.
type Bill = (i64, i64, i64, i64);

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn what_a_statement_comes_to_is_what_its_invoices_owe(prepaid in 0..5_000_i64, bills in prop::collection::vec((1..9_000_i64, 0..5_000_i64, 0..9_000_i64, 0..9_000_i64), 0..5)) {
        let mut records = approved(1_000);
        if prepaid > 0 {
            records.push(record(4, &paid(2, Side::Provider, prepaid, "2026-11-30")));
        }
        for (at, (cents, off, credited, part)) in (bills as Vec<Bill>).into_iter().enumerate() {
            let number = 10 + 3 * at as u128;
            records.push(record(number, &Invoice { deposit: Some(off), ..billed("n", "2026-12-01", cents) }));
            if credited > 0 {
                let note = Invoice { credits: Some(rid(number)), ..billed("c", "2026-12-01", credited.min(cents)) };
                records.push(record(number + 1, &note));
            }
            records.push(record(number + 2, &paid(number, Side::Client, part, "2026-12-02")));
        }
        let deal = Deal::of(&records);
        let made = statement(&[&deal], day("2026-12-09"));
        let bills = || deal.invoices.iter().filter(|one| one.letter.credits.is_none());
        let owed: i64 = bills().map(|one| deal.owed(one)).sum();
        let taken: i64 = bills().map(|one| one.letter.deposit.unwrap_or(0)).sum();
        prop_assert_eq!(made.owed, owed - (prepaid - taken).max(0));
        prop_assert_eq!(made.owed, made.ages.iter().sum::<i64>() - made.ahead);
        prop_assert_eq!(made.owed, made.entries.last().map_or(0, |last| last.balance));
        prop_assert!(made.entries.iter().filter(|one| one.what == What::Invoice).count() == bills().count());
        prop_assert!(bills().all(|one| deal.invoice_state(one) != State::InvoiceDraft && money::sum_of(&one.letter).total > 0));
    }
}

#[test]
fn nothing_is_a_statement_of_nothing() {
    let today: Date = day("2026-12-09");
    assert_eq!(statement(&[], today), statement(&[&Deal::of(&approved(500))], today));
}
