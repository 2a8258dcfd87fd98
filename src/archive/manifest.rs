//! What stands first in an archive: what it is, of when, and how much is in it.

use crate::home::MemberNote;
use crate::trouble::Trouble;
use model::access::Sort;
use model::{FileHash, Instant, SpaceId};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Its name in the archive.
pub const NAME: &str = "manifest.json";

/// The schema that this build writes, and the newest that it reads. It rises when a reader of the one before would lose something.
pub const SCHEMA: u32 = 2;

/// What says that a file is an archive of a home.
const CODESSA: &str = "archive";

/// The manifest.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    /// What the file is: always `archive`.
    pub codessa: String,
    /// How its data are written.
    pub schema: u32,
    /// When it was made.
    pub made: Instant,
    /// What made it.
    #[serde(default)]
    pub by: String,
    /// The space of the home.
    pub space: SpaceId,
    /// Whether it is a home, or a scheme of many.
    #[serde(default, skip_serializing_if = "is_home")]
    pub sort: Sort,
    /// What the home is called.
    #[serde(default)]
    pub home: String,
    /// How many records there are, by kind.
    #[serde(default)]
    pub counts: BTreeMap<String, u64>,
    /// How many revisions of records that were changed.
    #[serde(default)]
    pub revisions: RevisionCount,
    /// How many deals.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub deals: u64,
    /// How many files.
    #[serde(default)]
    pub files: FileCount,
    /// Who was in the home.
    #[serde(default)]
    pub members: Vec<MemberNote>,
}

/// How many revisions there are.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct RevisionCount {
    /// Revisions that are in the archive.
    #[serde(default)]
    pub count: u64,
    /// Whether they are all: false where the server that has them was not at hand.
    #[serde(default)]
    pub whole: bool,
}

/// How many files there are.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FileCount {
    /// Files that are in the archive.
    #[serde(default)]
    pub count: u64,
    /// Bytes of them all.
    #[serde(default)]
    pub bytes: u64,
    /// Files that records name and that were not at hand.
    #[serde(default)]
    pub missing: Vec<FileHash>,
}

fn is_home(sort: &Sort) -> bool {
    *sort == Sort::Home
}

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Manifest {
    /// One that says what it is, of an archive that this build makes.
    pub(crate) fn new(space: SpaceId, made: Instant) -> Self {
        let by = concat!("codessa ", env!("CARGO_PKG_VERSION")).to_owned();
        let (codessa, counts, files) = (CODESSA.to_owned(), BTreeMap::new(), FileCount::default());
        let (home, revisions, members) = (String::new(), RevisionCount::default(), Vec::new());
        let sort = Sort::Home;
        Self { codessa, schema: SCHEMA, made, by, space, sort, home, counts, revisions, deals: 0, files, members }
    }

    /// As it stands in the archive: laid out for people.
    pub(crate) fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("a manifest is always writable");
        text.push('\n');
        text
    }

    /// Reads one. Fields that this build does not know are passed over.
    ///
    /// # Errors
    /// `NotArchive` where it is none; `Newer` where its schema is newer than this build, whatever else it says.
    pub(crate) fn read(text: &[u8]) -> Result<Self, Trouble> {
        #[derive(Deserialize)]
        struct Mark {
            codessa: String,
            schema: u32,
        }
        let mark: Mark = serde_json::from_slice(text).map_err(|_| Trouble::NotArchive)?;
        if mark.codessa != CODESSA || mark.schema == 0 {
            return Err(Trouble::NotArchive);
        }
        if mark.schema > SCHEMA {
            return Err(Trouble::Newer { schema: mark.schema, known: SCHEMA });
        }
        serde_json::from_slice(text).map_err(|_| Trouble::NotArchive)
    }
}
