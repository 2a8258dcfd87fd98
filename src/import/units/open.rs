//! The files of an import of units, opened.

use super::row::Read;
use super::table::Table;
use super::taking;
use super::talk::{Answers, Found};
use crate::batch::Opened as File;
use crate::csv;
use crate::input::Input;
use crate::recognise::{FILE_BYTES_MAX, is_text};
use crate::table::{Cells, Trouble};
use crate::text::decode;
use crate::zip::Zip;
use model::Date;
use std::io::Read as _;

/// Bytes by which a file is told.
const HEAD_BYTES: u64 = 4096;

/// The tables of the files.
pub(super) struct Opened {
    pub(super) tables: Vec<Table>,
    pub(super) unread: Vec<String>,
}

impl Opened {
    /// Opens the files.
    pub(super) fn of(inputs: Vec<Input>) -> Self {
        let mut opened = Self { tables: Vec::new(), unread: Vec::new() };
        for input in inputs {
            let name = input.name.clone();
            let mut sheets = sheets(File::new(input)).unwrap_or_default();
            sheets.retain(|(_, cells, troubles)| cells.len() > 0 || !troubles.is_empty());
            if sheets.is_empty() {
                opened.unread.push(name);
                continue;
            }
            let tables = sheets.into_iter().map(|(sheet, cells, troubles)| {
                let place = if sheet.is_empty() { name.clone() } else { format!("{name}!{sheet}") };
                Table::of(place, cells, troubles)
            });
            opened.tables.extend(tables);
        }
        opened
    }

    /// What a person is shown of them.
    pub(super) fn found(&self, answers: &Answers) -> Found {
        let tables = self.tables.iter().map(|table| table.found(answers));
        Found { tables: tables.collect(), unread: self.unread.clone() }
    }

    /// Their rows.
    pub(super) fn read(&self, answers: &Answers, today: Date) -> Read {
        let wanted = self.tables.iter().filter(|table| !answers.without.contains(&table.place));
        taking::read(&wanted.collect::<Vec<_>>(), answers, today)
    }
}

/// The sheets of a file: their names, cells and what was wrong; none where it is no table.
fn sheets(mut file: File) -> Option<Vec<(String, Cells, Vec<Trouble>)>> {
    let mut head = Vec::new();
    file.content.open().ok()?.take(HEAD_BYTES).read_to_end(&mut head).ok()?;
    if head.starts_with(b"PK\x03\x04") {
        file.zip = Some(Zip::open(&*file.content).ok()?);
        return workbook(&file);
    }
    if !is_text(&head) {
        return None;
    }
    let mut bytes = Vec::new();
    file.content.open().ok()?.take(FILE_BYTES_MAX).read_to_end(&mut bytes).ok()?;
    let (cells, troubles) = csv::read(&decode(bytes).text);
    Some(vec![(String::new(), cells, troubles)])
}

#[cfg(feature = "xlsx")]
fn workbook(file: &File) -> Option<Vec<(String, Cells, Vec<Trouble>)>> {
    if crate::workbook::is_too_large(file) { None } else { crate::workbook::read(file).ok() }
}

/// Without the reader of workbooks one is a file that cannot be read.
#[cfg(not(feature = "xlsx"))]
fn workbook(_: &File) -> Option<Vec<(String, Cells, Vec<Trouble>)>> {
    None
}
