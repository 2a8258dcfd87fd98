//! What entries cost, year by year: as bars, and as a table beside them.

use super::parts::{Given, Section, number};
use super::timeline::year;
use super::wish::Part;
use crate::components::{Bar, Bars, Cell, Column, Table, TableRow};
use crate::data::Standing;
use crate::data::timeline::rand_cents;
use leptos::prelude::*;
use model::Money;
use model::entry::Entry;
use std::collections::BTreeMap;

/// What a year cost: how many entries had an amount, and their sum in rand cents.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
struct Year {
    entries: usize,
    cents: i64,
}

/// The costs.
#[component]
pub fn Costs(
    /// The report.
    given: Given,
) -> impl IntoView {
    let Given { desk, entries, .. } = given;
    let sums = Memo::new(move |_| entries.with(|entries| by_year(entries)));
    let has_others = Memo::new(move |_| entries.with(|entries| entries.iter().any(is_other)));
    let drawn = move || {
        let words = desk.words();
        let said = words.print();
        let years = sums.get();
        let most = years.values().map(|year| year.cents).max().unwrap_or_default();
        if most <= 0 {
            return view! { <p class="soft">{said.none}</p> }.into_any();
        }
        let bar = |(year, sum): (&i32, &Year)| Bar {
            name: year.to_string(),
            figure: words.money_round(&Money::rand(sum.cents)),
            share_permille: u32::try_from(sum.cents.max(0) * 1000 / most).unwrap_or(1000),
        };
        let bars: Vec<Bar> = years.iter().map(bar).collect();
        let cells = |sum: &Year| {
            vec![Cell::Figure(number(words, sum.entries)), Cell::Figure(words.money(&Money::rand(sum.cents)))]
        };
        let rows = years.iter().map(|(year, sum)| view! { <TableRow name=year.to_string() cells=cells(sum) /> });
        let rows = rows.collect_view();
        let total = years.values().fold(Year::default(), |all, year| Year {
            entries: all.entries + year.entries,
            cents: all.cents + year.cents,
        });
        let columns = vec![Column::words(said.of_year), Column::figures(said.of_entries), Column::figures(said.cost)];
        view! {
            <div class="print-sheet__halves">
                <Bars caption=said.in_rand bars=Signal::stored(bars) />
                <Table caption=said.costs columns>
                    {rows}
                    <TableRow name=said.total cells=cells(&total) total=true />
                </Table>
            </div>
            {has_others.get().then(|| view! { <p class="section__note">{said.other_currency}</p> })}
        }
        .into_any()
    };
    view! { <Section part=Part::Costs>{drawn}</Section> }
}

/// Whether it has an amount that is in no sum.
fn is_other(entry: &Standing<Entry>) -> bool {
    entry.letter.cost.as_ref().is_some_and(|cost| cost.currency != "ZAR")
}

/// Every year from the first that cost something to the last, those that cost nothing too: a gap is a figure.
fn by_year(entries: &[Standing<Entry>]) -> BTreeMap<i32, Year> {
    let mut years: BTreeMap<i32, Year> = BTreeMap::new();
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
