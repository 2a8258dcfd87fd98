//! A quote: what was chosen where it was approved, else everything that there is to choose from.

use super::lines::{self, Told};
use super::{Paper, Sum, blank, block, facts, money, parties, signed, text};
use crate::block::{Block, Fact};
use model::portal::particulars::is_untaxed;
use model::portal::{Deal, Kept, Line, Quote, money as sums};
use words::Words;

/// The paper.
pub fn paper(deal: &Deal, quote: &Kept<Quote>, words: &'static Words) -> Paper {
    let said = words.paper();
    let letter = &quote.letter;
    let told =
        Told { inclusive: letter.inclusive, on: letter.on, is_untaxed: is_untaxed(&letter.provider, &letter.lines) };
    let (from, to) = (parties::provider(words, &letter.provider), parties::asker(words, deal));
    let mut paper = blank(words, (said.quote)(&letter.number), from, to);
    paper.facts = facts([
        Fact::known(said.date, letter.on.map(|on| words.day(on)).unwrap_or_default()),
        Fact::known(said.job, letter.title.as_str()),
        Fact::known(said.valid, letter.valid_until.map(|day| words.day(day)).unwrap_or_default()),
    ]);
    match deal.approval().filter(|(approved, _)| approved.id == quote.id) {
        Some((_, decision)) => {
            let decision = &decision.letter;
            let option = letter.options.iter().find(|option| option.key == decision.option);
            paper.facts.extend(option.map(|option| Fact::new(said.option, option.name.as_str())));
            let chosen = sums::chosen(letter, &decision.option, &decision.ticked);
            paper.blocks.extend(lines::table(words, said.lines, chosen, told));
            paper.sums = lines::total(words, sums::approved(letter, decision), told);
            paper.signatures.push(signed::decision(words, decision));
        }
        None => {
            paper.blocks = offered(words, letter, told);
            paper.sums = totals(words, letter, told);
        }
    }
    paper.more.extend(block(terms(words, letter)));
    if told.is_untaxed {
        paper.foot.insert(0, said.untaxed.to_owned());
    }
    paper.foot.insert(0, said.law_57.to_owned());
    paper
}

/// What belongs to all options, then each option, then what may be left.
fn offered(words: &'static Words, quote: &Quote, told: Told) -> Vec<Block> {
    let said = words.paper();
    let mut blocks: Vec<Block> = lines::table(words, said.lines, fixed(quote, ""), told).into_iter().collect();
    for option in &quote.options {
        let named = [option.name.clone(), option.words.clone()].into_iter().filter(|text| !text.is_empty());
        blocks.extend(block(facts([Fact::several(said.option, named.collect())])));
        blocks.extend(lines::table(words, said.option, fixed(quote, &option.key), told));
    }
    if let Some(table) = lines::table(words, said.optional, quote.lines.iter().filter(|line| line.optional), told) {
        blocks.extend([Block::Group { text: said.optional }, table]);
    }
    blocks
}

/// Lines of an option that are not left to choose.
fn fixed<'a>(quote: &'a Quote, key: &'a str) -> impl Iterator<Item = &'a Line> {
    quote.lines.iter().filter(move |line| line.option == key && !line.optional)
}

/// What is to be paid without what may be left: one sum, or one for each option.
fn totals(words: &'static Words, quote: &Quote, told: Told) -> Vec<Sum> {
    let sum = |key: &str| sums::sum(sums::chosen(quote, key, &[]), quote.inclusive, quote.on);
    if quote.options.is_empty() {
        return lines::total(words, sum(""), told);
    }
    let of = |option: &model::portal::Choice| {
        Sum::new(words, (words.paper().total_of)(&option.name), sum(&option.key).total).strong()
    };
    quote.options.iter().map(of).collect()
}

fn terms(words: &Words, quote: &Quote) -> Vec<Fact> {
    let said = words.paper();
    let months = quote.warranty_months.map(said.months).unwrap_or_default();
    let warranty = [months, quote.warranty.clone()].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>();
    facts([
        Fact::several(said.exclusions, quote.exclusions.clone()),
        Fact::known(
            said.deposit,
            quote.deposit.filter(|cents| *cents > 0).map(|cents| money(words, cents)).unwrap_or_default(),
        ),
        Fact::known(said.starts, quote.starts.map(|date| words.date(date)).unwrap_or_default()),
        Fact::known(said.takes, quote.takes_days.map(said.days).unwrap_or_default()),
        Fact::known(said.warranty, warranty.join(", ")),
        text(said.terms, &quote.terms),
        text(said.notes, &quote.notes),
    ])
}
