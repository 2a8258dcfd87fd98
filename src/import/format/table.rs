//! Any table: its rows by what they become.

use crate::column::{Rows, Target};
use crate::gather::Gather;
use crate::row::{self, Row};
use crate::sheet::{Reading, Sheet};
use crate::text::{fold, normal, one_line};

/// Reads all rows of a table.
pub(crate) fn read(sheet: &Sheet, reading: &Reading, to: &mut Gather<'_>) {
    sheet.troubles(to);
    let (form, count) = (sheet.form, sheet.table.len());
    let words = to.settings.words.import();
    let made = |at: usize, wanted: Rows| -> Option<Row<'_>> {
        let mut row = sheet.row(reading, at)?;
        // Whether a row is of another kind is asked of it as it stands.
        let own = (form.other)(&row).unwrap_or(reading.rows);
        (form.tidy)(&mut row, words);
        (own == wanted).then_some(row)
    };
    // Zones come first: things lie in them.
    if has(sheet, reading, Rows::Zone) {
        row::zone::read(count, to, &|at| made(at, Rows::Zone));
    }
    for rows in [Rows::Auto, Rows::Item, Rows::System].into_iter().filter(|rows| has(sheet, reading, *rows)) {
        row::thing::read(count, rows, to, &|at| made(at, rows), &mut |at, ident, to| {
            if let Some(row) = made(at, rows) {
                (form.after)(&row, ident, to);
            }
        });
    }
    for at in 0..count {
        for rows in [Rows::Contact, Rows::Warranty, Rows::Task, Rows::Entry] {
            let Some(row) = made(at, rows) else { continue };
            match rows {
                Rows::Contact => row::contact::read(row, to),
                Rows::Warranty => row::warranty::read(row, to),
                Rows::Task => row::task::read(row, to),
                _ => row::entry::read(row, form.entry, to),
            }
            break;
        }
    }
}

/// Whether a table has rows of that kind.
fn has(sheet: &Sheet, reading: &Reading, rows: Rows) -> bool {
    if reading.rows == rows {
        return true;
    }
    let other = |at| sheet.row(reading, at).and_then(|row| (sheet.form.other)(&row));
    sheet.form.is_mixed && (0..sheet.table.len()).any(|at| other(at) == Some(rows))
}

/// Names of things, folded, that the rows of a table of events name: such things are systems.
pub(crate) fn wanted(sheet: &Sheet, reading: &Reading, to: &mut Gather<'_>) {
    if reading.rows.are_things() || reading.rows == Rows::Zone {
        return;
    }
    for (column, _) in reading.targets.iter().enumerate().filter(|(_, target)| **target == Target::System) {
        to.wanted.extend(sheet.table.column(column).map(|text| fold(&one_line(&normal(text)))));
    }
}
