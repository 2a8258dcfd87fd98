//! What a person is shown of an import and what they answer, as it travels between the page and the worker.

use crate::proposal::{Place, Problem};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What was found in the files.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Found {
    /// The files, in the order in which they were chosen.
    pub files: Vec<FoundFile>,
    /// Tables whose columns can be matched otherwise.
    pub tables: Vec<FoundTable>,
    /// What cannot be guessed.
    pub questions: Vec<Question>,
}

/// A file that was chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundFile {
    /// Its name.
    pub name: String,
    /// Bytes.
    pub size_bytes: u64,
    /// What it was recognised as: the name of a format (`homebox`), `media` for a photo or paper that others of the import name, none if it is nothing that can be
    /// brought in.
    pub format: Option<String>,
    /// Records that it holds, before any question is answered.
    pub rows: u32,
    /// What is wrong with it as a whole.
    pub problem: Option<Problem>,
}

/// A table: a CSV file, or a sheet of a workbook.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FoundTable {
    /// Names it within the import.
    pub place: String,
    /// What it was recognised as.
    pub format: String,
    /// Names the form of the table (format and header), so that what a person chose for it is remembered for the next of that form.
    pub form: String,
    /// Rows below the header.
    pub rows: u32,
    /// What its rows become, and what they could become.
    pub rows_are: String,
    /// The choices for `rows_are`: `item`, `system`, `entry`, `contact`, `warranty`, `task`, `zone`, or `auto` where the reader tells by each row.
    pub rows_can_be: Vec<String>,
    /// Its columns.
    pub columns: Vec<Column>,
}

/// A column of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// The header, as it stands.
    pub name: String,
    /// The first few texts in it that are not empty, cut after 60 characters.
    pub samples: Vec<String>,
    /// The field that it becomes; `note` for a line of the notes, `none` to leave it out.
    pub target: String,
    /// The fields that it could become, for what its table's rows are.
    pub targets: Vec<String>,
}

/// Something that the files do not tell.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "question", rename_all = "snake_case")]
pub enum Question {
    /// Which of day and month comes first. Asked where both readings are possible and differ.
    DateOrder {
        /// Texts as they stand, with the dates that they would be.
        samples: Vec<DateSample>,
        /// What it probably is.
        guess: DateOrder,
    },
    /// Which of comma and point separates the cents. Asked where both readings are possible and differ.
    Decimal {
        /// Texts as they stand, with the cents that they would be, with a comma and with a point.
        samples: Vec<(String, i64, i64)>,
        /// What it probably is.
        guess: Decimal,
    },
    /// Which currency amounts are in that name none.
    Currency {
        /// Texts as they stand.
        samples: Vec<String>,
    },
}

/// A date that can be read in several ways.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateSample {
    /// As it stands.
    pub text: String,
    /// What it would be, in the forms of [`model::PartialDate`].
    pub readings: Vec<(DateOrder, String)>,
}

/// The order of day, month and year in a date of numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DateOrder {
    /// 31/12/2019.
    DayFirst,
    /// 12/31/2019.
    MonthFirst,
    /// 2019/12/31.
    YearFirst,
}

/// What separates the cents.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Decimal {
    /// 1 234,50.
    Comma,
    /// 1,234.50.
    Point,
}

/// What a person answered. What is absent is as it was guessed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Answers {
    /// For all tables that leave it open.
    #[serde(default)]
    pub date_order: Option<DateOrder>,
    /// For all tables that leave it open.
    #[serde(default)]
    pub decimal: Option<Decimal>,
    /// ISO 4217, for amounts that name none.
    #[serde(default)]
    pub currency: Option<String>,
    /// What was chosen for tables, by their `form`.
    #[serde(default)]
    pub tables: BTreeMap<String, TableAnswers>,
}

/// What was chosen for tables of one form.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TableAnswers {
    /// What the rows become.
    #[serde(default)]
    pub rows_are: Option<String>,
    /// Targets of columns, by their names.
    #[serde(default)]
    pub targets: BTreeMap<String, String>,
}

/// What an import would do.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Preview {
    /// How many records of each kind would be what.
    pub counts: BTreeMap<String, Counts>,
    /// Files that would come along.
    pub files: u32,
    /// And their bytes.
    pub files_bytes: u64,
    /// Of each kind and outcome the first rows, at most [`ROWS_MAX`] each; of what is doubtful [`DOUBTS_MAX`].
    pub rows: Vec<PreviewRow>,
    /// The first problems, at most [`PROBLEMS_MAX`].
    pub problems: Vec<Problem>,
    /// How many there are in all.
    pub problems_count: u32,
}

/// Rows of one kind and outcome that a preview shows.
pub const ROWS_MAX: usize = 50;
/// Doubtful rows of one kind that a preview shows: each is for a person to decide.
pub const DOUBTS_MAX: usize = 500;
/// Problems that a preview shows.
pub const PROBLEMS_MAX: usize = 500;

/// How many records would be what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// Made.
    pub new: u32,
    /// Changed.
    pub changed: u32,
    /// Left as they are, for they are the same already.
    pub same: u32,
    /// Waiting for a person's word; left out without it.
    pub doubtful: u32,
}

/// A record that an import proposes, with what would become of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PreviewRow {
    /// Its kind.
    pub kind: String,
    /// What it is called.
    pub title: String,
    /// What would become of it.
    pub outcome: Outcome,
    /// The key of its proposal, by which a person's word on a doubtful one is given.
    pub key: String,
    /// Where it stands.
    pub at: Place,
}

/// What would become of a proposed record.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It is made.
    New,
    /// These fields of the one that is there are changed.
    Changed {
        /// The fields.
        fields: Vec<String>,
    },
    /// The one that is there is the same, or a person has changed it since and the file has not.
    Same,
    /// It is left out unless a person says otherwise.
    Doubtful {
        /// Why.
        why: Doubt,
    },
}

/// Why a proposed record is doubtful.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Doubt {
    /// The home has one that is called the same, which did not come from there.
    Double,
    /// A person deleted or withdrew the one that was brought in before.
    Removed,
    /// A person has changed what the file has changed too. Taking it in overwrites theirs.
    Both,
    /// It, or what it belongs to, was brought in before as an item; the file now says that it is a system.
    WasItem,
    /// It, or what it belongs to, was brought in before as a system; the file now says that it is an item.
    WasSystem,
}
