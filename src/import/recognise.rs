//! What a file is: by its content first, then by its name.

use crate::attachment::{extension, is_media};
use crate::batch::{Opened, Part};
use crate::column;
use crate::csv;
use crate::form::Form;
use crate::format::{self, whatsapp};
use crate::input::Input;
use crate::json::{self, List};
use crate::proposal::ProblemCode;
use crate::sheet::Sheet;
use crate::table::{ROWS_MAX, TEXT_BYTES_MAX, Table, Trouble};
use crate::text::decode;
use crate::zip::Zip;
use model::body::Fields;
use std::io::Read;

/// Bytes by which a file is told.
const HEAD_BYTES: u64 = 4096;
/// Bytes of a text that are read: in another encoding it can be twice the text that a table may have.
pub(crate) const FILE_BYTES_MAX: u64 = 2 * TEXT_BYTES_MAX as u64;

/// Opens a file.
pub(crate) fn open(input: Input) -> Opened {
    let mut file = Opened::new(input);
    let mut head = Vec::new();
    if let Err(error) = file.content.open().and_then(|source| source.take(HEAD_BYTES).read_to_end(&mut head)) {
        file.fail(ProblemCode::FileBroken, &error.to_string());
        return file;
    }
    let is_paper = file.format.is_some();
    if model::file::media_of(&head) != "application/octet-stream" {
        file.format = Some("media");
    } else if head.starts_with(b"PK\x03\x04") && !is_paper {
        zip(&mut file);
    } else if !is_paper && is_text(&head) {
        text(&mut file);
    }
    file
}

/// Opens a zip and whatever can be read in it.
fn zip(file: &mut Opened) {
    match Zip::open(&*file.content) {
        Ok(zip) => file.zip = Some(zip),
        Err(code) => return file.fail(code, ""),
    }
    let entries = file.zip.as_ref().map_or(&[][..], Zip::entries);
    if entries.iter().any(|entry| entry.name == "xl/workbook.xml") {
        return workbook(file);
    }
    let manifest = entries.iter().position(|entry| entry.name == "manifest.json");
    if manifest.and_then(|at| entry(file, at).ok()).is_some_and(|bytes| is_archive(&bytes)) {
        file.format = Some("codessa");
        return;
    }
    let mut left = FILE_BYTES_MAX;
    let mut parts_found = Vec::new();
    let mut broken = None;
    for (at, found) in entries.iter().enumerate().filter(|(_, entry)| is_readable(&entry.name)) {
        if found.size_bytes > left {
            broken = broken.or(Some((ProblemCode::FileTooLarge, found.name.clone())));
            continue;
        }
        left -= found.size_bytes;
        match entry(file, at) {
            Ok(bytes) => parts_found.extend(parts(&format!("{}!{}", file.name, found.name), bytes)),
            Err(code) => broken = broken.or(Some((code, found.name.clone()))),
        }
    }
    let is_media = entries.iter().any(|entry| is_media(&entry.name));
    file.format = parts_found.first().map(Part::format).or(is_media.then_some("media"));
    file.parts = parts_found;
    if let Some((code, name)) = broken {
        file.fail(code, &name);
    }
}

fn entry(file: &Opened, at: usize) -> Result<Vec<u8>, ProblemCode> {
    let zip = file.zip.as_ref().ok_or(ProblemCode::FileMissing)?;
    zip.read(&*file.content, at, FILE_BYTES_MAX)
}

#[cfg(feature = "xlsx")]
fn workbook(file: &mut Opened) {
    crate::workbook::open(file);
}

/// Without the reader of workbooks one is a file that cannot be read.
#[cfg(not(feature = "xlsx"))]
fn workbook(file: &mut Opened) {
    file.fail(ProblemCode::FileBroken, "xlsx");
}

/// Whether a zip's manifest is that of an archive of this app.
fn is_archive(manifest: &[u8]) -> bool {
    let manifest: Option<serde_json::Value> = serde_json::from_slice(manifest).ok();
    manifest.is_some_and(|manifest| manifest["codessa"] == "archive")
}

/// Whether an entry of a zip may be a table, a list or a chat. What a Mac adds to every zip is none of them.
fn is_readable(name: &str) -> bool {
    let hidden = name.starts_with("__MACOSX/") || crate::attachment::base(name).starts_with('.');
    let known = extension(name).is_some_and(|ending| ["csv", "tsv", "tab", "txt", "json"].contains(&ending.as_str()));
    known && !hidden && name != "manifest.json"
}

/// Whether a beginning can be that of a text: one with zeros is, if it is UTF-16.
pub(crate) fn is_text(head: &[u8]) -> bool {
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
    let lost =
        (decoded.lost > 0).then(|| Trouble { row: 0, code: ProblemCode::Letters, text: decoded.lost.to_string() });
    if let Some(chat) = whatsapp::chat(name, &decoded.text) {
        return vec![Part::Chat(chat)];
    }
    let start = decoded.text.trim_start();
    if start.starts_with(['{', '[']) {
        return lists(name, start, lost);
    }
    if !is_table(name, &decoded.text) {
        return Vec::new();
    }
    let (cells, mut troubles) = csv::read(&decoded.text);
    drop(decoded);
    troubles.extend(lost);
    sheet(name, Table::new(cells, column::is_known, troubles), true).into_iter().collect()
}

/// The lists in a text of JSON: it is one itself, or an object of several.
fn lists(name: &str, text: &str, lost: Option<Trouble>) -> Vec<Part> {
    let mut found: Vec<(String, Vec<Fields>, Vec<Trouble>)> = Vec::new();
    if text.starts_with('[') {
        found.extend(json::objects(text).map(|(rows, troubles)| (name.to_owned(), rows, troubles)));
    } else if let Ok(serde_json::Value::Object(lists)) = serde_json::from_str(text) {
        for (inner, value) in lists {
            let serde_json::Value::Array(values) = value else { continue };
            let rows = values.into_iter().filter_map(|value| match value {
                serde_json::Value::Object(fields) => Some(fields),
                _ => None,
            });
            found.push((format!("{name}!{inner}"), rows.take(ROWS_MAX).collect(), Vec::new()));
        }
    }
    let mut lost = lost;
    let list = |(place, rows, mut troubles): (String, Vec<Fields>, Vec<Trouble>)| {
        let inner = place.rsplit('!').next().unwrap_or_default();
        let (format, name) = rows.iter().take(10).find_map(|fields| format::list_of(inner, fields))?;
        troubles.extend(lost.take());
        Some(Part::List(List { place, format, name, rows, troubles }))
    };
    found.into_iter().filter_map(list).collect()
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
