//! Taking a home, or a scheme, out as an archive.

use crate::blob::BlobWriter;
use archive::revision::{Revision, waiting};
use archive::{Deal, Home, MemberNote, NamedFile, Trouble, Writer, files};
use model::{Edit, FileHash, Instant, Record};
use serde::Deserialize;
use std::collections::HashSet;
use std::io::Cursor;
use wasm_bindgen::prelude::*;
use web_sys::Blob;
use words::Language;

/// An archive that is being written.
#[wasm_bindgen]
pub struct Taking {
    home: Home,
    made: Instant,
    language: Language,
    changes: Vec<Revision>,
    files: Vec<NamedFile>,
    writer: Option<Writer<BlobWriter>>,
}

#[wasm_bindgen]
impl Taking {
    /// Of the home in the space `space`, whose `members` are told in JSON (`archive::MemberNote`).
    #[wasm_bindgen(constructor)]
    pub fn new(space: &str, members: &str, made_ms: f64, language: &str) -> Result<Self, JsError> {
        let space = space.parse().map_err(|_| JsError::new("a space is named by its id"))?;
        let members: Vec<MemberNote> = serde_json::from_str(members)?;
        let home = Home { space, members, ..Home::default() };
        let (made, language) = (Instant(made_ms as i64), Language::of_tag(language));
        Ok(Self { home, made, language, changes: Vec::new(), files: Vec::new(), writer: None })
    }

    /// Takes note of records that the home has.
    pub fn know(&mut self, records: &str) -> Result<(), JsError> {
        self.home.records.extend(serde_json::from_str::<Vec<Record>>(records)?);
        Ok(())
    }

    /// Takes note of a deal of the home, with all of its records.
    pub fn know_deal(&mut self, space: &str, records: &str) -> Result<(), JsError> {
        let space = space.parse().map_err(|_| JsError::new("a space is named by its id"))?;
        self.home.deals.push(Deal { space, records: serde_json::from_str(records)? });
        Ok(())
    }

    /// Takes note of what waits on this device: records as the server has them, and edits. It comes after all pages of changes; without it the history is
    /// not at hand.
    pub fn know_waiting(&mut self, bases: &str, edits: &str) -> Result<(), JsError> {
        let (bases, edits): (Vec<Record>, Vec<Edit>) = (serde_json::from_str(bases)?, serde_json::from_str(edits)?);
        let mut revisions = std::mem::take(&mut self.changes);
        revisions.extend(waiting(&bases, &edits));
        self.home.revisions = Some(revisions);
        Ok(())
    }

    /// Takes note of a page of how records came to be as they are (`wire::space::Changes`). Gives the number after which the next page begins; nothing after
    /// the last.
    pub fn know_changes(&mut self, page: &str) -> Result<String, JsError> {
        #[derive(Deserialize)]
        struct Page {
            changes: Vec<Revision>,
            more: bool,
        }
        let Page { changes, more } = serde_json::from_str(page)?;
        let next = changes.last().filter(|_| more).map(|last| last.rev.to_string());
        self.changes.extend(changes);
        Ok(next.unwrap_or_default())
    }

    /// The files that the records name (`archive::NamedFile`).
    pub fn files(&mut self) -> Result<String, JsError> {
        // Of a scheme it is worked out anew how its units stand.
        self.home = std::mem::take(&mut self.home).without_worked_out();
        self.files = files(&self.home);
        Ok(serde_json::to_string(&self.files)?)
    }

    /// Writes everything but the files. `have` are the hashes of those that will follow.
    pub fn begin(&mut self, have: &str) -> Result<(), JsError> {
        let have: HashSet<FileHash> = serde_json::from_str(have)?;
        let words = self.language.words();
        let writer = Writer::begin(BlobWriter::default(), &self.home, self.made, words, &|hash| have.contains(&hash));
        self.writer = Some(writer?);
        // What was written need not be held.
        (self.home.records, self.home.revisions) = (Vec::new(), None);
        Ok(())
    }

    /// Writes a file.
    pub fn file(&mut self, hash: &str, content: &[u8]) -> Result<(), JsError> {
        let hash: FileHash = hash.parse().map_err(|_| JsError::new("a file is named by its hash"))?;
        let (Some(file), Some(writer)) = (self.files.iter().find(|file| file.hash == hash), &mut self.writer) else {
            return Err(JsError::new("the archive has no such file"));
        };
        match writer.file(file, &mut Cursor::new(content)) {
            // A reader will tell it as damaged.
            Ok(()) | Err(Trouble::Damaged(_)) => Ok(()),
            Err(trouble) => Err(trouble.into()),
        }
    }

    /// The archive.
    pub fn finish(&mut self) -> Result<Blob, JsError> {
        let writer = self.writer.take().ok_or_else(|| JsError::new("nothing was begun"))?;
        Ok(writer.finish()?.finish("application/zip")?)
    }
}
