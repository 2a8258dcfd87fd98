//! What was agreed, line by line: what a job record ticks and an invoice begins with.

use super::deal::{Deal, Kept};
use super::invoice::{DEPOSIT, Invoice};
use super::line::Line;
use super::machine::State;
use super::money;

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

/// The line, with its tax in the price, that bills the deposit which the approved quote asks for; none where it asks for none, or something was billed or paid
/// already. `what` is what it is called. It is taxed as the work is: as the lines that it is for, or most of them.
pub fn deposit_line(deal: &Deal, what: &str) -> Option<Line> {
    let (quote, decision) = deal.approval()?;
    let price = quote.letter.deposit.filter(|cents| *cents > 0)?;
    if standing(deal).next().is_some() || deal.paid(quote.id) > 0 {
        return None;
    }
    let chosen = money::chosen(&quote.letter, &decision.letter.option, &decision.letter.ticked);
    let vat = chosen.max_by_key(|line| line.price.saturating_mul(line.quantity)).map(|line| line.vat)?;
    Some(Line { id: DEPOSIT.to_owned(), what: what.to_owned(), quantity: 1000, price, vat, ..Line::default() })
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
