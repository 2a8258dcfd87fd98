//! The files that records name, and where each of them lies in an archive.

use crate::home::{Home, Telling};
use crate::name::readable;
use model::{Body, FileHash, FileRef};
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// A file that a record names.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct NamedFile {
    /// SHA-256 of its content.
    pub hash: FileHash,
    /// Media type, as the record has it.
    pub media: String,
    /// Its name, as the record has it; the first in order where several records have several.
    pub name: String,
    /// Where it lies in the archive: `files/<hash>/<readable name>`. Never a path on a disk: one that was read from an archive says what its maker wanted.
    pub path: String,
    /// Bytes, as the record has them.
    pub size: u64,
}

/// Every file that the records of the home and of its deals name, each once, in the order of their hashes.
pub fn files(home: &Home) -> Vec<NamedFile> {
    all(&Telling::of(home))
}

/// The same of what is told.
pub(crate) fn all(telling: &Telling) -> Vec<NamedFile> {
    named(telling.bodies().chain(telling.bodies_of_deals()))
}

/// Every file that bodies name.
pub(crate) fn named<'a>(bodies: impl Iterator<Item = &'a Body>) -> Vec<NamedFile> {
    let mut found = BTreeMap::new();
    for body in bodies.filter(|body| body.text().contains("\"hash\"")) {
        body.open().values().for_each(|value| find(value, &mut found));
    }
    found.into_values().collect()
}

/// Files look alike in every kind: an object with a hash and a size.
fn find(value: &Value, found: &mut BTreeMap<FileHash, NamedFile>) {
    match value {
        Value::Array(values) => values.iter().for_each(|value| find(value, found)),
        Value::Object(fields) => {
            if fields.contains_key("hash")
                && let Ok(FileRef { hash, name, media, size, .. }) = serde_json::from_value(value.clone())
            {
                let path = path(hash, &name);
                let file = NamedFile { hash, media, name, path, size };
                let first = found.entry(hash).or_insert_with(|| file.clone());
                let order = |file: &NamedFile| (file.name.clone(), file.media.clone(), file.size);
                if order(&file) < order(first) {
                    *first = file;
                }
            }
            fields.values().for_each(|value| find(value, found));
        }
        _ => {}
    }
}

/// Where a file of that content and name lies.
pub(crate) fn path(hash: FileHash, name: &str) -> String {
    format!("files/{hash}/{}", readable(name))
}
