//! What can go wrong: with an archive as a whole, with one line of it, with one file of it.

use model::FileHash;
use serde::Serialize;
use std::{fmt, io};
use words::Words;

pub use unzip::Danger;

/// Why an archive cannot be written, or cannot be read at all.
#[derive(Debug)]
pub enum Trouble {
    /// The bytes could not be read or written.
    Io(io::Error),
    /// It is no zip.
    NotZip,
    /// It is the beginning of a zip: the rest was cut off.
    CutOff,
    /// It is a zip that contradicts itself or was made to harm.
    Unsafe(Danger),
    /// It is a zip, and no archive of a home.
    NotArchive,
    /// It was made by a newer version.
    Newer {
        /// The schema that it has.
        schema: u32,
        /// The newest that this build reads.
        known: u32,
    },
    /// The content of a file that was to be written is not what its hash says. It stands in the archive as it came, and a reader will tell it as
    /// damaged; the writer may go on.
    Damaged(FileHash),
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<unzip::Trouble> for Trouble {
    fn from(trouble: unzip::Trouble) -> Self {
        match trouble {
            unzip::Trouble::Io(error) => Self::Io(error),
            unzip::Trouble::NotZip => Self::NotZip,
            unzip::Trouble::CutOff => Self::CutOff,
            unzip::Trouble::Unsafe(danger) => Self::Unsafe(danger),
        }
    }
}

impl Trouble {
    /// What a person is told of it.
    pub fn told(&self, words: &Words) -> String {
        let said = words.archive();
        match self {
            Self::Io(_) => said.unread.to_owned(),
            Self::NotZip => said.not_zip.to_owned(),
            Self::CutOff => said.cut_off.to_owned(),
            Self::Unsafe(_) => said.not_safe.to_owned(),
            Self::NotArchive => said.not_archive.to_owned(),
            Self::Newer { schema, known } => (said.newer)(*schema, *known),
            Self::Damaged(hash) => (said.damaged)(&hash.to_string()),
        }
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "reading or writing failed: {error}"),
            Self::NotZip => f.write_str("this is no zip file"),
            Self::CutOff => f.write_str("the zip file is cut off"),
            Self::Unsafe(danger) => write!(f, "the zip file is not safe to read: {danger:?}"),
            Self::NotArchive => f.write_str("this zip file is no archive of a home"),
            Self::Newer { schema, known } => {
                write!(
                    f,
                    "the archive has schema {schema}, made by a newer version; this one reads up to schema {known}"
                )
            }
            Self::Damaged(hash) => write!(f, "file {hash} is not what its hash says"),
        }
    }
}

impl std::error::Error for Trouble {}

/// A line, or the rest of a file, that could not be read. The import goes on without it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Damage {
    /// The file: `data/entry.jsonl`.
    pub file: String,
    /// The line, from 1; 0 for the file as a whole.
    pub line: u64,
    /// Why.
    pub why: DamageCode,
}

/// Why a line could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum DamageCode {
    /// It is not UTF-8.
    NotText,
    /// It is not JSON, or nested too deeply.
    NotJson,
    /// It is JSON, and no record.
    NotRecord,
    /// It is no revision of a record.
    NotRevision,
    /// A record of that id was read before.
    Twice,
    /// It is longer than [`crate::read::LINE_BYTES_MAX`].
    TooLong,
    /// Here the file breaks off: what follows cannot be unpacked.
    BrokenOff,
    /// What was read is not what was written, by its checksum. The lines before were taken as they are.
    Checksum,
    /// The file is larger than [`crate::read::DATA_BYTES_MAX`]; what follows was not read.
    TooLarge,
    /// The file is not safe to read: packed so tightly that it can only be meant to harm.
    Bomb,
}

/// Why a file did not come out of an archive.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileTrouble {
    /// It is not in it.
    Missing,
    /// It is larger than a file may be.
    TooLarge,
    /// It is not what its hash says, or cannot be unpacked.
    Damaged,
}
