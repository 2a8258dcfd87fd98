//! The estimate guard: an invoice beside what was approved, line by line.

use super::deal::{Deal, Kept};
use super::invoice::{DEPOSIT, bills_deposit};
use super::machine::State;
use super::{Invoice, Line, money};
use crate::choice::choice;

choice! {
    /// Why a line is above what was approved.
    Why {
        /// It was approved for less.
        More = "more",
        /// It is on no quote.
        NotQuoted = "not_quoted",
        /// It was offered, and not ticked or of another option.
        NotChosen = "not_chosen",
        /// It is of a variation that nobody decided.
        Undecided = "undecided",
        /// It is of a variation that was declined.
        Declined = "declined",
        /// A deposit for it was billed, and is not taken off.
        DepositStands = "deposit_stands",
    }
}

/// A line of an invoice that is above what was approved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Above {
    /// The line.
    pub line: String,
    /// What it is called on the invoice.
    pub what: String,
    /// What was approved for it, with tax: cents.
    pub approved: i64,
    /// What was billed for it until now, with tax: cents.
    pub billed: i64,
    /// What this invoice has above that: cents.
    pub above: i64,
    /// Why.
    pub why: Why,
}

/// What the guard finds.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Finding {
    /// What was approved in all, with tax: cents.
    pub approved: i64,
    /// What this invoice comes to, with tax: cents.
    pub billed: i64,
    /// What of it is above what was approved: cents.
    pub above: i64,
    /// The lines that make that up.
    pub lines: Vec<Above>,
    /// What the law says of it, if anything.
    pub law: Option<Law>,
}

choice! {
    /// What the Consumer Protection Act 68 of 2008 says, in section 15. It holds where an estimate was asked for; a court decides, not Codessa.
    Law {
        /// Not more than the estimate, unless the extra was told of and authorised: subsection (4).
        AboveEstimate = "above_estimate",
        /// No charge for work that was not authorised: subsection (2).
        NotAuthorised = "not_authorised",
    }
}

/// Looks at an invoice of a deal. What earlier invoices billed of the same lines counts; what credit notes took back does not.
pub fn guard(deal: &Deal, invoice: &Kept<Invoice>) -> Finding {
    let mut finding = Finding { billed: money::sum_of(&invoice.letter).total, ..Finding::default() };
    let (mut above, mut taken_off) = (0_i64, 0_i64);
    finding.approved = approved_lines(deal).fold(0, |sum, (_, line)| sum.saturating_add(line));
    for (at, line) in invoice.letter.lines.iter().enumerate() {
        let amount = money::line(line, invoice.letter.inclusive, invoice.letter.on).total;
        let limit = limit(deal, &line.id);
        if amount < 0 && limit.is_none() {
            taken_off = taken_off.saturating_add(amount);
            continue;
        }
        let beside = invoice.letter.lines[..at].iter().filter(|other| is_same(&other.id, &line.id));
        let beside = money::sum(beside, invoice.letter.inclusive, invoice.letter.on).total;
        let before = earlier(deal, invoice, &line.id).saturating_add(beside);
        let (approved, billed) = (limit.unwrap_or(0), before.saturating_add(amount));
        let excess = (billed - approved).max(0) - (before - approved).max(0);
        if excess > 0 {
            above = above.saturating_add(excess);
            let why = if limit.is_some() { Why::More } else { why(deal, &line.id) };
            let (line, what) = (line.id.clone(), line.what.clone());
            finding.lines.push(Above { line, what, approved, billed, above: excess, why });
        }
    }
    if let Some(twice) = twice(deal, invoice, finding.approved) {
        above = above.saturating_add(twice.above);
        finding.lines.push(twice);
    }
    finding.above = above.saturating_add(taken_off).max(0);
    finding.law = match (finding.above > 0, deal.approval()) {
        (false, _) => None,
        (true, Some(_)) => Some(Law::AboveEstimate),
        (true, None) => Some(Law::NotAuthorised),
    };
    finding
}

