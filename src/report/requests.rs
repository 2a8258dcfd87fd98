//! Work by request: what was asked of providers, what was approved, billed against that, and paid.

use crate::Given;
use crate::block::{Block, Column, Row, Table};
use crate::parts::joined;
use model::portal::story::Story;
use model::{Date, Money};

/// A line for each deal.
pub(crate) fn blocks(given: &Given<'_>) -> Vec<Block> {
    let said = given.words.story();
    let names = !given.wish.hidden.names;
    let rows = given.home.deals.iter().filter_map(|deal| Story::of(deal)).map(|story| row(given, &story)).collect();
    let mut columns = vec![Column::words(said.work)];
    columns.extend(names.then(|| Column::words(said.provider)));
    columns.extend([said.asked, said.approved, said.finished, said.billed].map(Column::words));
    columns.extend((!given.wish.hidden.costs).then(|| Column::figures(said.paid)));
    vec![Block::Table(Table { caption: said.title, columns, rows, total: None, list: true })]
}

fn row(given: &Given<'_>, story: &Story) -> Row {
    let mut cells = Vec::new();
    cells.extend((!given.wish.hidden.names).then(|| story.provider.clone()));
    cells.push(day(given, story.asked));
    cells.push(approved(given, story));
    cells.push(day(given, story.finished));
    cells.push(billed(given, story));
    cells.extend((!given.wish.hidden.costs).then(|| amount(given, story.paid)));
    Row { name: story.title.clone(), cells }
}

fn day(given: &Given<'_>, day: Option<Date>) -> String {
    day.map(|day| given.words.day(day)).unwrap_or_default()
}

/// An amount; nothing where there is none, or where amounts are hidden.
fn amount(given: &Given<'_>, cents: i64) -> String {
    let is_told = cents != 0 && !given.wish.hidden.costs;
    if is_told { given.words.money(&Money::rand(cents)) } else { String::new() }
}

/// The quote, its amount, who approved it and when, and what was approved on top.
fn approved(given: &Given<'_>, story: &Story) -> String {
    let Some(approved) = &story.approved else { return String::new() };
    let said = given.words.story();
    let is_named = !given.wish.hidden.names && !approved.name.is_empty();
    let by = if is_named { (said.by)(&approved.name) } else { String::new() };
    let more = if story.variations > 0 { (said.variations)(story.variations) } else { String::new() };
    let (cents, varied) = (amount(given, approved.cents), amount(given, story.varied));
    joined(&[&approved.title, &cents, &by, &day(given, approved.on), &more, &varied])
}

/// The invoices, and whether they are above what was approved.
fn billed(given: &Given<'_>, story: &Story) -> String {
    let said = given.words.story();
    if story.invoices.is_empty() {
        return String::new();
    }
    if given.wish.hidden.costs {
        return (said.invoices)(story.invoices.len());
    }
    let above = if story.above > 0 { (said.above)(&amount(given, story.above)) } else { String::new() };
    joined(&[&story.invoices.join(", "), &amount(given, story.billed), &above])
}
