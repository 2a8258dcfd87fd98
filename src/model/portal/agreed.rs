//! What was agreed, line by line: what a job record ticks and an invoice begins with.

use super::deal::{Deal, Kept};
use super::invoice::{DEPOSIT, Invoice};
use super::line::{Line, Vat};
use super::machine::State;
use super::money;

/// The classes of tax, in the order in which a deposit is billed for them.
const CLASSES: [Vat; 3] = [Vat::Standard, Vat::Zero, Vat::None];

/// Lines of the approved quote that were chosen, and of approved variations. What adds to a quoted line is one line with it.
pub fn lines(deal: &Deal) -> Vec<Line> {
    let Some((quote, decision)) = deal.approval() else { return Vec::new() };
    let chosen = money::chosen(&quote.letter, &decision.letter.option, &decision.letter.ticked);
    let mut lines: Vec<Line> = chosen.cloned().collect();
    let varied =
        deal.variations.iter().filter(|variation| deal.variation_state(variation.id) == State::VariationApproved);
    for line in varied.flat_map(|variation| &variation.letter.lines) {
        match lines.iter_mut().find(|known| known.id == line.id) {
            Some(known) => *known = together(known, line),
            None => lines.push(line.clone()),
        }
    }
    lines
}

/// What of it is to be billed: what was done, if that was written down, and stands on no invoice yet.
pub fn unbilled(deal: &Deal) -> Vec<Line> {
    let done = deal.sheet().map(|sheet| sheet.letter.done.as_slice()).filter(|done| !done.is_empty());
    let billed: Vec<&str> =
        standing(deal).flat_map(|invoice| &invoice.letter.lines).map(|line| line.id.as_str()).collect();
    let mut lines = lines(deal);
    lines.retain(|line| done.is_none_or(|done| done.contains(&line.id)) && !billed.contains(&line.id.as_str()));
    lines
}

/// Cents of a deposit that was paid or billed, and that no invoice has taken off: what the next one takes off.
pub fn deposit(deal: &Deal) -> i64 {
    let Some((quote, _)) = deal.approval() else { return 0 };
    let taken = standing(deal).fold(0_i64, |sum, invoice| sum.saturating_add(invoice.letter.deposit.unwrap_or(0)));
    let billed = standing(deal).filter(|invoice| invoice.letter.is_deposit());
    let billed = billed.fold(0_i64, |sum, invoice| sum.saturating_add(money::sum_of(&invoice.letter).total));
    deal.paid(quote.id).saturating_add(billed).saturating_sub(taken).max(0)
}

/// The lines, with their tax in the price, that bill the deposit which the approved quote asks for; none where it asks for none, or something was billed or paid
/// already. `what` is what they are called. It is taxed as the work is: a line for each class of tax, in proportion to what was chosen of it, together the
/// deposit to the cent.
pub fn deposit_lines(deal: &Deal, what: &str) -> Vec<Line> {
    let Some((quote, decision)) = deal.approval() else { return Vec::new() };
    let letter = &quote.letter;
    let cents = letter.deposit.unwrap_or(0);
    if cents <= 0 || standing(deal).next().is_some() || deal.paid(quote.id) > 0 {
        return Vec::new();
    }
    let of = |vat: Vat| {
        let chosen = money::chosen(letter, &decision.letter.option, &decision.letter.ticked);
        money::sum(chosen.filter(|line| line.vat == vat), letter.inclusive, letter.on).total
    };
    let prices = money::apportioned(cents, CLASSES.map(of));
    let billed = CLASSES.into_iter().zip(prices).filter(|(_, price)| *price > 0).enumerate();
    let line = |(at, (vat, price)): (usize, (Vat, i64))| {
        let id = if at == 0 { DEPOSIT.to_owned() } else { [DEPOSIT, vat.as_str()].join("-") };
        Line { id, what: what.to_owned(), quantity: 1000, price, vat, ..Line::default() }
    };
    billed.map(line).collect()
}

/// Invoices that were not credited in full.
fn standing(deal: &Deal) -> impl Iterator<Item = &Kept<Invoice>> {
    let is_standing = |invoice: &&Kept<Invoice>| {
        invoice.letter.credits.is_none() && deal.invoice_state(invoice) != State::InvoiceCredited
    };
    deal.invoices.iter().filter(is_standing)
}

/// A quoted line with what was added to it, as one piece.
fn together(quoted: &Line, added: &Line) -> Line {
    // Of no day no rate is known: it is what is told on the lines, with or without tax.
    let told = |line: &Line| money::line(line, true, None).total;
    let price = told(quoted).saturating_add(told(added));
    Line { quantity: 1000, unit: String::new(), price, discount: 0, ..quoted.clone() }
}
