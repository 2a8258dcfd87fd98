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
    let kinds = kinds(sheet, reading);
    let made = |at: usize, wanted: Rows| -> Option<Row<'_>> {
        if kinds.get(at).copied().unwrap_or(reading.rows) != wanted {
            return None;
        }
        let mut row = sheet.row(reading, at)?;
        (form.tidy)(&mut row, words);
        Some(row)
    };
    let has = |rows: Rows| reading.rows == rows || kinds.contains(&rows);
    // Zones come first: things lie in them.
    if has(Rows::Zone) {
        row::zone::read(count, to, &|at| made(at, Rows::Zone));
    }
    for rows in [Rows::Auto, Rows::Item, Rows::System].into_iter().filter(|rows| has(*rows)) {
        row::thing::read(count, rows, to, &|at| made(at, rows), &mut |at, ident, to| {
            if let Some((after, row)) = form.after.zip(made(at, rows)) {
                after(&row, ident, to);
            }
        });
    }
    for at in 0..count {
        let rows = kinds.get(at).copied().unwrap_or(reading.rows);
        if rows.are_things() || rows == Rows::Zone {
            continue;
        }
        match (rows, made(at, rows)) {
            (Rows::Contact, Some(row)) => row::contact::read(row, to),
            (Rows::Warranty, Some(row)) => row::warranty::read(row, to),
            (Rows::Task, Some(row)) => row::task::read(row, to),
            (Rows::Entry, Some(row)) => row::entry::read(row, form.entry, to),
            _ => {}
        }
    }
}

/// What each row becomes, where not all become the same; else nothing.
fn kinds(sheet: &Sheet, reading: &Reading) -> Vec<Rows> {
    if !sheet.form.is_mixed {
        return Vec::new();
    }
    // Whether a row is of another kind is asked of it as it stands.
    let other = |at| sheet.row(reading, at).and_then(|row| (sheet.form.other)(&row));
    (0..sheet.table.len()).map(|at| other(at).unwrap_or(reading.rows)).collect()
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
