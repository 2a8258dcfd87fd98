//! Who pays what.

use super::{Told, quota};
use crate::block::{Block, Column, Fact, Row, Table};
use model::estate::levy::{Levies, Quotas, monthly};
use model::scheme::Unit;

/// Units on paper: those of larger schemes stand in the workbook.
const UNITS_MAX: usize = 200;

/// What each unit pays of what was adopted; of what is needed where nothing was.
pub fn blocks(told: &Told<'_>) -> Vec<Block> {
    let (words, said) = (told.words, told.words.estate_paper());
    let cents = shared(told);
    let mut blocks = vec![Block::Group { text: said.levies }];
    let levies = match told.bench.levies(cents) {
        Ok(levies) => levies,
        Err(refusal) => {
            blocks.push(Block::Nothing { text: (said.refusal)(refusal) });
            return blocks;
        }
    };
    let (unit, figures) = (Column::words(said.levy_columns[0]), said.levy_columns[1..].iter());
    let columns = [unit].into_iter().chain(figures.map(|name| Column::figures(name))).collect();
    let pairs = told.bench.units.iter().zip(&levies.shares).take(UNITS_MAX);
    let row = |(one, share): (&(_, Unit), &model::estate::levy::Share)| Row {
        name: one.1.number.clone(),
        cells: vec![
            quota(words, one.1.quota.unwrap_or(0).into()),
            told.money(share.cents),
            told.money(monthly(share.cents).first().copied().unwrap_or(0)),
        ],
    };
    let rows = pairs.map(row).collect();
    blocks.push(Block::Table(Table { caption: said.levies, columns, rows, total: None, list: false }));
    let more = told.bench.units.len().saturating_sub(UNITS_MAX);
    let more = (more > 0).then(|| (said.more_units)(more));
    let lines = [(said.levied)(&told.money(cents)), off(told, &levies)].into_iter().chain(more).collect();
    blocks.push(Block::Facts { facts: vec![Fact { name: said.total, lines, note: String::new() }] });
    blocks.push(Block::Note { text: said.levy_source });
    blocks
}

/// The amount that is shared, cents a year.
pub fn shared(told: &Told<'_>) -> i64 {
    let adopted = told.budget().and_then(|budget| budget.adopted);
    adopted.unwrap_or_else(|| told.bench.beside(told.year).needed.cents())
}

fn off(told: &Told<'_>, levies: &Levies) -> String {
    let by = match levies.quotas {
        Quotas::Whole => 0,
        Quotas::Rounded(by) | Quotas::Off(by) => by,
    };
    (told.words.estate_paper().quotas)(levies.quotas, &quota(told.words, by))
}
