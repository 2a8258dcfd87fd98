//! What a file is: by its content first, then by its name.

use crate::attachment::extension;
use crate::batch::{Opened, Part};
use crate::column;
use crate::csv;
use crate::form::Form;
use crate::input::Input;
use crate::proposal::ProblemCode;
use crate::sheet::Sheet;
use crate::table::{TEXT_BYTES_MAX, Table, Trouble};
use crate::text::decode;
use std::io::Read;

/// Bytes by which a file is told.
const HEAD_BYTES: u64 = 4096;
/// Bytes of a text that are read: in another encoding it can be twice the text that a table may have.
const FILE_BYTES_MAX: u64 = 2 * TEXT_BYTES_MAX as u64;

/// Opens a file.
pub(crate) fn open(input: Input) -> Opened {
    let mut file = Opened::new(input);
    let mut head = Vec::new();
    if let Err(error) = file.content.open().and_then(|source| source.take(HEAD_BYTES).read_to_end(&mut head)) {
        file.fail(ProblemCode::FileBroken, &error.to_string());
        return file;
    }
    if model::file::media_of(&head) != "application/octet-stream" {
        file.format = Some("media");
    } else if file.format.is_none() && is_text(&head) {
        text(&mut file);
    }
    file
}

/// Whether a beginning can be that of a text: one with zeros is, if it is UTF-16.
fn is_text(head: &[u8]) -> bool {
    let marked = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    let zeros = head.iter().filter(|byte| **byte == 0).count();
    let control = head.iter().filter(|byte| **byte < 9).count() - zeros;
    !head.is_empty() && (marked || zeros * 10 <= head.len() * 6) && control * 20 < head.len()
}

fn text(file: &mut Opened) {
    let mut bytes = Vec::new();
    let read = file.content.open().and_then(|source| source.take(FILE_BYTES_MAX).read_to_end(&mut bytes));
    if let Err(error) = read {
        return file.fail(ProblemCode::FileBroken, &error.to_string());
    }
    let name = file.name.clone();
    let parts = parts(&name, bytes);
    file.format = parts.first().map(|part| part.format());
    file.parts = parts;
    if file.size_bytes > FILE_BYTES_MAX {
        file.fail(ProblemCode::CutOff, "");
    }
}

/// What there is to read in a text.
pub(crate) fn parts(name: &str, bytes: Vec<u8>) -> Vec<Part> {
    let decoded = decode(bytes);
    if !is_table(name, &decoded.text) {
        return Vec::new();
    }
    let (cells, mut troubles) = csv::read(&decoded.text);
    if decoded.lost > 0 {
        troubles.push(Trouble { row: 0, code: ProblemCode::Letters, text: decoded.lost.to_string() });
    }
    sheet(name, Table::new(cells, column::is_known, troubles), true).into_iter().collect()
}

/// A table as a part of a file; none if it has no rows.
pub(crate) fn sheet(place: &str, table: Table, is_even: bool) -> Option<Part> {
    if table.len() == 0 {
        return None;
    }
    let form = Form::of(&table.header, place);
    Some(Part::Sheet(Box::new(Sheet { place: place.to_owned(), form, table, is_even })))
}

/// Whether a text is a table: its name says so, or its first line has a separator.
fn is_table(name: &str, text: &str) -> bool {
    let named = extension(name).is_some_and(|ending| ["csv", "tsv", "tab"].contains(&ending.as_str()));
    let first = text.trim_start().lines().next().unwrap_or_default();
    let separator = char::from(csv::separator(text));
    named || first.contains(separator) && !first.starts_with(['{', '[', '<'])
}
