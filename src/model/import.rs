//! One time that somebody brought records in: from where, how many, and whether it was undone.

use crate::date::Instant;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// An import.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Import {
    /// The format: `homebox`, `warracker`, `table`, `codessa`.
    pub from: String,
    /// Names of the files.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub files: Vec<String>,
    /// When it was begun.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub began: Option<Instant>,
    /// Records that it made.
    pub new: i64,
    /// Records that it changed.
    pub changed: i64,
    /// Taken back by a person: what it made is deleted or withdrawn, what it changed is as before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub undone: Option<bool>,
}

fielded!(Import {
    "from" => from,
    "files" => files,
    "began" => began,
    "new" => new,
    "changed" => changed,
    "undone" => undone,
});

impl Letter for Import {
    const KIND: &'static str = "import";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("from", &self.from);
        check.list("files", &self.files);
        self.files.iter().for_each(|name| check.line("files", name));
        check.within("new", self.new, 0, 10_000_000);
        check.within("changed", self.changed, 0, 10_000_000);
    }
}