/// Ids and the most that was approved for each: lines of the approved quote that were chosen, and of approved variations.
fn approved_lines(deal: &Deal) -> impl Iterator<Item = (&str, i64)> {
    let approval = deal.approval();
    let quoted = approval.into_iter().flat_map(|(quote, decision)| {
        let letter = &quote.letter;
        let chosen = money::chosen(letter, &decision.letter.option, &decision.letter.ticked);
        chosen.map(|line| (line.id.as_str(), money::most(line, letter.inclusive, letter.on)))
    });
    let varied = deal.variations.iter().filter_map(move |variation| {
        let (quote, _) = approval?;
        let counts =
            variation.letter.quote == Some(quote.id) && deal.variation_state(variation.id) == State::VariationApproved;
        counts.then(|| {
            let lines = variation.letter.lines.iter();
            lines.map(move |line| (line.id.as_str(), money::most(line, quote.letter.inclusive, variation.letter.on)))
        })
    });
    quoted.chain(varied.flatten())
}

fn limit(deal: &Deal, id: &str) -> Option<i64> {
    if bills_deposit(id) {
        return deal.approval().and_then(|(quote, _)| quote.letter.deposit);
    }
    approved_lines(deal).filter(|(line, _)| *line == id).map(|(_, most)| most).reduce(i64::saturating_add)
}

/// Whether lines of those ids bill the same: all that bill a deposit do, whatever their tax.
fn is_same(one: &str, other: &str) -> bool {
    one == other || (bills_deposit(one) && bills_deposit(other))
}

/// What other invoices that came before billed of a line, less what was credited of them.
fn earlier(deal: &Deal, invoice: &Kept<Invoice>, id: &str) -> i64 {
    let others = deal.invoices.iter().filter(|other| other.place < invoice.place || other.letter.credits.is_some());
    let others = others.filter(|other| other.id != invoice.id);
    let of_line = others.flat_map(|other| {
        let sign = if other.letter.credits.is_some() { -1 } else { 1 };
        let lines = other.letter.lines.iter().filter(|line| is_same(&line.id, id));
        lines.map(move |line| {
            let total = money::line(line, other.letter.inclusive, other.letter.on).total;
            if sign < 0 { -total.saturating_abs() } else { total }
        })
    });
    of_line.fold(0, i64::saturating_add)
}

/// The part of a deposit that was billed and that this invoice bills once more, with the work itself, because it does not take it off.
fn twice(deal: &Deal, invoice: &Kept<Invoice>, approved: i64) -> Option<Above> {
    let before = overlap(deal, approved, |other| other.place < invoice.place);
    let above = overlap(deal, approved, |other| other.place <= invoice.place) - before;
    let mut lines = deal.invoices.iter().flat_map(|invoice| &invoice.letter.lines);
    let what = lines.find(|line| bills_deposit(&line.id))?.what.clone();
    let billed = above;
    (above > 0).then(|| Above { line: DEPOSIT.to_owned(), what, approved: 0, billed, above, why: Why::DepositStands })
}

/// Cents by which deposits that stand and the work that was billed are more together than what was approved. What of the work itself is above that is told by
/// its lines.
fn overlap(deal: &Deal, approved: i64, counts: impl Fn(&Kept<Invoice>) -> bool) -> i64 {
    let (mut work, mut deposits, mut taken) = (0_i64, 0_i64, 0_i64);
    for one in deal.invoices.iter().filter(|one| one.letter.credits.is_some() || counts(one)) {
        let sign = if one.letter.credits.is_some() { -1 } else { 1 };
        for line in &one.letter.lines {
            let cents = money::line(line, one.letter.inclusive, one.letter.on).total;
            let cents = if sign < 0 { -cents.saturating_abs() } else { cents };
            let sum = if bills_deposit(&line.id) { &mut deposits } else { &mut work };
            *sum = sum.saturating_add(cents);
        }
        taken = taken.saturating_add(one.letter.deposit.unwrap_or(0));
    }
    let prepaid = deal.approval().map_or(0, |(quote, _)| deal.paid(quote.id));
    let stands = (deposits - (taken - prepaid).max(0)).max(0);
    stands.saturating_add(work.clamp(0, approved)).saturating_sub(approved).max(0)
}

fn why(deal: &Deal, id: &str) -> Why {
    let has = |lines: &[Line]| lines.iter().any(|line| line.id == id);
    let quoted = deal.approval().is_some_and(|(quote, _)| has(&quote.letter.lines));
    let varied = deal.variations.iter().find(|variation| has(&variation.letter.lines));
    match (quoted, varied.map(|variation| deal.variation_state(variation.id))) {
        (true, _) => Why::NotChosen,
        (_, Some(State::VariationDeclined)) => Why::Declined,
        (_, Some(_)) => Why::Undecided,
        (_, None) => Why::NotQuoted,
    }
}
