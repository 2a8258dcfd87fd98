//! Workbooks of spreadsheets, each sheet a table.

use crate::attachment::extension;
use crate::batch::Opened;
use crate::column;
use crate::proposal::ProblemCode;
use crate::recognise;
use crate::table::{CELL_BYTES_MAX, COLUMNS_MAX, Cells, ROWS_MAX, Table, Trouble};
use calamine::{DataRef, Reader, Xlsx};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Sheets of a workbook.
const SHEETS_MAX: usize = 100;
/// Bytes that the parts of a workbook may unpack to: they are held in memory.
const UNPACKED_BYTES_MAX: u64 = 64 * 1024 * 1024;
/// Empty rows that are believed before a cell: one at the end of a sheet says that there are a million.
const EMPTY_ROWS_MAX: u32 = 1000;

/// A sheet: its name, its cells, and what was wrong as they were read.
pub(crate) type SheetRead = (String, Cells, Vec<Trouble>);

/// Opens the sheets of a workbook whose zip was found to be sound.
pub(crate) fn open(file: &mut Opened) {
    file.format = Some("table");
    if is_too_large(file) {
        return file.fail(ProblemCode::FileTooLarge, "");
    }
    let sheets = match read(file) {
        Ok(sheets) => sheets,
        Err(error) => return file.fail(ProblemCode::FileBroken, &error),
    };
    for (name, cells, troubles) in sheets {
        let place = format!("{}!{name}", file.name);
        file.parts.extend(recognise::sheet(&place, Table::new(cells, column::is_known, troubles), false));
    }
    // What a sheet was recognised as says more than that it is one.
    let known = file.parts.iter().map(|part| part.format()).find(|format| *format != "table");
    file.format = Some(known.unwrap_or("table"));
}

/// Whether its parts unpack to more than is held in memory.
pub(crate) fn is_too_large(file: &Opened) -> bool {
    let zip = file.zip.as_ref().map_or(&[][..], crate::zip::Zip::entries);
    let unpacked: u64 = zip.iter().filter(|entry| is_read(&entry.name)).map(|entry| entry.size_bytes).sum();
    unpacked > UNPACKED_BYTES_MAX
}

/// All its sheets.
pub(crate) fn read(file: &Opened) -> Result<Vec<SheetRead>, String> {
    let packed = repacked(file).map_err(|code| format!("{code:?}"))?;
    let mut book = Xlsx::new(Cursor::new(packed)).map_err(|error| error.to_string())?;
    let mut sheets = Vec::new();
    for name in book.sheet_names().into_iter().take(SHEETS_MAX) {
        let (cells, troubles) = sheet(&mut book, &name);
        sheets.push((name, cells, troubles));
    }
    Ok(sheets)
}

/// The parts of a workbook that are read, in a zip of our own. The reader of workbooks believes the directory that it finds, which need not be the one
/// that was looked through here, and makes room for as many texts as a workbook says that it has, which can be more than any machine holds.
fn repacked(file: &Opened) -> Result<Vec<u8>, ProblemCode> {
    let zip = file.zip.as_ref().ok_or(ProblemCode::FileBroken)?;
    let mut packed = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (at, entry) in zip.entries().iter().enumerate().filter(|(_, entry)| is_read(&entry.name)) {
        let mut bytes = zip.read(&*file.content, at, UNPACKED_BYTES_MAX)?;
        // No program writes a workbook in anything but UTF-8, and in anything else the count would not be seen.
        if bytes.iter().take(64).any(|byte| matches!(byte, 0 | 0xfe | 0xff)) {
            return Err(ProblemCode::FileBroken);
        }
        uncount(&mut bytes);
        packed.start_file(&entry.name, options).map_err(|_| ProblemCode::FileBroken)?;
        packed.write_all(&bytes).map_err(|_| ProblemCode::FileBroken)?;
    }
    packed.finish().map(Cursor::into_inner).map_err(|_| ProblemCode::FileBroken)
}

/// Whether an entry is a part of a workbook that tells of its cells.
fn is_read(name: &str) -> bool {
    extension(name).is_some_and(|ending| ending == "xml" || ending == "rels")
}

/// Renames the attribute by which a workbook says how many texts it has.
fn uncount(xml: &mut [u8]) {
    const NAME: &[u8] = b"uniqueCount";
    let mut at = 0;
    while let Some(found) = xml[at..].windows(NAME.len()).position(|window| window == NAME) {
        at += found + NAME.len();
        let is_attribute = xml[at..].iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b'=');
        if is_attribute {
            xml[at - 1] = b'_';
        }
    }
}

/// Reads the cells of a sheet one after the other: what it says of its size is not believed.
fn sheet<R: std::io::Read + std::io::Seek>(book: &mut Xlsx<R>, name: &str) -> (Cells, Vec<Trouble>) {
    let (mut cells, mut troubles) = (Cells::default(), Vec::new());
    let broken = |row: u32, text: String| Trouble { row, code: ProblemCode::CutOff, text };
    let mut reader = match book.worksheet_cells_reader(name) {
        Ok(reader) => reader,
        Err(error) => {
            troubles.push(broken(0, error.to_string()));
            return (cells, troubles);
        }
    };
    let mut row: Option<u32> = None;
    let mut width = 0;
    loop {
        let cell = match reader.next_cell() {
            Ok(Some(cell)) => cell,
            Ok(None) => break,
            Err(error) => {
                troubles.push(broken(row.unwrap_or(0) + 1, error.to_string()));
                break;
            }
        };
        let (at, column) = cell.get_position();
        let text = text(cell.get_value());
        if text.is_empty() || column as usize >= COLUMNS_MAX {
            continue;
        }
        let next = row.map_or(0, |row| row + 1);
        if row.is_some_and(|row| at < row) || at as usize > ROWS_MAX || at > next.saturating_add(EMPTY_ROWS_MAX) {
            troubles.push(broken(at.saturating_add(1), text));
            break;
        }
        if row != Some(at) {
            let made = (next..=at).all(|empty| cells.row(empty + 1));
            if !made {
                troubles.push(broken(at + 1, text));
                break;
            }
            (row, width) = (Some(at), 0);
        }
        if (column as usize) < width {
            continue;
        }
        (width..column as usize).for_each(|_| cells.cell(""));
        cells.cell(&text);
        width = column as usize + 1;
    }
    (cells, troubles)
}

/// A cell as text; a date as `2019-03-14`, whatever way it is shown in.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) => text.clone(),
        DataRef::SharedString(text) => text[..text.floor_char_boundary(CELL_BYTES_MAX)].to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(is) => is.to_string(),
        DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => text.clone(),
        DataRef::DateTime(when) if when.is_datetime() && when.as_f64() >= 1.0 => {
            let (year, month, day, hour, minute, ..) = when.to_ymd_hms_milli();
            let time = if hour == 0 && minute == 0 { String::new() } else { format!(" {hour:02}:{minute:02}") };
            format!("{year:04}-{month:02}-{day:02}{time}")
        }
        DataRef::DateTime(length) => length.as_f64().to_string(),
        DataRef::Error(error) => error.to_string(),
    }
}
