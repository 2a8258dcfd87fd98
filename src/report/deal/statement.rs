//! A statement: what was billed and paid with the same people, over all deals.

use super::{Paper, Sum, blank, money, parties};
use crate::block::{Block, Column, Fact, Row, Table};
use model::Date;
use model::portal::Deal;
use model::portal::statement::{self as rule, Entry};
use words::Words;

/// The statement of deals with the same provider; none of no deal.
pub fn statement(deals: &[&Deal], words: &'static Words, today: Date) -> Option<Paper> {
    let said = words.paper();
    let last = deals.last()?;
    let from = parties::provider(words, &parties::known_provider(last));
    let payer = last.invoices.last().map(|invoice| parties::payer(words, &invoice.letter.client));
    let to = payer.unwrap_or_else(|| parties::asker(words, last));
    let made = rule::statement(deals, today);
    let mut paper = blank(words, said.statement.to_owned(), from, to);
    paper.facts = vec![Fact::new(said.date, words.day(today))];
    let rows: Vec<Row> = made.entries.iter().map(|entry| row(words, deals, entry)).collect();
    let columns = vec![
        Column::words(said.date),
        Column::words(said.what),
        Column::figures((said.amount)(false)),
        Column::figures(said.balance),
    ];
    paper.blocks = vec![Block::Table(Table { caption: said.statement, columns, rows, total: None, list: false })];
    let ages = said.ages.into_iter().zip(made.ages).filter(|(_, cents)| *cents != 0);
    paper.sums = ages.map(|(name, cents)| Sum::new(words, name, cents)).collect();
    if made.ahead > 0 {
        paper.sums.push(Sum::new(words, said.ahead, -made.ahead));
    }
    paper.sums.push(Sum::new(words, said.owed, made.owed).strong());
    paper.foot.insert(0, said.statement_foot.to_owned());
    Some(paper)
}

fn row(words: &Words, deals: &[&Deal], entry: &Entry) -> Row {
    let said = words.paper();
    let job = deals[entry.deal].request.as_ref().map(|request| request.letter.title.clone()).unwrap_or_default();
    let named = format!("{} {}", (said.entry)(entry.what), entry.number);
    let means = entry.means.map(said.means).unwrap_or_default();
    Row {
        name: entry.on.map(|on| words.day_short(on)).unwrap_or_default(),
        cells: vec![
            crate::joined(&[named.trim(), means, &job]),
            money(words, entry.cents),
            money(words, entry.balance),
        ],
    }
}
