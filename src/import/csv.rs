//! Text of separated values to cells. Read here rather than by a crate because a person has to be told in which row a quote was left open, and
//! because the rows after it are to be read all the same.

use crate::proposal::ProblemCode;
use crate::table::{Cells, ROWS_MAX, Trouble};

/// Characters that separate cells, the likeliest first.
const SEPARATORS: [u8; 4] = [b',', b';', b'\t', b'|'];
/// Bytes in which the separator is looked for.
const HEAD_BYTES: usize = 16 * 1024;
/// How often a row is read again because a quote in it was left open; after that quotes mean nothing any more, so that a file of quotes alone
/// is not read over and over.
const AGAIN_MAX: usize = 16;
/// Line breaks within quotes after which a misplaced closing quote says that the quote was never meant to be opened so far up.
const LINES_MIN: usize = 1;

/// Reads all rows, and what is wrong with them.
pub(crate) fn read(text: &str) -> (Cells, Vec<Trouble>) {
    let (text, separator) = match named_separator(text) {
        Some(found) => found,
        None => (text, separator(text)),
    };
    let (mut cells, mut troubles) = (Cells::default(), Vec::new());
    let mut reader = Reader { text, at: 0, separator, quotes: true };
    let (mut number, mut again) = (0, 0);
    while reader.at < text.len() {
        number += 1;
        let start = reader.at;
        if cells.len() > ROWS_MAX || !cells.row(number) {
            let code = ProblemCode::CutOff;
            troubles.push(Trouble { row: number, code, text: reader.line().to_owned() });
            break;
        }
        if reader.row(Some(&mut cells)) {
            continue;
        }
        // Its quote is never closed, or only by a quote of a later row: the line is read as it stands, and the next as if nothing were.
        cells.forget();
        reader.at = start;
        troubles.push(Trouble { row: number, code: ProblemCode::Quote, text: reader.line().to_owned() });
        again += 1;
        reader.quotes = false;
        cells.row(number);
        reader.row(Some(&mut cells));
        reader.quotes = again < AGAIN_MAX;
    }
    (cells, troubles)
}

/// Excel's first line `sep=;`.
fn named_separator(text: &str) -> Option<(&str, u8)> {
    let rest = text.strip_prefix("sep=").or(text.strip_prefix("\"sep="))?;
    let separator = *rest.as_bytes().first()?;
    let end = rest.find('\n')? + 1;
    (SEPARATORS.contains(&separator) && end <= 5).then(|| (&rest[end..], separator))
}

/// The separator that the first lines have most of, counted by its least number in a line that has any.
pub(crate) fn separator(text: &str) -> u8 {
    let head = &text[..text.floor_char_boundary(HEAD_BYTES)];
    let count = |separator: u8| {
        let mut reader = Reader { text: head, at: 0, separator, quotes: true };
        let mut counts = Vec::new();
        while reader.at < head.len() && counts.len() < 20 {
            let start = reader.at;
            reader.row(None);
            counts.push(crate::csv::count(&head[start..reader.at], separator));
        }
        let with = counts.iter().filter(|count| **count > 0).count();
        let most = counts.iter().copied().max().unwrap_or(0);
        (with, most)
    };
    let best = SEPARATORS.iter().rev().max_by_key(|separator| count(**separator));
    best.copied().unwrap_or(b',')
}

/// How often a separator stands outside quotes.
fn count(row: &str, separator: u8) -> usize {
    let mut quoted = false;
    let outside = row.bytes().filter(|byte| {
        quoted ^= *byte == b'"';
        !quoted && *byte == separator
    });
    outside.count()
}

struct Reader<'a> {
    text: &'a str,
    at: usize,
    separator: u8,
    /// Whether quotes mean anything.
    quotes: bool,
}

