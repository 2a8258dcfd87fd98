//! Accounts to be paid into, and signatures as they are drawn.

use super::{invoice, line, record, request, rid};
use model::portal::account::other;
use model::portal::drawn::{draw, is_drawn};
use model::portal::{Bank, Deal, Invoice, Payment, Provider, Request};
use model::{Instant, Record, RecordId};
use uuid::Uuid;

fn bill(account: &str, firm: &str) -> Invoice {
    let bank = Bank { bank: "FNB".into(), holder: firm.into(), account: account.into(), ..Bank::default() };
    let provider = Provider { name: firm.into(), ..Provider::default() };
    Invoice { bank: Some(bank), provider, ..invoice(vec![line("1", 900)]) }
}

/// An invoice that came before, the contact it was from, and whether it was paid.
type Before = (Invoice, u128, bool);

/// A deal with an invoice of that number, which came at that time, paid or not.
fn deal(number: u128, invoice: &Invoice, contact: u128, is_paid: bool) -> Deal {
    let contact = (contact > 0).then(|| RecordId(Uuid::from_u128(contact)));
    let came = Record { at: Some(Instant(number as i64)), ..record(number, invoice) };
    let mut records = vec![record(1, &Request { contact, ..request() }), came];
    if is_paid {
        records.push(record(number + 1, &Payment { of: Some(rid(number)), cents: 900, ..Payment::default() }));
    }
    Deal::of(&records)
}

#[test]
fn another_account_of_the_same_provider_is_told() {
    let vat = |mut invoice: Invoice| {
        invoice.provider.vat_number = "4123456789".into();
        invoice
    };
    // What came before, the invoice, and the account that is told of.
    let rows: [(Vec<Before>, Invoice, Option<&str>); 9] = [
        (vec![], bill("62 000", "Ann"), None),
        (vec![(bill("62-000", "Ann"), 0, false)], bill("62 000", "Ann"), None),
        (vec![(bill("999", "Ann"), 0, true)], bill("62 000", " ann"), Some("999")),
        // Another provider has another account.
        (vec![(bill("999", "Bea"), 0, true)], bill("62 000", "Ann"), None),
        // The same contact, or the same VAT number, under another name.
        (vec![(bill("999", "Bea"), 7, true)], bill("62 000", "Ann"), Some("999")),
        (vec![(vat(bill("999", "Bea")), 0, true)], vat(bill("62 000", "Ann")), Some("999")),
        // This account was paid into before: it is known.
        (vec![(bill("999", "Ann"), 0, true), (bill("62000", "Ann"), 0, true)], bill("62 000", "Ann"), None),
        // It stood on an earlier invoice that nobody paid: that proves nothing.
        (vec![(bill("999", "Ann"), 0, true), (bill("62000", "Ann"), 0, false)], bill("62 000", "Ann"), Some("999")),
        (vec![(bill("999", "Ann"), 0, true)], Invoice { bank: None, ..bill("1", "Ann") }, None),
    ];
    for (at, (before, invoice, expected)) in rows.iter().enumerate() {
        let numbers = (10..).step_by(2);
        let mut deals: Vec<Deal> = before
            .iter()
            .zip(numbers)
            .map(|((bill, contact, is_paid), number)| deal(number, bill, *contact, *is_paid))
            .collect();
        let contact = if before.iter().any(|(_, contact, _)| *contact > 0) { 7 } else { 0 };
        deals.push(deal(90, invoice, contact, false));
        let own = deals.last().expect("it was put there");
        let told = other(&deals, own, &own.invoices[0]);
        assert_eq!(told.as_ref().map(|other| other.bank.account.as_str()), *expected, "row {at}");
    }
}

#[test]
fn what_came_later_tells_nothing_of_what_came_before() {
    let deals = [deal(10, &bill("1", "Ann"), 0, false), deal(20, &bill("2", "Ann"), 0, false)];
    assert_eq!(other(&deals, &deals[0], &deals[0].invoices[0]), None);
    assert_eq!(other(&deals, &deals[1], &deals[1].invoices[0]).map(|other| other.bank.account), Some("1".to_owned()));
}

#[test]
fn a_signature_is_strokes_and_nothing_else() {
    let mut strokes = String::new();
    for (is_down, x, y) in
        [(false, 1, 1), (true, 10, 20), (false, 12, 21), (false, 40, 60), (true, 1200, -5), (false, 900, 90)]
    {
        draw(&mut strokes, is_down, x, y);
    }
    assert_eq!(strokes, "M10 20L40 60M1000 0L900 90");
    assert!(is_drawn(&strokes));
    (0..5_000).for_each(|at| draw(&mut strokes, false, at % 1000, (at * 7) % 400));
    assert!(strokes.len() <= 6_000 && is_drawn(&strokes), "none draws without end");
    let long = format!("M1 1{}", "L2 2".repeat(2_000));
    for wrong in
        ["", "M", "L1 1", "M1 1L", "M1 1Z", "M1,1", "M1001 1", "M1 401", "M-1 1", "M1 1 1", "M1 1\" onload=\"x", &long]
    {
        assert!(!is_drawn(wrong), "{wrong}");
    }
}
