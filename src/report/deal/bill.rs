//! An invoice or a credit note. It shows what `model::portal::particulars` asks for.

use super::lines::{self, Told};
use super::pay::pay;
use super::{Paper, Sum, blank, block, day_of, facts, parties, text};
use crate::block::Fact;
use model::portal::machine::State;
use model::portal::particulars::is_untaxed;
use model::portal::{Deal, Invoice, Kept, Verdict, money as sums};
use words::Words;

/// The paper.
pub fn paper(deal: &Deal, invoice: &Kept<Invoice>, words: &'static Words) -> Paper {
    let said = words.paper();
    let letter = &invoice.letter;
    let told =
        Told { inclusive: letter.inclusive, on: letter.on, is_untaxed: is_untaxed(&letter.provider, &letter.lines) };
    let (from, to) = (parties::provider(words, &letter.provider), parties::payer(words, &letter.client));
    let mut paper = blank(words, title(deal, invoice, words, told.is_untaxed), from, to);
    paper.facts = about(deal, invoice, words);
    paper.blocks.extend(lines::table(words, said.lines, &letter.lines, told));
    paper.sums = lines::total(words, sums::sum_of(letter), told);
    if letter.credits.is_none() {
        paper.sums.extend(owed(deal, invoice, words));
        paper.pay = pay(deal, invoice, words);
        paper.more.extend(block(facts([text(said.notes, &letter.notes)])));
    }
    if told.is_untaxed {
        paper.foot.insert(0, said.untaxed.to_owned());
    }
    paper
}

fn title(deal: &Deal, invoice: &Kept<Invoice>, words: &Words, is_untaxed: bool) -> String {
    let said = words.paper();
    let number = deal.number(invoice);
    match (invoice.letter.credits.is_some(), is_untaxed, number) {
        (false, _, None) => said.draft.to_owned(),
        (false, true, Some(number)) => (said.invoice)(number),
        (false, false, Some(number)) => (said.tax_invoice)(number),
        (true, true, number) => (said.credit_note)(number.unwrap_or_default()),
        (true, false, number) => (said.tax_credit_note)(number.unwrap_or_default()),
    }
}

fn about(deal: &Deal, invoice: &Kept<Invoice>, words: &Words) -> Vec<Fact> {
    let said = words.paper();
    let letter = &invoice.letter;
    let day = |date: Option<model::Date>| date.map(|date| words.day(date)).unwrap_or_default();
    let credited = letter.credits.and_then(|id| deal.invoice(id));
    let credits = credited.map(|one| {
        let parts = [deal.number(one).unwrap_or_default().to_owned(), day(one.letter.on)];
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
    });
    let quote = letter.quote.and_then(|id| deal.quote(id)).map(|quote| quote.letter.title.clone());
    let asked = deal.request.as_ref().map(|request| request.letter.title.clone());
    let mut all = facts([
        Fact::known(said.number, deal.number(invoice).unwrap_or_default()),
        Fact::known(said.date, day(letter.on)),
        Fact::known(said.due, day(letter.due)),
        Fact::known(said.job, quote.or(asked).unwrap_or_default()),
        Fact::known(said.credits, credits.unwrap_or_default()),
    ]);
    match letter.credits {
        // Trade experience, no source: section 21(3) of the Value-Added Tax Act is said to ask for the circumstances.
        Some(_) => all.extend(text(said.reason, &letter.notes)),
        None => all.extend(approved(deal, words)),
    }
    all
}

/// Who approved what is billed, and when.
pub fn approved(deal: &Deal, words: &Words) -> Option<Fact> {
    let said = words.paper();
    let (_, decision) = deal.approval()?;
    let by = |name: &str, at| (said.approved_by)(name, &day_of(words, at));
    let mut lines = vec![by(&decision.letter.name, decision.letter.decided_at)];
    for variation in &deal.variations {
        if deal.variation_state(variation.id) != State::VariationApproved {
            continue;
        }
        let mut decisions = deal.decisions.iter().map(|decision| &decision.letter);
        let approval = decisions.find(|one| one.on == Some(variation.id) && one.verdict == Verdict::Approve);
        lines
            .extend(approval.map(|one| (said.approved_extra)(&variation.letter.title, &by(&one.name, one.decided_at))));
    }
    Fact::several(said.approved, lines)
}

/// What comes off, and what is left to pay.
fn owed(deal: &Deal, invoice: &Kept<Invoice>, words: &Words) -> Vec<Sum> {
    let said = words.paper();
    let off = [
        (said.deposit_off, invoice.letter.deposit.unwrap_or(0)),
        (said.credited, deal.credited(invoice.id)),
        (said.paid, deal.paid(invoice.id)),
    ];
    let mut sums: Vec<Sum> =
        off.into_iter().filter(|(_, cents)| *cents > 0).map(|(name, cents)| Sum::new(words, name, -cents)).collect();
    sums.push(Sum::new(words, said.owed, deal.owed(invoice)).strong());
    sums
}