impl Reader<'_> {
    /// The line that begins here.
    fn line(&self) -> &str {
        self.text[self.at..].split(['\n', '\r']).next().unwrap_or_default()
    }

    /// Reads a row into `cells` and goes behind its line end; false if a quote in it was left open.
    fn row(&mut self, mut cells: Option<&mut Cells>) -> bool {
        let bytes = self.text.as_bytes();
        let mut unquoted = String::new();
        loop {
            let start = self.at;
            let cell = if self.quotes && bytes.get(start) == Some(&b'"') {
                unquoted.clear();
                if !self.quoted(&mut unquoted) {
                    return false;
                }
                unquoted.as_str()
            } else {
                self.at = self.plain_end(start);
                &self.text[start..self.at]
            };
            if let Some(cells) = cells.as_deref_mut() {
                cells.cell(cell);
            }
            match bytes.get(self.at) {
                Some(byte) if *byte == self.separator => self.at += 1,
                Some(b'\r') if bytes.get(self.at + 1) == Some(&b'\n') => self.at += 2,
                Some(_) => self.at += 1,
                None => return true,
            }
            if bytes[self.at - 1] != self.separator {
                return true;
            }
        }
    }

    /// The end of a cell without quotes.
    fn plain_end(&self, start: usize) -> usize {
        let rest = &self.text.as_bytes()[start..];
        let end = rest.iter().position(|byte| *byte == self.separator || matches!(byte, b'\n' | b'\r'));
        end.map_or(self.text.len(), |end| start + end)
    }

    /// Reads a cell in quotes, two of them inside standing for one; what follows the closing one belongs to the cell. False if it is never closed,
    /// or closed many lines on in the middle of a word.
    fn quoted(&mut self, cell: &mut String) -> bool {
        let mut lines = 0;
        self.at += 1;
        loop {
            let Some(length) = self.text[self.at..].find('"') else { return false };
            let part = &self.text[self.at..self.at + length];
            lines += part.bytes().filter(|byte| *byte == b'\n').count();
            cell.push_str(part);
            self.at += length + 1;
            if self.text.as_bytes().get(self.at) != Some(&b'"') {
                break;
            }
            cell.push('"');
            self.at += 1;
        }
        let end = self.plain_end(self.at);
        let rest = &self.text[self.at..end];
        if lines >= LINES_MIN && !rest.trim().is_empty() {
            return false;
        }
        cell.push_str(rest);
        self.at = end;
        true
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, rows: &[&[&str]], quotes: &[u32]) {
        let (cells, troubles) = read(text);
        let found: Vec<Vec<&str>> =
            (0..cells.len()).map(|row| (0..cells.width(row)).map(|column| cells.get(row, column)).collect()).collect();
        assert_eq!(found, rows, "{text:?}");
        let told: Vec<u32> = troubles.iter().map(|trouble| trouble.row).collect();
        assert_eq!(told, quotes, "{text:?}");
    }

    #[test]
    fn separators_quotes_and_line_ends_of_all_sorts_are_read() {
        check(
            "a,b\r\n1,\"x, \"\"y\"\"\nz\"\n2,3\r4,",
            &[&["a", "b"], &["1", "x, \"y\"\nz"], &["2", "3"], &["4", ""]],
            &[],
        );
        check("a;b;c\n1;2,5;3\n", &[&["a", "b", "c"], &["1", "2,5", "3"]], &[]);
        check("a\tb\n1\t\n", &[&["a", "b"], &["1", ""]], &[]);
        check("sep=;\r\na;b", &[&["a", "b"]], &[]);
        check("a,b\n\n1,2\n", &[&["a", "b"], &[""], &["1", "2"]], &[]);
        check("a,b\n5\" pipe,\"x\"y\n", &[&["a", "b"], &["5\" pipe", "xy"]], &[]);
        check("", &[], &[]);
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_its_own_row_alone() {
        check("a,b\n1,\"x\n2,y\n", &[&["a", "b"], &["1", "\"x"], &["2", "y"]], &[2]);
        // The next quoted cell would close it, and everything behind would be upside down.
        check("a,b\n1,\"x\n2,\"y\"\n3,\"z\"\n", &[&["a", "b"], &["1", "\"x"], &["2", "y"], &["3", "z"]], &[2]);
        let many = "\"x\n".repeat(1000);
        assert_eq!(read(&many).0.len(), 1000);
    }
}
