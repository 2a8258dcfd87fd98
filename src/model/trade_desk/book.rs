//! What a line of a new quote can be taken from: the price book, and what was quoted before.

use super::Job;
use crate::date::Date;
use crate::firm::Price;
use crate::portal::{Line, money};

/// Something that was asked for before, for a price.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// The line, for one unit.
    pub line: Line,
    /// Whether its price includes value-added tax.
    pub inclusive: bool,
    /// Where it comes from.
    pub source: Source,
}

/// Where an offer comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// The price book.
    Book,
    /// A quote: what it was for, and its day.
    Quote(String, Option<Date>),
}

/// What can be offered again: the price book by name, then lines of quotes, the latest first. What says the same for the same price stands there once.
pub fn offers(prices: &[Price], jobs: &[Job]) -> Vec<Offer> {
    let mut book: Vec<&Price> = prices.iter().filter(|price| price.deleted != Some(true)).collect();
    book.sort_by_key(|price| price.what.to_lowercase());
    let of_book = |price: &Price| Offer { line: price.line(""), inclusive: price.inclusive, source: Source::Book };
    let mut offers: Vec<Offer> = book.into_iter().map(of_book).collect();
    let mut quotes: Vec<_> = jobs.iter().flat_map(|job| &job.deal.quotes).collect();
    quotes.sort_by_key(|quote| std::cmp::Reverse((quote.letter.on, quote.place)));
    for quote in quotes {
        for line in &quote.letter.lines {
            let source = Source::Quote(quote.letter.title.clone(), quote.letter.on);
            let line = Line { option: String::new(), optional: false, quantity: 1000, discount: 0, ..line.clone() };
            let offer = Offer { line, inclusive: quote.letter.inclusive, source };
            if !offers.iter().any(|known| is_same(known, &offer)) {
                offers.push(offer);
            }
        }
    }
    offers
}

fn is_same(one: &Offer, other: &Offer) -> bool {
    one.line.what.to_lowercase() == other.line.what.to_lowercase()
        && (one.line.price, &one.line.unit, one.inclusive) == (other.line.price, &other.line.unit, other.inclusive)
}

/// Those that have every word that was typed, wherever in what they say it stands; all of them for nothing.
pub fn found<'a>(offers: &'a [Offer], typed: &str) -> Vec<&'a Offer> {
    let words: Vec<String> = typed.split_whitespace().map(str::to_lowercase).collect();
    let has = |offer: &&Offer| {
        let Line { what, detail, key, unit, .. } = &offer.line;
        let text = format!("{what} {detail} {key} {unit}").to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    offers.iter().filter(has).collect()
}

/// The line of an offer in a quote of a day whose prices include the tax or do not, by an `id` that no other line of the quote has.
pub fn line(offer: &Offer, id: &str, inclusive: bool, on: Date) -> Line {
    let amount = money::line(&offer.line, offer.inclusive, Some(on));
    let price = if inclusive { amount.total } else { amount.net };
    // What is taxed as the quote is keeps its cents: nothing is rounded twice.
    let price = if offer.inclusive == inclusive { offer.line.price } else { price };
    Line { id: id.to_owned(), price, ..offer.line.clone() }
}
