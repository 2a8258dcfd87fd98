//! What was agreed, line by line: what a job record ticks and an invoice begins with.

use super::deal::Deal;
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
    let standing = deal
        .invoices
        .iter()
        .filter(|invoice| invoice.letter.credits.is_none() && deal.invoice_state(invoice) != State::InvoiceCredited);
    let billed: Vec<&str> = standing.flat_map(|invoice| &invoice.letter.lines).map(|line| line.id.as_str()).collect();
    let mut lines = lines(deal);
    lines.retain(|line| done.is_none_or(|done| done.contains(&line.id)) && !billed.contains(&line.id.as_str()));
    lines
}

/// A quoted line with what was added to it, as one piece.
fn together(quoted: &Line, added: &Line) -> Line {
    // Of no day no rate is known: it is what is told on the lines, with or without tax.
    let told = |line: &Line| money::line(line, true, None).total;
    let price = told(quoted).saturating_add(told(added));
    Line { quantity: 1000, unit: String::new(), price, discount: 0, ..quoted.clone() }
}
