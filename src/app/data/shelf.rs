//! Living records of one kind, read into letters.

use model::{AccountId, Letter, Record, RecordId, Stamp};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A letter with what its envelope says of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Kept<T> {
    /// The record.
    pub id: RecordId,
    /// What it says.
    pub letter: T,
    /// Whether the server has it.
    pub mark: Mark,
    /// When it was first written.
    pub first: Stamp,
    /// When it was last written.
    pub latest: Stamp,
    /// Who wrote it first; nobody while the server does not have it.
    pub by: Option<AccountId>,
}

/// Whether the server has what this device shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mark {
    /// It has all of it.
    #[default]
    Saved,
    /// Something of it waits to be sent.
    Waiting,
    /// Something of it was refused.
    Refused,
}

/// Records of one kind by id.
pub type Shelf<T> = Arc<BTreeMap<RecordId, Arc<Kept<T>>>>;

impl<T: Letter> Kept<T> {
    /// Reads a record; none if a newer version made it so that it cannot be read here.
    pub fn read(record: &Record, mark: Mark) -> Option<Arc<Self>> {
        let letter = record.body.read().ok()?;
        let (id, first, latest, by) = (record.id, record.stamp, record.latest(), record.by);
        Some(Arc::new(Self { id, letter, mark, first, latest, by }))
    }
}
