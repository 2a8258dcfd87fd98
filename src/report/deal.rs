//! Papers of a deal: quotes, job cards, invoices, credit notes and statements, as texts that only have to be laid out. The same stands on the page of the app,
//! on what that prints, and in the PDF of the server.

mod bill;
mod card;
mod lines;
mod offer;
mod parties;
mod pay;
mod signed;
mod statement;

use crate::block::{Block, Fact, Photo};
use model::date::HOME_AHEAD_MINUTES;
use model::portal::Deal;
use model::{Instant, Money, RecordId};
pub use pay::Pay;
use serde::Serialize;
pub use signed::Signature;
pub use statement::statement;
use words::Words;

/// A paper.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Paper {
    /// What a typesetter knows it by: not a report.
    pub template: &'static str,
    /// BCP 47 tag of its language.
    pub language: &'static str,
    /// What it is, with its number.
    pub title: String,
    /// Who writes it.
    pub from: Party,
    /// Whom it is for.
    pub to: Party,
    /// Its dates, and what it is about.
    pub facts: Vec<Fact>,
    /// What is in it.
    pub blocks: Vec<Block>,
    /// What it comes to, line by line.
    pub sums: Vec<Sum>,
    /// How to pay it; none of what is not to be paid.
    pub pay: Option<Pay>,
    /// What holds besides.
    pub more: Vec<Block>,
    /// Its photos.
    pub pictures: Vec<Pictures>,
    /// Who signed.
    pub signatures: Vec<Signature>,
    /// What stands small below it.
    pub foot: Vec<String>,
}

/// Photos under a heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pictures {
    /// When they were taken.
    pub title: &'static str,
    /// They, small.
    pub photos: Vec<Photo>,
}

/// Somebody on a paper.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Party {
    /// What they are on it.
    pub head: &'static str,
    /// Their name.
    pub name: String,
    /// Address, and how to reach them.
    pub lines: Vec<String>,
}

/// A sum.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Sum {
    /// What it is of.
    pub name: String,
    /// The amount.
    pub figure: String,
    /// Whether it is the one that counts.
    pub strong: bool,
}

impl Sum {
    fn new(words: &Words, name: impl Into<String>, cents: i64) -> Self {
        Self { name: name.into(), figure: money(words, cents), strong: false }
    }

    fn strong(self) -> Self {
        Self { strong: true, ..self }
    }
}

/// The paper of a record: of a quote, a job sheet, an invoice or a credit note. None of any other record, and where the deal has no such record.
pub fn paper(deal: &Deal, record: RecordId, words: &'static Words) -> Option<Paper> {
    let quote = deal.quote(record).map(|quote| offer::paper(deal, quote, words));
    let bill = || deal.invoice(record).map(|invoice| bill::paper(deal, invoice, words));
    let card = || deal.sheets.iter().find(|sheet| sheet.id == record).map(|sheet| card::paper(deal, sheet, words));
    quote.or_else(bill).or_else(card)
}

/// A paper with nothing on it yet.
fn blank(words: &'static Words, title: String, from: Party, to: Party) -> Paper {
    Paper {
        template: "paper",
        language: words.tag,
        title,
        from,
        to,
        facts: Vec::new(),
        blocks: Vec::new(),
        sums: Vec::new(),
        pay: None,
        more: Vec::new(),
        pictures: Vec::new(),
        signatures: Vec::new(),
        foot: vec![words.paper().foot.to_owned()],
    }
}

fn money(words: &Words, cents: i64) -> String {
    words.money(&Money::rand(cents))
}

/// The day of a moment, as South Africa has it.
fn day_of(words: &Words, at: Option<Instant>) -> String {
    at.map(|at| words.day(at.date(HOME_AHEAD_MINUTES))).unwrap_or_default()
}

/// A text of one or several lines under a name; none where there is none.
fn text(name: &'static str, text: &str) -> Option<Fact> {
    Fact::several(name, text.lines().filter(|line| !line.trim().is_empty()).map(str::to_owned).collect())
}

fn facts(facts: impl IntoIterator<Item = Option<Fact>>) -> Vec<Fact> {
    facts.into_iter().flatten().collect()
}

/// Names and values as a block; none where there is nothing to tell.
fn block(facts: Vec<Fact>) -> Option<Block> {
    (!facts.is_empty()).then_some(Block::Facts { facts })
}
