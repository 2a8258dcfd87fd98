//! Tables for spreadsheets: one CSV a kind, a row for each thing as it stands.
//!
//! Source: RFC 4180; the mark in front tells Excel that it is UTF-8. What a spreadsheet would take for a formula is kept from being one (OWASP, "CSV
//! Injection").

mod cell;
mod changes;
mod rows;

use crate::book::{Book, Kept};
use crate::home::Telling;
use model::{AccountId, Letter};
use std::collections::BTreeMap;

pub(crate) use cell::Row;

/// Tells spreadsheets that the text is UTF-8.
const MARK: &str = "\u{feff}";

/// Every table that has rows, as its name in the archive and its text.
pub(crate) fn all(book: &Book, telling: &Telling, people: &BTreeMap<AccountId, String>) -> Vec<(String, Vec<u8>)> {
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
        table(book, &book.claims, rows::claim),
        table(book, &book.tasks, rows::task),
        table(book, &book.deferrals, rows::deferral),
        table(book, &book.items, rows::item),
        table(book, &book.readings, rows::reading),
        table(book, &book.inspections, rows::inspection),
        table(book, &book.checklists, rows::checklist),
        table(book, &book.imports, rows::import),
    ];
    tables.into_iter().flatten().chain(changes::table(book, telling, people)).collect()
}

/// The table of one kind. Its head is that of an empty letter's row, so no row can have other columns than the head.
fn table<T: Letter>(book: &Book, kept: &[Kept<T>], row: fn(&mut Row, &Kept<T>)) -> Option<(String, Vec<u8>)> {
    if kept.is_empty() {
        return None;
    }
    let made = |kept: &Kept<T>| {
        let mut made = Row::new(book);
        row(&mut made, kept);
        made
    };
    let head = made(&Kept::alone(T::default())).names;
    Some(written(T::KIND, head, kept.iter().map(|kept| made(kept).cells)))
}

/// A table: its name in the archive and its text.
fn written(name: &str, head: Vec<String>, rows: impl Iterator<Item = Vec<String>>) -> (String, Vec<u8>) {
    let mut writer = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(MARK.as_bytes().to_vec());
    for cells in std::iter::once(head).chain(rows) {
        writer.write_record(cells).expect("rows are of one length, and memory takes them");
    }
    (format!("tables/{name}.csv"), writer.into_inner().expect("memory takes it"))
}

impl<T> Kept<T> {
    /// A letter with nothing beside it.
    fn alone(letter: T) -> Self {
        Self { id: model::RecordId::default(), letter, amended: 0, withdrawn: None, by: String::new(), at: None }
    }
}
