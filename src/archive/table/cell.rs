//! Cells, and what keeps them from being formulas.

use crate::book::{Book, Kept};
use model::date::Sense;
use model::{Date, FileRef, Money, PartialDate, RecordId};

/// A row that is being made, with the names of its columns.
pub(crate) struct Row<'a> {
    pub(crate) book: &'a Book,
    pub(crate) names: Vec<String>,
    pub(crate) cells: Vec<String>,
}

impl<'a> Row<'a> {
    pub(super) fn new(book: &'a Book) -> Self {
        Self { book, names: Vec::new(), cells: Vec::new() }
    }

    fn cell(&mut self, name: &str, cell: String) -> &mut Self {
        self.names.push(name.to_owned());
        self.cells.push(cell);
        self
    }

    /// Text that people wrote.
    pub(super) fn text(&mut self, name: &str, text: &str) -> &mut Self {
        self.cell(name, harmless(text))
    }

    /// A whole number.
    pub(super) fn number(&mut self, name: &str, number: Option<i64>) -> &mut Self {
        self.cell(name, number.map(|number| number.to_string()).unwrap_or_default())
    }

    /// A number in thousandths.
    pub(super) fn milli(&mut self, name: &str, milli: i64) -> &mut Self {
        let sign = if milli < 0 { "-" } else { "" };
        let (whole, rest) = (milli.unsigned_abs() / 1000, milli.unsigned_abs() % 1000);
        let rest = format!(".{rest:03}");
        self.cell(name, format!("{sign}{whole}{}", rest.trim_end_matches('0').trim_end_matches('.')))
    }

    /// An amount as a number, and its currency beside it.
    pub(super) fn money(&mut self, name: &str, money: Option<&Money>) -> &mut Self {
        let amount = |money: &Money| {
            let sign = if money.cents < 0 { "-" } else { "" };
            format!("{sign}{}.{:02}", money.cents.unsigned_abs() / 100, money.cents.unsigned_abs() % 100)
        };
        let currency = (self.book.words.archive().column.currency)(name);
        self.cell(name, money.map(amount).unwrap_or_default());
        self.text(&currency, money.map(|money| money.currency.as_str()).unwrap_or_default())
    }

    /// A date as far as it is known: `2019-03-14`, `2019-03`, `about 2019`, `before 2019`.
    pub(super) fn date(&mut self, name: &str, date: Option<PartialDate>) -> &mut Self {
        let format = &self.book.words.format;
        let told = date.map(|date| {
            let known = PartialDate { sense: Sense::Exact, ..date }.to_string();
            match date.sense {
                Sense::Exact => known,
                Sense::About => (format.about)(&known),
                Sense::Before => (format.before)(&known),
            }
        });
        self.cell(name, told.unwrap_or_default())
    }

    /// A day.
    pub(super) fn day(&mut self, name: &str, day: Option<Date>) -> &mut Self {
        self.date(name, day.map(Into::into))
    }

    /// Another record, by its name.
    pub(super) fn one(&mut self, name: &str, id: Option<RecordId>) -> &mut Self {
        let told = id.map(|id| self.book.name(id)).unwrap_or_default();
        self.text(name, &told)
    }

    /// Other records, by their names.
    pub(super) fn many(&mut self, name: &str, ids: &[RecordId]) -> &mut Self {
        let told: Vec<String> = ids.iter().map(|id| self.book.name(*id)).collect();
        self.text(name, &told.join("; "))
    }

    /// Files, by where they lie in the archive.
    pub(super) fn files<'b>(&mut self, files: impl IntoIterator<Item = &'b FileRef>) -> &mut Self {
        let paths: Vec<&str> = files.into_iter().map(|file| self.book.file(file.hash).0).collect();
        let (name, told) = (self.book.words.archive().column.files, paths.join("; "));
        self.text(name, &told)
    }

    /// What every fact ends with: how often it was amended, whether it was withdrawn, who wrote it and when.
    pub(super) fn fact<T>(&mut self, kept: &Kept<T>) -> &mut Self {
        let column = &self.book.words.archive().column;
        let withdrawn = match &kept.withdrawn {
            None => "",
            Some(reason) if reason.is_empty() => column.withdrawn,
            Some(reason) => reason,
        };
        let at = kept.at.map(|at| at.to_string()).unwrap_or_default();
        self.number(column.amended, Some(kept.amended.try_into().unwrap_or(i64::MAX)));
        self.text(column.withdrawn, withdrawn).text(column.written_by, &kept.by).text(column.written_on, &at)
    }
}

/// `text` so that no spreadsheet calculates with it: an apostrophe in front of what begins like a formula. Numbers are what they are.
fn harmless(text: &str) -> String {
    let formula = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];
    if text.starts_with(formula) && !is_number(text) { format!("'{text}") } else { text.to_owned() }
}

/// Whether it is a plain negative number. One with a plus in front is a telephone number, of which a spreadsheet would keep the digits only.
fn is_number(text: &str) -> bool {
    let digits = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    let Some(number) = text.strip_prefix('-') else { return false };
    number.split_once(['.', ',']).map_or_else(|| digits(number), |(whole, rest)| digits(whole) && digits(rest))
}

#[cfg(test)]
mod tests {
    use super::harmless;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        let rows = [
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("+27 21 555 0100", "'+27 21 555 0100"),
            ("+27215550100", "'+27215550100"),
            ("-1+1", "'-1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t=1"),
            ("\r=1", "'\r=1"),
            ("＝1", "'＝1"),
            ("-12.50", "-12.50"),
            ("-7", "-7"),
            ("-", "'-"),
            ("-1.2.3", "'-1.2.3"),
            ("a=1", "a=1"),
            ("", ""),
        ];
        for (text, expected) in rows {
            assert_eq!(harmless(text), expected, "{text:?}");
        }
    }
}
