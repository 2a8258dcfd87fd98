//! The maintenance plan of a scheme as a PDF and as a workbook.

use super::reader;
use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::Scope;
use bytes::Bytes;
use model::Record;
use model::date::HOME_AHEAD_MINUTES;
use report::Sheet;
use report::estate::{Datum, Leaf, leaves};
use rust_xlsxwriter::{Format, Workbook, XlsxError};
use words::Words;

/// Characters in a cell: a workbook takes no more than 32 767.
const CHARACTERS_MAX: usize = 32_000;

/// The plan of a scheme as a PDF, as it stands now.
///
/// # Errors
/// `NotFound` where the space is of no scheme, `NotOffered` where this server makes no PDF, `Busy` where another is being made for them, or others for long.
pub async fn plan(app: &App, scope: &Scope, principal: &Principal) -> Result<Bytes, Error> {
    let records = app.storage.records(scope).await?;
    let words = reader(app, principal).await?.1;
    let sheet = sheet(app, records, words).await?;
    let _place = app.press.enter(principal.account.0)?;
    app.press.print(sheet).await
}

/// What is printed of the plan that these records make, whoever reads it.
///
/// # Errors
/// `NotFound` where they are of no scheme.
pub async fn sheet(app: &App, records: Vec<Record>, words: &'static Words) -> Result<Sheet, Error> {
    let today = app.clock.now().date(HOME_AHEAD_MINUTES);
    let made = tokio::task::spawn_blocking(move || report::estate::plan(&records, words, today, None));
    let made = made.await.map_err(Error::broken)?.ok_or_else(Error::not_found)?;
    let report = serde_json::to_vec(&made).map_err(Error::broken)?;
    Ok(Sheet { report, replaced: words.print().left_out.letters.to_owned(), ..Sheet::default() })
}

/// The plan of a scheme as a workbook, as it stands now.
///
/// # Errors
/// `NotFound` where the space is of no scheme.
pub async fn workbook(app: &App, scope: &Scope, principal: &Principal) -> Result<Bytes, Error> {
    let records = app.storage.records(scope).await?;
    let words = reader(app, principal).await?.1;
    let today = app.clock.now().date(HOME_AHEAD_MINUTES);
    let made = tokio::task::spawn_blocking(move || Some(written(&leaves(&records, words, today)?)));
    let made = made.await.map_err(Error::broken)?.ok_or_else(Error::not_found)?;
    made.map(Bytes::from).map_err(Error::broken)
}

/// The leaves as the bytes of a workbook: amounts are numbers, and words are never formulas.
fn written(leaves: &[Leaf]) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let head = Format::new().set_bold();
    let formats = Formats {
        cents: Format::new().set_num_format("#,##0.00"),
        rate: Format::new().set_num_format("0.00%"),
        quota: Format::new().set_num_format("0.0000%"),
    };
    for leaf in leaves {
        let sheet = workbook.add_worksheet().set_name(leaf.name)?;
        sheet.set_freeze_panes(1, 1)?;
        for (column, name) in (0..).zip(&leaf.heads) {
            sheet.write_string_with_format(0, column, *name, &head)?;
        }
        for (row, cells) in (1..).zip(&leaf.rows) {
            for (column, datum) in (0..).zip(cells) {
                write(sheet, (row, column), datum, &formats)?;
            }
        }
        sheet.autofit();
    }
    workbook.save_to_buffer()
}

struct Formats {
    cents: Format,
    rate: Format,
    quota: Format,
}

fn write(
    sheet: &mut rust_xlsxwriter::Worksheet,
    (row, column): (u32, u16),
    datum: &Datum,
    formats: &Formats,
) -> Result<(), XlsxError> {
    match datum {
        Datum::Nothing => {}
        Datum::Text(text) => {
            let text: String = text.chars().take(CHARACTERS_MAX).collect();
            sheet.write_string(row, column, text)?;
        }
        Datum::Whole(number) => {
            sheet.write_number(row, column, *number as f64)?;
        }
        Datum::Cents(cents) => {
            sheet.write_number_with_format(row, column, *cents as f64 / 100.0, &formats.cents)?;
        }
        Datum::Rate(basis_points) => {
            sheet.write_number_with_format(row, column, *basis_points as f64 / 10_000.0, &formats.rate)?;
        }
        Datum::Quota(parts) => {
            sheet.write_number_with_format(row, column, f64::from(*parts) / 1_000_000.0, &formats.quota)?;
        }
    }
    Ok(())
}
