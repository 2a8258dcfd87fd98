//! What can be wrong with a zip.

use std::{fmt, io};

/// Why a zip, or an entry of it, cannot be read.
#[derive(Debug)]
pub enum Trouble {
    /// The bytes could not be read.
    Io(io::Error),
    /// It is no zip.
    NotZip,
    /// It is the beginning of a zip: the rest was cut off.
    CutOff,
    /// It contradicts itself, is made to harm, or cannot be read here.
    Unsafe(Danger),
}

/// What makes a zip unsafe to read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Danger {
    /// More entries, or a larger directory, than the [limits](crate::Limits) allow.
    TooManyEntries,
    /// Two entries of one name.
    SameName,
    /// Entries that share bytes.
    Overlap,
    /// An entry that is locked with a password.
    Encrypted,
    /// An entry that is packed in a way that is not read here.
    Packing,
    /// What its parts say of each other is not true.
    Contradiction,
    /// Far more would come out of an entry than went in.
    Bomb,
}

impl From<io::Error> for Trouble {
    fn from(error: io::Error) -> Self {
        Self::Io(error)
    }
}

impl From<Danger> for Trouble {
    fn from(danger: Danger) -> Self {
        Self::Unsafe(danger)
    }
}

impl fmt::Display for Trouble {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Io(error) => write!(f, "reading failed: {error}"),
            Self::NotZip => f.write_str("this is no zip file"),
            Self::CutOff => f.write_str("the zip file is cut off"),
            Self::Unsafe(danger) => write!(f, "the zip file is not safe to read: {danger:?}"),
        }
    }
}

impl std::error::Error for Trouble {}
