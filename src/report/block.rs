//! A report, part by part. Every text is as people read it; an empty one is not there.

use crate::age::{Ring, State};
use crate::left_out::LeftOut;
use crate::wish::Part;
use model::{FileHash, FileRef};
use serde::Serialize;

/// A report.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Report {
    /// BCP 47 tag of its language.
    pub language: &'static str,
    /// What stands first.
    pub cover: Cover,
    /// Above the list of sections.
    pub inside: &'static str,
    /// What it leaves out.
    pub left_out: LeftOut,
    /// Its sections, in the order in which they are read.
    pub sections: Vec<Section>,
    /// What the document is and is not.
    pub foot: &'static str,
}

/// What stands first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Cover {
    /// What the document is.
    pub title: &'static str,
    /// The home.
    pub home: String,
    /// Where it is.
    pub street: String,
    /// Over which time, and how many entries.
    pub span: String,
    /// By what entries were chosen.
    pub only: String,
    /// When it was made, and by whom.
    pub made: String,
}

/// A section under its heading.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Section {
    /// Which.
    pub part: Part,
    /// Its heading.
    pub title: &'static str,
    /// How many things it tells of.
    pub count: String,
    /// What is in it.
    pub blocks: Vec<Block>,
}

/// What a section is made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(tag = "block", rename_all = "snake_case")]
pub enum Block {
    /// In place of what is not there.
    Nothing {
        /// The text.
        text: &'static str,
    },
    /// Below what it is about.
    Note {
        /// The text.
        text: &'static str,
    },
    /// A heading within a section.
    Group {
        /// The text.
        text: &'static str,
    },
    /// Names and values.
    Facts {
        /// The lines.
        facts: Vec<Fact>,
    },
    /// A system.
    System(Box<SystemCard>),
    /// The entries.
    Timeline(Timeline),
    /// Figures as bars, and the same as a table.
    Chart(Chart),
    /// A table.
    Table(Table),
}

impl Block {
    /// The photos in it.
    pub fn photos(&self) -> Vec<&Photo> {
        match self {
            Self::System(card) => card.shut_off.iter().collect(),
            Self::Timeline(timeline) => {
                timeline.years.iter().flat_map(|year| &year.entries).flat_map(|entry| &entry.photos).collect()
            }
            _ => Vec::new(),
        }
    }
}

/// A name and its value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Fact {
    /// What it is.
    pub name: &'static str,
    /// What is known, a line or several.
    pub lines: Vec<String>,
    /// Beside the value, small.
    pub note: String,
}

impl Fact {
    /// A value in a line.
    pub fn new(name: &'static str, value: impl Into<String>) -> Self {
        Self { name, lines: vec![value.into()], note: String::new() }
    }

    /// A value that is only said where it is known.
    pub fn known(name: &'static str, value: impl Into<String>) -> Option<Self> {
        let value = value.into();
        (!value.is_empty()).then(|| Self::new(name, value))
    }

    /// Several lines as the value of one name; none where there are none.
    pub fn several(name: &'static str, lines: Vec<String>) -> Option<Self> {
        (!lines.is_empty()).then(|| Self { name, lines, note: String::new() })
    }

    /// With a note beside it.
    #[must_use]
    pub fn noted(self, note: impl Into<String>) -> Self {
        Self { note: note.into(), ..self }
    }
}

/// How something stands: in colour and in words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Status {
    /// How that is to be taken.
    pub state: State,
    /// The same in a word or two.
    pub word: &'static str,
    /// The figures behind it.
    pub reason: String,
}

/// A system.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SystemCard {
    /// What it is called.
    pub name: String,
    /// How it stands in its life; none of one that is out of use.
    pub status: Option<Status>,
    /// The same as a ring.
    pub ring: Option<Ring>,
    /// What it is and where.
    pub identity: Vec<Fact>,
    /// How old it is, and what stands for it.
    pub standing: Vec<Fact>,
    /// Anything else.
    pub notes: String,
    /// Where it shuts off, as a picture; none where photos are not told.
    pub shut_off: Option<Photo>,
}

/// The entries, year by year, newest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Timeline {
    /// What the table is of.
    pub caption: &'static str,
    /// Heads of its columns of words.
    pub columns: Vec<&'static str>,
    /// Head of its amounts; none where they are hidden.
    pub cost: Option<&'static str>,
    /// The years.
    pub years: Vec<Year>,
    /// The sum of all: its name, and the amount where amounts are shown.
    pub total: Option<Line>,
}

/// A name and what stands at its end.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Line {
    /// The name.
    pub name: String,
    /// The amount.
    pub figure: String,
}

/// A year of entries.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Year {
    /// "2026, 14 entries".
    pub head: String,
    /// What they cost; none where amounts are hidden.
    pub cost: Option<String>,
    /// Its entries.
    pub entries: Vec<TimelineEntry>,
}

/// An entry as a report tells it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineEntry {
    /// When.
    pub date: String,
    /// What it was.
    pub title: String,
    /// "Fault · still open · amended".
    pub kind: String,
    /// Notes and parts used.
    pub notes: String,
    /// The systems that it concerns.
    pub systems: String,
    /// Who did it; none where names are hidden.
    pub by: Option<String>,
    /// What it cost; none where amounts are hidden.
    pub cost: Option<String>,
    /// Its photos.
    pub photos: Vec<Photo>,
}

/// A photo of an entry or a system.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Photo {
    /// Its content.
    pub hash: FileHash,
    /// What it shows, as its people wrote it.
    pub caption: String,
    /// What it shows for who does not see it: the caption, else the name of the file.
    pub described: String,
    /// Its file, for who has it.
    #[serde(skip)]
    pub file: FileRef,
}

impl Photo {
    /// The photo that a file is.
    pub fn of(file: &FileRef) -> Self {
        let described = if file.caption.is_empty() { &file.name } else { &file.caption };
        Self { hash: file.hash, caption: file.caption.clone(), described: described.clone(), file: file.clone() }
    }
}

/// Figures as bars, and the same as a table.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Chart {
    /// What the bars show.
    pub caption: &'static str,
    /// The bars.
    pub bars: Vec<Bar>,
    /// The same in figures.
    pub table: Table,
}

/// A bar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Bar {
    /// What it is of.
    pub name: String,
    /// How much that is.
    pub figure: String,
    /// The same as thousandths of the longest.
    pub share_permille: u32,
}

/// A table. A row has a name and as many cells as there are columns beside the first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Table {
    /// What it is of.
    pub caption: &'static str,
    /// Heads of its columns.
    pub columns: Vec<Column>,
    /// Its rows.
    pub rows: Vec<Row>,
    /// The last row, which sums up.
    pub total: Option<Row>,
    /// A list of things, each of which may stand alone where there is little room; else figures that are compared.
    pub list: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Column {
    /// Its head.
    pub name: &'static str,
    /// Whether it is of figures.
    pub figures: bool,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Row {
    /// What it is of.
    pub name: String,
    /// The other cells.
    pub cells: Vec<String>,
}

impl Column {
    /// A column of words.
    pub fn words(name: &'static str) -> Self {
        Self { name, figures: false }
    }

    /// A column of figures.
    pub fn figures(name: &'static str) -> Self {
        Self { name, figures: true }
    }
}
