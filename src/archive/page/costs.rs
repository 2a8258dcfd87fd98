//! What entries cost, in all and year by year, each currency by itself.

use super::html::Html;
use super::parts::{cell, count, head};
use crate::book::{Book, Kept};
use model::Money;
use model::entry::Entry;
use std::collections::BTreeMap;
use words::Words;

/// Amounts, by currency.
#[derive(Clone, Default)]
pub(super) struct Sums(BTreeMap<String, i64>);

impl<'a> FromIterator<&'a Money> for Sums {
    fn from_iter<I: IntoIterator<Item = &'a Money>>(all: I) -> Self {
        let mut sums = Self::default();
        all.into_iter().for_each(|money| sums.add(money, 1));
        sums
    }
}

impl Sums {
    /// Adds an amount so many times. What is too much for a number stays the largest there is.
    pub(super) fn add(&mut self, money: &Money, times: i64) {
        let sum = self.0.entry(money.currency.clone()).or_default();
        *sum = sum.saturating_add(money.cents.saturating_mul(times));
    }

    /// Adds others.
    pub(super) fn add_all(&mut self, others: &Self) {
        for (currency, cents) in &others.0 {
            self.add(&Money { cents: *cents, currency: currency.clone() }, 1);
        }
    }

    /// "R 1 234,50 + EUR 20,00"; nothing where there is no amount.
    pub(super) fn told(&self, words: &Words) -> String {
        let told =
            |(currency, cents): (&String, &i64)| words.money(&Money { cents: *cents, currency: currency.clone() });
        // Rand first, whatever the alphabet says.
        let (rand, others): (Vec<_>, Vec<_>) = self.0.iter().partition(|(currency, _)| *currency == "ZAR");
        rand.into_iter().chain(others).map(told).collect::<Vec<_>>().join(" + ")
    }

    fn cents(&self, currency: &str) -> i64 {
        self.0.get(currency).copied().unwrap_or_default()
    }
}

/// The entries that count.
pub(super) fn counted(book: &Book) -> impl Iterator<Item = &Kept<Entry>> {
    book.entries.iter().filter(|entry| entry.withdrawn.is_none())
}

/// The years in which something cost something, newest first: how many entries did, and how much.
pub(super) fn years(book: &Book) -> Vec<(Option<i32>, usize, Sums)> {
    let mut years: BTreeMap<Option<i32>, (usize, Sums)> = BTreeMap::new();
    for entry in counted(book) {
        if let Some(cost) = &entry.letter.cost {
            let (number, sums) = years.entry(year(entry)).or_default();
            *number += 1;
            sums.add(cost, 1);
        }
    }
    years.into_iter().rev().map(|(year, (number, sums))| (year, number, sums)).collect()
}

/// The year that an entry stands in.
pub(super) fn year(entry: &Kept<Entry>) -> Option<i32> {
    entry.letter.when.map(|when| when.sort_key().year())
}

/// The table of years, with a bar for what each cost in rand.
pub(super) fn draw(html: &mut Html, book: &Book) {
    let (words, said) = (book.words, book.words.archive());
    let years = years(book);
    let most = years.iter().map(|(.., sums)| sums.cents("ZAR")).max().unwrap_or_default().max(1);
    let columns = [(said.year, false), (said.entries, true), ("", false), (words.print().cost, true)];
    html.raw("<div class=\"costs\">\n");
    head(html, &columns);
    let mut total = (0, Sums::default());
    for (year, number, sums) in &years {
        let name = year.map_or_else(|| words.logbook().no_date.to_owned(), |year| year.to_string());
        html.raw("<tr><th scope=\"row\">").text(&name).raw("</th>");
        cell(html, said.entries, true, &count(book, *number));
        let percent = (i128::from(sums.cents("ZAR")) * 100 / i128::from(most)).to_string();
        html.raw("<td class=\"bar\"><span style=\"width:").text(&percent).raw("%\"></span></td>");
        cell(html, words.print().cost, true, &sums.told(words));
        html.raw("</tr>\n");
        total.0 += number;
        total.1.add_all(sums);
    }
    html.raw("</tbody>\n<tfoot><tr><th scope=\"row\">").text(said.total).raw("</th>");
    cell(html, said.entries, true, &count(book, total.0));
    html.raw("<td class=\"bar\"></td>");
    cell(html, words.print().cost, true, &total.1.told(words));
    html.raw("</tr></tfoot>\n</table>\n</div>\n");
}
