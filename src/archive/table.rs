//! Tables for spreadsheets: one CSV a kind, a row for each thing as it stands.
//!
//! Source: RFC 4180; the mark in front tells Excel that it is UTF-8. What a spreadsheet would take for a formula is kept from being one (OWASP, "CSV
//! Injection").

mod cell;
mod rows;

use crate::book::{Book, Kept};
use model::Letter;

pub(crate) use cell::Row;

/// Tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// Every table that has rows, as its name in the archive and its text.
pub(crate) fn all(book: &Book) -> Vec<(String, Vec<u8>)> {
    let property: Vec<Kept<_>> = book.property.iter().map(|property| Kept::alone(property.clone())).collect();
    let tables = [
        table(book, &property, rows::property),
        table(book, &book.zones, rows::zone),
        table(book, &book.systems, rows::system),
        table(book, &book.entries, rows::entry),
        table(book, &book.documents, rows::document),
        table(book, &book.contacts, rows::contact),
        table(book, &book.certificates, rows::certificate),
        table(book, &book.warranties, rows::warranty),
        table(book, &book.tasks, rows::task),
        table(book, &book.items, rows::item),
        table(book, &book.readings, rows::reading),
        table(book, &book.imports, rows::import),
    ];
    tables.into_iter().flatten().collect()
}

/// The table of one kind. Its head is that of an empty letter's row, so no row can have other columns than the head.
fn table<T: Letter>(book: &Book, kept: &[Kept<T>], row: fn(&mut Row, &Kept<T>)) -> Option<(String, Vec<u8>)> {
    if kept.is_empty() {
        return None;
    }
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    let mut write =
        |cells: Vec<String>| writer.write_record(cells).expect("rows are of one length, and memory takes them");
    let made = |kept: &Kept<T>| {
        let mut made = Row::new(book);
        row(&mut made, kept);
        made
    };
    write(made(&Kept::alone(T::default())).names);
    kept.iter().for_each(|kept| write(made(kept).cells));
    let text = writer.into_inner().expect("memory takes it");
    Some((format!("tables/{}.csv", T::KIND), text))
}

impl<T> Kept<T> {
    /// A letter with nothing beside it.
    fn alone(letter: T) -> Self {
        Self { id: model::RecordId::default(), letter, amended: 0, withdrawn: None, by: String::new(), at: None }
    }
}
