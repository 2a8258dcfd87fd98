//! What a person is shown of an import of units and what they answer, as it travels between the page and the worker.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// What was found in the files.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Found {
    /// The tables: a CSV file, or a sheet of a workbook.
    pub tables: Vec<FoundTable>,
    /// Files in which there is no table, by their names.
    pub unread: Vec<String>,
}

/// A table.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FoundTable {
    /// Names it: the file, and the sheet in it.
    pub place: String,
    /// The row of the header, as a spreadsheet numbers it.
    pub header_row: u32,
    /// Rows below it that have anything in them.
    pub rows: u32,
    /// Whether any column names the units; without one nothing of it comes.
    pub has_numbers: bool,
    /// Its columns.
    pub columns: Vec<FoundColumn>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FoundColumn {
    /// Its header.
    pub name: String,
    /// The first few texts in it.
    pub samples: Vec<String>,
    /// What it becomes: the name of a field of a unit, `building`, `area`, `installed:geyser`, `make:geyser`, `certificate:electrical`, `note` or `none`.
    pub target: String,
}

/// How quotas are meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum QuotaForm {
    /// Per cent: 2.0833.
    Percent,
    /// Parts of one: 0.020833, as a spreadsheet keeps a cell that it shows as per cent.
    Fraction,
    /// Worked out from floor areas, square metres.
    Area,
}

/// What a person says.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// What columns become, by table and header, where a person says otherwise.
    #[serde(default)]
    pub targets: BTreeMap<String, BTreeMap<String, String>>,
    /// Tables that are left out.
    #[serde(default)]
    pub without: BTreeSet<String>,
    /// Doubtful rows that come all the same, by [`Row::key`].
    #[serde(default)]
    pub wanted: BTreeSet<String>,
}

/// What would become of a row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// A unit that is not there yet.
    New,
    /// One that is there, and these fields of it.
    Changed(Vec<String>),
    /// One that is there and says the same.
    Same,
    /// It takes a person to say; it comes only where they switch it on.
    Doubtful(Doubt),
    /// It is no unit.
    Left(Left),
}

/// Why a row is doubtful.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The same unit stands in that row already; with its table, where that is another.
    Twice(String),
    /// The scheme has the number in several buildings, and the row names none.
    Several,
}

/// Why a row is no unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Left {
    /// It names no unit.
    NoNumber,
    /// It is a sum.
    Total,
    /// It is the header once more, or a heading above some units.
    Heading,
    /// The number is a formula, not what it comes to.
    Formula,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Names it, for [`Answers::wanted`]: the table and the row.
    pub key: String,
    /// The row, as a spreadsheet numbers it.
    pub row: u32,
    /// The unit; of a row that is none, what it says.
    pub title: String,
    /// Its building.
    pub building: String,
    /// What would become of it.
    pub outcome: Outcome,
}

/// What is not as it should be in a cell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// The table.
    pub place: String,
    /// The row.
    pub row: u32,
    /// The header of the column.
    pub column: String,
    /// What.
    pub code: ProblemCode,
    /// The text, which is kept in the notes.
    pub text: String,
}

/// What is wrong with a cell. Its text is kept in the notes of the unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// No quota that can be read.
    Quota,
    /// No date that can be read.
    Date,
    /// No address for mail.
    Email,
    /// Longer than the field may be.
    TooLong,
    /// A formula, not what it comes to.
    Formula,
    /// The file is cut off there, or broken.
    CutOff,
}

/// What the quotas of the scheme would come to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quotas {
    /// Ten-thousandths of a per cent more than 100 %; less where negative.
    pub off: i64,
    /// As near as quotas can be of which each was rounded.
    pub is_rounding: bool,
    /// How they were read; none where the sheets have none.
    pub form: Option<QuotaForm>,
    /// Units without a quota.
    pub without: u32,
    /// Whether any unit has one.
    pub any: bool,
}

/// What would become of the scheme.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// Units that are made.
    pub new: u32,
    /// Units that are changed.
    pub changed: u32,
    /// Units that stay.
    pub same: u32,
    /// Doubtful rows.
    pub doubtful: u32,
    /// Rows that are no unit.
    pub left: u32,
    /// Buildings that are made, by their names.
    pub buildings: Vec<String>,
    /// Units of which a logbook is begun, with systems or certificates in it.
    pub logbooks: u32,
    /// Rows whose building was taken from a row above, as cells that were merged have it.
    pub carried: u32,
    /// Rows, the doubtful ones first; at most [`ROWS_MAX`].
    pub rows: Vec<Row>,
    /// What is not as it should be; at most [`ROWS_MAX`].
    pub problems: Vec<Problem>,
    /// How many of those there are.
    pub problems_count: u32,
    /// What quotas would come to.
    pub quotas: Quotas,
}

/// Rows that a preview shows.
pub const ROWS_MAX: usize = 400;
