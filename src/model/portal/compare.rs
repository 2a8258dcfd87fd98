//! Several quotes to the same request, side by side.

use super::{Line, Quote, money};

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
    /// What it is called, by the first that offers it.
    pub what: String,
    /// What each quote asks for it, with tax, in cents; none where it does not offer it.
    pub cells: Vec<Option<i64>>,
}

/// Puts quotes side by side. Lines are the same where the price book calls them so, else where they say nearly the same.
pub fn compare(quotes: &[&Quote]) -> Comparison {
    let mut rows: Vec<(&Line, Row)> = Vec::new();
    for (column, quote) in quotes.iter().enumerate() {
        for line in &quote.lines {
            let cents = money::line(line, quote.inclusive, quote.on).total;
            let at = rows.iter().position(|(known, row)| row.cells[column].is_none() && is_same(known, line));
            let at = at.unwrap_or_else(|| {
                rows.push((line, Row { what: line.what.clone(), cells: vec![None; quotes.len()] }));
                rows.len() - 1
            });
            rows[at].1.cells[column] = Some(cents);
        }
    }
    let totals = quotes.iter().map(|quote| totals(quote)).collect();
    Comparison { totals, rows: rows.into_iter().map(|(_, row)| row).collect() }
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
    let (one, other) = (words(&one.what), words(&other.what));
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
