//! A table in memory: all its cells in one text, so that a hundred thousand rows stay small.

use crate::proposal::ProblemCode;
use model::letter::LINE_CHARS_MAX;
use std::collections::BTreeMap;

/// Rows of a table: an estate has some thousands of things, and a phone has to hold what is read.
pub(crate) const ROWS_MAX: usize = 200_000;
/// Columns of a table; a spreadsheet with more is no list of things.
pub(crate) const COLUMNS_MAX: usize = 500;
/// Cells of a table in all: 32 MB of places.
pub(crate) const CELLS_MAX: usize = 8_000_000;
/// Bytes of a table's text: with the text that it is read from, a third of what an import may hold.
pub(crate) const TEXT_BYTES_MAX: usize = 32 * 1024 * 1024;
/// Bytes that are kept of one cell: more than notes can hold, so that one that was cut is told as too long.
pub(crate) const CELL_BYTES_MAX: usize = 4 * (model::letter::NOTE_CHARS_MAX + 1);
/// Rows in which a header is looked for: people put a title and a date above it.
const HEADER_ROWS: usize = 10;

/// A table with its header.
#[derive(Default)]
pub(crate) struct Table {
    /// Names of the columns, each once.
    pub(crate) header: Vec<String>,
    /// How many columns the header itself has; rows may have more.
    pub(crate) named: usize,
    cells: Cells,
    /// The first row below the header.
    first: usize,
    /// What was wrong with rows as they were read.
    pub(crate) troubles: Vec<Trouble>,
}

/// Something wrong with a row.
pub(crate) struct Trouble {
    /// The row, as a spreadsheet numbers it.
    pub(crate) row: u32,
    /// What.
    pub(crate) code: ProblemCode,
    /// The text, as it stands there.
    pub(crate) text: String,
}

/// The cells of a table, row by row.
#[derive(Default)]
pub(crate) struct Cells {
    text: String,
    ends: Vec<u32>,
    rows: Vec<At>,
}

#[derive(Clone, Copy)]
struct At {
    /// The number of its first cell.
    cell: u32,
    /// The row as a spreadsheet numbers it.
    number: u32,
}

impl Cells {
    /// Begins a row; false if there are too many.
    pub(crate) fn row(&mut self, number: u32) -> bool {
        if self.rows.len() > ROWS_MAX || self.ends.len() >= CELLS_MAX || self.text.len() >= TEXT_BYTES_MAX {
            return false;
        }
        self.rows.push(At { cell: self.ends.len() as u32, number });
        true
    }

    /// Adds a cell to the last row; one beyond the last column that is read is joined to it, so that nothing is lost unseen.
    pub(crate) fn cell(&mut self, text: &str) {
        let text = &text[..text.floor_char_boundary(CELL_BYTES_MAX)];
        self.text.push_str(text);
        let end = self.text.len() as u32;
        if self.width(self.rows.len() - 1) >= COLUMNS_MAX {
            self.ends.pop();
        }
        self.ends.push(end);
    }

    /// Takes the last row back.
    pub(crate) fn forget(&mut self) {
        if let Some(row) = self.rows.pop() {
            self.ends.truncate(row.cell as usize);
            self.text.truncate(self.ends.last().map_or(0, |end| *end as usize));
        }
    }

    /// How many rows there are.
    pub(crate) fn len(&self) -> usize {
        self.rows.len()
    }

    /// How many cells a row has.
    pub(crate) fn width(&self, row: usize) -> usize {
        let end = self.rows.get(row + 1).map_or(self.ends.len(), |next| next.cell as usize);
        end - self.rows[row].cell as usize
    }

    /// A cell, without blanks around it; empty if the row has no such cell.
    pub(crate) fn get(&self, row: usize, column: usize) -> &str {
        if column >= self.width(row) {
            return "";
        }
        let at = self.rows[row].cell as usize + column;
        let start = if at == 0 { 0 } else { self.ends[at - 1] as usize };
        self.text[start..self.ends[at] as usize].trim()
    }

    /// The row as a spreadsheet numbers it.
    pub(crate) fn number(&self, row: usize) -> u32 {
        self.rows[row].number
    }

    /// How many cells of a row have anything in them.
    pub(crate) fn filled(&self, row: usize) -> usize {
        (0..self.width(row)).filter(|column| !self.get(row, *column).is_empty()).count()
    }

    /// All that a row says.
    pub(crate) fn joined(&self, row: usize) -> String {
        let cells = (0..self.width(row)).map(|column| self.get(row, column)).filter(|cell| !cell.is_empty());
        cells.collect::<Vec<_>>().join(" | ")
    }
}

