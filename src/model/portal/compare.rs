//! Several quotes to the same request, side by side.

use super::deal::Deal;
use super::machine::State;
use super::{Line, Quote, Request, Told, money};
use crate::date::Date;
use crate::id::RecordId;
use crate::task::Task;

/// Quotes side by side.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Comparison {
    /// What each quote comes to, in the order in which they were given: an amount for each option by its key, or one without a key. Lines that may be
    /// left out are not in it.
    pub totals: Vec<Vec<(String, i64)>>,
    /// What is offered, with what each quote asks for it.
    pub rows: Vec<Row>,
}

/// Something that one or more of the quotes offer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The line of the first that offers it, by which it is called.
    pub line: Line,
    /// What each quote asks for it, with tax, in cents; none where it does not offer it.
    pub cells: Vec<Option<i64>>,
}

/// Puts quotes side by side. Lines are the same where the price book calls them so, else where they say nearly the same.
pub fn compare(quotes: &[&Quote]) -> Comparison {
    let mut rows: Vec<Row> = Vec::new();
    for (column, quote) in quotes.iter().enumerate() {
        for line in &quote.lines {
            let cents = money::line(line, quote.inclusive, quote.on).total;
            let at = rows.iter().position(|row| row.cells[column].is_none() && is_same(&row.line, line));
            let at = at.unwrap_or_else(|| {
                rows.push(Row { line: line.clone(), cells: vec![None; quotes.len()] });
                rows.len() - 1
            });
            rows[at].cells[column] = Some(cents);
        }
    }
    let totals = quotes.iter().map(|quote| totals(quote)).collect();
    Comparison { totals, rows }
}

/// What a home paid before for the same as a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Before {
    /// Cents, with tax; for as much as the line is about, where both are told in the same unit.
    pub cents: i64,
    /// The day on the invoice.
    pub on: Option<Date>,
}

/// The same line on the latest invoice of those deals that stands; none where nothing like it was billed.
pub fn before(deals: &[Deal], line: &Line) -> Option<Before> {
    let mut found: Vec<Before> = Vec::new();
    for deal in deals {
        let stands = deal.invoices.iter().filter(|invoice| {
            let state = deal.invoice_state(invoice);
            invoice.letter.credits.is_none() && !matches!(state, State::InvoiceDraft | State::InvoiceCredited)
        });
        for invoice in stands.map(|invoice| &invoice.letter) {
            for billed in invoice.lines.iter().filter(|billed| billed.price > 0 && is_same(line, billed)) {
                let cents = money::line(billed, invoice.inclusive, invoice.on).total;
                found.push(Before { cents: scaled(cents, line, billed), on: invoice.on });
            }
        }
    }
    found.into_iter().max_by_key(|before| before.on)
}

/// What so much of it would have cost.
fn scaled(cents: i64, line: &Line, billed: &Line) -> i64 {
    if line.unit != billed.unit || billed.quantity <= 0 {
        return cents;
    }
    let scaled = i128::from(cents) * i128::from(line.quantity) / i128::from(billed.quantity);
    i64::try_from(scaled).unwrap_or(cents)
}

/// Whether a task of the home is what a quote offers: it was asked for because of the task, or the task is on one of the same systems and a line says nearly
/// the same.
pub fn is_planned(id: RecordId, task: &Task, request: &Request, lines: &[Line]) -> bool {
    let is_on = |told: &Told| told.id.is_some_and(|system| task.systems.contains(&system));
    let is_said = || lines.iter().any(|line| is_alike(&task.title, &line.what));
    request.from == Some(id) || request.systems.iter().any(is_on) && is_said()
}

fn totals(quote: &Quote) -> Vec<(String, i64)> {
    let total = |key: &str| money::sum(money::chosen(quote, key, &[]), quote.inclusive, quote.on).total;
    if quote.options.is_empty() {
        return vec![(String::new(), total(""))];
    }
    quote.options.iter().map(|option| (option.key.clone(), total(&option.key))).collect()
}

fn is_same(one: &Line, other: &Line) -> bool {
    if !one.key.is_empty() && !other.key.is_empty() {
        return one.key == other.key;
    }
    is_alike(&one.what, &other.what)
}

/// Whether both say nearly the same.
fn is_alike(one: &str, other: &str) -> bool {
    let (one, other) = (words(one), words(other));
    let shared = one.iter().filter(|word| other.contains(word)).count();
    // Three of five words.
    shared > 0 && shared * 5 >= (one.len() + other.len() - shared) * 3
}

fn words(text: &str) -> Vec<String> {
    let mut words: Vec<String> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    words
}
