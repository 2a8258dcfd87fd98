//! Lines of a quote or an invoice as a table, and what they come to.

use super::{Sum, money};
use crate::block::{Block, Column, Row, Table};
use model::Date;
use model::portal::money::{self as sums, Amount};
use model::portal::{Line, Sure, Vat};
use words::Words;

/// How the prices of a paper are told.
#[derive(Clone, Copy)]
pub struct Told {
    /// With the tax in them.
    pub inclusive: bool,
    /// The date of the paper.
    pub on: Option<Date>,
    /// Who writes it is no vendor: there is no tax to tell of.
    pub is_untaxed: bool,
}

/// The lines as a table; none where there is no line.
pub fn table<'a>(
    words: &Words,
    caption: &'static str,
    lines: impl IntoIterator<Item = &'a Line>,
    told: Told,
) -> Option<Block> {
    let said = words.paper();
    let rows: Vec<Row> = lines.into_iter().map(|line| row(words, line, told)).collect();
    let mut columns = vec![Column::words(said.what), Column::figures(said.quantity), Column::figures(said.price)];
    if !told.is_untaxed {
        columns.push(Column::figures(said.vat));
    }
    columns.push(Column::figures((said.amount)(told.inclusive && !told.is_untaxed)));
    (!rows.is_empty()).then_some(Block::Table(Table { caption, columns, rows, total: None, list: false }))
}

fn row(words: &Words, line: &Line, told: Told) -> Row {
    let amount = sums::line(line, told.inclusive, told.on);
    let quantity = format!("{} {}", words.quantity(line.quantity), line.unit);
    let mut cells = vec![quantity.trim().to_owned(), money(words, line.price)];
    if !told.is_untaxed {
        cells.push(rate(words, line.vat, told.on));
    }
    cells.push(money(words, if told.inclusive { amount.total } else { amount.net }));
    Row { name: name(words, line), cells }
}

/// What a line says: the plain words, the trade's own, and how sure the price is.
fn name(words: &Words, line: &Line) -> String {
    let said = words.paper();
    let what = [&line.what, &line.detail].into_iter().filter(|text| !text.is_empty());
    let what = what.cloned().collect::<Vec<_>>().join(": ");
    let what = match (line.sure, line.from, line.to) {
        (Sure::Estimate, Some(from), Some(to)) => (said.estimate)(&what, &money(words, from), &money(words, to)),
        (Sure::Provisional, ..) => (said.provisional)(&what),
        _ => what,
    };
    if line.discount > 0 { (said.less)(&what, &money(words, line.discount)) } else { what }
}

fn rate(words: &Words, vat: Vat, on: Option<Date>) -> String {
    let said = words.paper();
    match vat {
        Vat::None => said.exempt.to_owned(),
        Vat::Zero => (said.rate)(0),
        Vat::Standard => (said.rate)(standard(on)),
    }
}

/// The standard rate on a day, thousandths.
fn standard(on: Option<Date>) -> i64 {
    on.and_then(|on| sums::rate("ZA", on)).map_or(0, |(per_mille, _)| per_mille)
}

/// What lines come to: without tax, the tax and with it; of who charges none, one sum.
pub fn total(words: &Words, amount: Amount, told: Told) -> Vec<Sum> {
    let said = words.paper();
    let all = Sum::new(words, said.total, amount.total).strong();
    if told.is_untaxed {
        return vec![all];
    }
    let vat = Sum::new(words, (said.vat_at)(standard(told.on)), amount.vat);
    vec![Sum::new(words, said.net, amount.net), vat, all]
}
