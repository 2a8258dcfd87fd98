//! Bringing a home back whole, from its archive.

use crate::blob::BlobReader;
use archive::{Archive, Damage, FileTrouble, NamedFile, restore};
use js_sys::{Object, Reflect, Uint8Array};
use model::{Edit, EditKey, FileRef, Record};
use serde_json::json;
use std::vec::IntoIter;
use wasm_bindgen::prelude::*;
use web_sys::Blob;

/// Edits of one piece.
const PIECE_EDITS: usize = 400;

/// A home that is being brought back.
#[wasm_bindgen]
pub struct Restoring {
    archive: Archive<BlobReader>,
    damages: Vec<Damage>,
    edits: Vec<Edit>,
    next: usize,
    files: IntoIter<NamedFile>,
    files_all: usize,
    missing: Vec<String>,
}

#[wasm_bindgen]
impl Restoring {
    /// Opens an archive. The error says what is wrong with it.
    #[wasm_bindgen(constructor)]
    pub fn new(file: Blob) -> Result<Self, JsError> {
        let archive = Archive::open(BlobReader::new(file)?)?;
        let (damages, edits, missing) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self { archive, damages, edits, next: 0, files: Vec::new().into_iter(), files_all: 0, missing })
    }

    /// What it says of itself (`archive::Manifest`).
    pub fn manifest(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(self.archive.manifest())?)
    }

    /// Reads its records, to be written as the import `import`.
    pub fn prepare(&mut self, import: &str) -> Result<(), JsError> {
        let import = import.parse().map_err(|_| JsError::new("an import is named by its record"))?;
        let (records, damages): (Vec<Record>, _) = self.archive.records()?;
        let (revisions, broken) = self.archive.revisions()?;
        let (deals, torn) = self.archive.deals()?;
        let people = self.archive.people()?;
        self.edits = restore(&records, &revisions, &deals, &people, import, &mut || EditKey(uuid::Uuid::new_v4()));
        let files = self.archive.files()?;
        (self.damages, self.next, self.files_all) = (damages, 0, files.len());
        self.damages.extend(broken.into_iter().chain(torn));
        self.files = files.into_iter();
        Ok(())
    }

    /// The next piece: `{file: JSON, content: bytes}` or `{changes: JSON}` (a list of edits), with `done` of `all`; nothing when all was handed over.
    pub fn next(&mut self) -> Result<JsValue, JsError> {
        let told = Object::new();
        let set = |name: &str, value: &JsValue| {
            Reflect::set(&told, &name.into(), value).expect("a plain object takes any property");
        };
        loop {
            if let Some(file) = self.files.next() {
                match self.archive.read(&file) {
                    Ok(content) => {
                        let (hash, size) = (file.hash, content.len() as u64);
                        let named = FileRef { hash, name: file.name, media: file.media, size, ..FileRef::default() };
                        set("file", &serde_json::to_string(&named)?.into());
                        set("content", &Uint8Array::from(content.as_slice()));
                        break;
                    }
                    Err(FileTrouble::Missing | FileTrouble::TooLarge | FileTrouble::Damaged) => {
                        self.missing.push(file.name);
                    }
                }
            } else if self.next < self.edits.len() {
                let end = (self.next + PIECE_EDITS).min(self.edits.len());
                set("changes", &serde_json::to_string(&self.edits[self.next..end])?.into());
                self.next = end;
                break;
            } else {
                return Ok(JsValue::UNDEFINED);
            }
        }
        set("done", &((self.files_all - self.files.len() + self.next) as f64).into());
        set("all", &((self.files_all + self.edits.len()) as f64).into());
        Ok(told.into())
    }

    /// What could not be brought back, once all pieces were handed over: `{files: [name…], lines: [archive::Damage…]}`.
    pub fn missing(&self) -> String {
        json!({"files": self.missing, "lines": self.damages}).to_string()
    }
}
