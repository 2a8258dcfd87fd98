//! Records as the files have them: before anybody has looked at what the home has already.

use model::body::Fields;
use serde::{Deserialize, Serialize};

/// A record that a file proposes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Proposal {
    /// The format that it comes from: `homebox`, `table`.
    pub from: &'static str,
    /// What names it within its format, the same in every export of the same thing: `item/3f2a…`, `zone/Garage / Shelf`. Others of the import link to it by that.
    /// Built from the source's own id where it has one, else from what identifies the record (name and serial number, title and date) with a number among equals.
    pub key: String,
    /// The record's kind.
    pub kind: &'static str,
    /// The letter's fields, valid one by one (`model::kind::edit_faults` finds nothing), without links and files. What could not be a field is in the notes.
    pub fields: Fields,
    /// Fields that name other records of the import.
    pub links: Vec<Link>,
    /// Files that belong to it.
    pub files: Vec<Attached>,
    /// Fields that a record of its kind has to have and that the file does not tell: a bound that holds in any case. They are written with a new record,
    /// and say nothing about one that is there.
    pub untold: Vec<&'static str>,
    /// Whether a record of that kind and name which the home has already is the same thing, wherever it came from: zones and contacts are, items are not.
    pub by_name: bool,
    /// Where it stands.
    pub at: Place,
}

/// A field that names records by their keys.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The field.
    pub field: &'static str,
    /// Whether the field holds a list.
    pub many: bool,
    /// The keys.
    pub to: Vec<String>,
}

/// A file that belongs to a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attached {
    /// The field that holds it: `files`, or `file` of a document.
    pub field: &'static str,
    /// What it is called.
    pub name: String,
    /// Where its bytes are.
    pub content: ContentAt,
    /// Bytes.
    pub size_bytes: u64,
    /// Tells its content from another's without reading it: the CRC-32 of a zip entry, else anything that changes with it.
    pub print: String,
}

/// Where the bytes of a file are.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub struct ContentAt {
    /// The number of the file among those that were chosen.
    pub input: usize,
    /// The number of the entry in it, if it is a zip.
    pub entry: Option<usize>,
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Place {
    /// The file, with the sheet or the entry of the zip behind `!` if it has several: `estate.xlsx!Units`.
    pub file: String,
    /// The row as a spreadsheet numbers it, the header being 1; the place in the list of JSON, from 1; 0 where that says nothing.
    pub row: u32,
}

/// Something in a file that is not as it should be. It never stops an import: the record is brought in with what could be read, and its notes
/// say the rest in the file's own words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// Where.
    pub at: Place,
    /// What.
    pub code: ProblemCode,
    /// The column, field or file that it is about.
    pub what: String,
    /// The text as it stands there, cut after 200 characters.
    pub text: String,
}

/// What is not as it should be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProblemCode {
    /// No date that can be read.
    Date,
    /// No date at all, where one has to be.
    Undated,
    /// A date that a home's record cannot name: year 1, year 3000.
    DateRange,
    /// No amount of money that can be read.
    Money,
    /// No number that can be read.
    Number,
    /// Neither yes nor no.
    YesNo,
    /// Longer than such a field may be; all of it is in the notes, cut where even they end.
    TooLong,
    /// What it names is not in the files.
    LinkMissing,
    /// A file that is named and not there.
    FileMissing,
    /// A file that is larger than allowed.
    FileTooLarge,
    /// A file that is there and cannot be read: broken, locked with a password, or made to harm.
    FileBroken,
    /// The row has no name, and nothing of which one could be made. It is left out.
    NoName,
    /// The row has more or fewer cells than the header.
    Cells,
    /// A quote is opened and never closed.
    Quote,
    /// The file is cut off.
    CutOff,
    /// Letters that cannot be read in the file's encoding.
    Letters,
    /// Anything else that was expected there.
    Unexpected,
}
