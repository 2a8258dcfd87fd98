//! What entries cost, year by year: as bars, and as a table beside them.

use crate::Given;
use crate::block::{Bar, Block, Chart, Column, Row, Table};
use crate::home::Kept;
use crate::parts::number;
use crate::timeline::year;
use model::Money;
use model::entry::Entry;
use model::money::rand_cents;
use std::collections::BTreeMap;

/// What a year cost: how many entries had an amount, and their sum in rand cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Sum {
    entries: usize,
    cents: i64,
}

/// The costs.
pub(crate) fn blocks(given: &Given<'_>) -> Vec<Block> {
    let words = given.words;
    let said = words.print();
    let years = by_year(given.entries);
    let most = years.values().map(|year| year.cents).max().unwrap_or_default();
    if most <= 0 {
        return vec![Block::Nothing { text: said.none }];
    }
    let bar = |(year, sum): (&i32, &Sum)| Bar {
        name: year.to_string(),
        figure: words.money_round(&Money::rand(sum.cents)),
        share_permille: u32::try_from(i128::from(sum.cents.max(0)) * 1000 / i128::from(most)).unwrap_or(1000),
    };
    let row = |name: String, sum: &Sum| Row {
        name,
        cells: vec![number(words, sum.entries), words.money(&Money::rand(sum.cents))],
    };
    let total = years.values().fold(Sum::default(), |all, year| Sum {
        entries: all.entries + year.entries,
        cents: all.cents.saturating_add(year.cents),
    });
    let mut blocks = vec![Block::Chart(Chart {
        caption: said.in_rand,
        bars: years.iter().map(bar).collect(),
        table: Table {
            caption: said.costs,
            columns: vec![Column::words(said.of_year), Column::figures(said.of_entries), Column::figures(said.cost)],
            rows: years.iter().map(|(year, sum)| row(year.to_string(), sum)).collect(),
            total: Some(row(said.total.to_owned(), &total)),
            list: false,
        },
    })];
    let has_others = given.entries.iter().any(is_other);
    blocks.extend(has_others.then_some(Block::Note { text: said.other_currency }));
    blocks
}

/// Whether it has an amount that is in no sum.
fn is_other(entry: &Kept<'_, Entry>) -> bool {
    entry.letter.cost.as_ref().is_some_and(|cost| cost.currency != "ZAR")
}

/// Every year from the first that cost something to the last, those that cost nothing too: a gap is a figure.
fn by_year(entries: &[Kept<'_, Entry>]) -> BTreeMap<i32, Sum> {
    let mut years: BTreeMap<i32, Sum> = BTreeMap::new();
    for entry in entries {
        let cents = rand_cents(entry.letter.cost.as_ref());
        if let Some(year) = year(entry).filter(|_| cents != 0) {
            let sum = years.entry(year).or_default();
            sum.entries += 1;
            sum.cents = sum.cents.saturating_add(cents);
        }
    }
    let ends = years.keys().next().copied().zip(years.keys().next_back().copied());
    if let Some((first, last)) = ends {
        for year in first..=last {
            years.entry(year).or_default();
        }
    }
    years
}
