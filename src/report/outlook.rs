//! What suppliers may expect, as a list for other programs: comma-separated values (RFC 4180).

use words::Words;

/// What tells a program that reads older text that this is UTF-8.
const MARK: &str = "\u{feff}";

/// A line of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The month in which it is needed, `2027-01`.
    pub month: String,
    /// The suburb.
    pub suburb: String,
    /// The family of parts.
    pub family: String,
    /// Pieces.
    pub quantity: u64,
    /// The month in which it was published.
    pub published: String,
}

/// The list, with a heading for each column. No cell begins as a formula does: a suburb is called as somebody typed it.
pub fn csv(words: &Words, lines: &[Line]) -> String {
    let said = words.supply();
    let heads = [said.month, said.suburb, said.family, said.pieces, said.published].map(str::to_owned);
    let rows = lines.iter().map(|line| {
        let Line { month, suburb, family, quantity, published } = line.clone();
        [month, suburb, family, quantity.to_string(), published]
    });
    let mut text = MARK.to_owned();
    for row in [heads].into_iter().chain(rows) {
        text.push_str(&row.map(|cell| quoted(&cell)).join(","));
        text.push_str("\r\n");
    }
    text
}

fn quoted(cell: &str) -> String {
    let is_formula = cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠']);
    let cell = if is_formula { format!("'{cell}") } else { cell.to_owned() };
    if cell.contains(['"', ',', '\r', '\n']) { format!("\"{}\"", cell.replace('"', "\"\"")) } else { cell }
}