impl Table {
    /// The table of some cells, the header being the row of the first few that `knows` most of, else the first with two cells.
    pub(crate) fn new(cells: Cells, knows: impl Fn(&str) -> bool, mut troubles: Vec<Trouble>) -> Self {
        let known = |row: usize| {
            // What holds a long text is a row of the table, not its header.
            let plain = (0..cells.width(row)).all(|column| cells.get(row, column).len() <= LINE_CHARS_MAX);
            let names = || (0..cells.width(row)).filter(|column| knows(cells.get(row, *column))).count();
            if plain { names() } else { 0 }
        };
        let rows = cells.len().min(HEADER_ROWS);
        let counts: Vec<usize> = (0..rows).map(known).collect();
        let best = (0..rows).rev().max_by_key(|row| counts[*row]).filter(|row| counts[*row] > 1);
        let filled = (0..rows).find(|row| cells.filled(*row) > 1);
        let first = (0..rows).find(|row| cells.filled(*row) > 0);
        let Some(at) = best.or(filled).or(first) else { return Self::default() };
        for row in (0..at).filter(|row| cells.filled(*row) > 0) {
            let trouble =
                Trouble { row: cells.rows[row].number, code: ProblemCode::Unexpected, text: cells.joined(row) };
            troubles.push(trouble);
        }
        let width = cells.width(at).max((at + 1..cells.len()).map(|row| cells.width(row)).max().unwrap_or(0));
        let (header, named) = (header(&cells, at, width), cells.width(at));
        Self { header, named, cells, first: at + 1, troubles }
    }

    /// Rows below the header, empty ones too.
    pub(crate) fn len(&self) -> usize {
        self.cells.len().saturating_sub(self.first)
    }

    /// Rows with anything in them.
    pub(crate) fn filled_rows(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter(|row| self.cells.filled(self.first + row) > 0)
    }

    /// A cell of a row below the header.
    pub(crate) fn get(&self, row: usize, column: usize) -> &str {
        self.cells.get(self.first + row, column)
    }

    /// The cells that a row has, empty ones too.
    pub(crate) fn width(&self, row: usize) -> usize {
        self.cells.width(self.first + row)
    }

    /// The number of a row in a spreadsheet.
    pub(crate) fn number(&self, row: usize) -> u32 {
        self.cells.rows[self.first + row].number
    }

    /// All that a row says.
    pub(crate) fn joined(&self, row: usize) -> String {
        self.cells.joined(self.first + row)
    }

    /// Texts of a column, without empty ones.
    pub(crate) fn column(&self, column: usize) -> impl Iterator<Item = &str> + '_ {
        (0..self.len()).map(move |row| self.get(row, column)).filter(|text| !text.is_empty())
    }
}

/// Names of the columns: those without one by their letter, those that come again with a number.
fn header(cells: &Cells, at: usize, width: usize) -> Vec<String> {
    let mut seen: BTreeMap<String, u32> = BTreeMap::new();
    let mut names = Vec::with_capacity(width);
    for column in 0..width {
        let name = crate::text::normal(cells.get(at, column));
        let name = crate::text::cut(&crate::text::one_line(&name), LINE_CHARS_MAX / 2).trim().to_owned();
        let name = if name.is_empty() { letter(column) } else { name };
        let entry = seen.entry(name.clone()).or_default();
        *entry += 1;
        let count = *entry;
        let mut unique = if count == 1 { name.clone() } else { format!("{name} ({count})") };
        while count > 1 && seen.contains_key(&unique) {
            unique.push('\'');
        }
        seen.entry(unique.clone()).or_insert(1);
        names.push(unique);
    }
    names
}

/// A column as a spreadsheet names it: A, Z, AA.
pub(crate) fn letter(column: usize) -> String {
    let last = char::from(b'A' + (column % 26) as u8);
    if column < 26 { last.to_string() } else { format!("{}{last}", letter(column / 26 - 1)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(rows: &[&[&str]]) -> Table {
        let mut cells = Cells::default();
        for (at, row) in rows.iter().enumerate() {
            assert!(cells.row(at as u32 + 1));
            row.iter().for_each(|cell| cells.cell(cell));
        }
        Table::new(cells, |name| matches!(name, "Name" | "Price"), Vec::new())
    }

    #[test]
    fn a_title_above_the_header_is_told_and_not_taken_for_it() {
        let table =
            table(&[&["14 Protea Street"], &[], &["Name", "Price"], &["Geyser", "5"], &[], &["Gate", "6", "x"]]);
        assert_eq!(table.header, ["Name", "Price", "C"]);
        assert_eq!(table.filled_rows().map(|row| table.number(row)).collect::<Vec<_>>(), [4, 6]);
        assert_eq!((table.get(2, 0), table.get(2, 2), table.get(0, 2)), ("Gate", "x", ""));
        assert_eq!(
            table.troubles.iter().map(|trouble| trouble.text.as_str()).collect::<Vec<_>>(),
            ["14 Protea Street"]
        );
    }

    #[test]
    fn columns_that_are_called_the_same_are_told_apart() {
        let table = table(&[&["Name", "Notes", "Notes", "", "Notes (2)"], &["a"]]);
        assert_eq!(table.header, ["Name", "Notes", "Notes (2)", "D", "Notes (2) (2)"]);
        assert_eq!(letter(27), "AB");
    }
}
