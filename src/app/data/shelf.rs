//! Living records of one kind, read into letters.
//!
//! Kinds are kept in one form and told apart where they are looked at, so that keeping a kind more costs the first download nothing.

use model::{AccountId, Letter, Record, RecordId, Stamp};
use std::any::Any;
use std::collections::BTreeMap;
use std::marker::PhantomData;
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

impl<T: Letter> Kept<T> {
    /// Reads a record; none if a newer version made it so that it cannot be read here.
    pub fn read(record: &Record, mark: Mark) -> Option<Arc<Self>> {
        let letter = record.body.read().ok()?;
        let (id, first, latest, by) = (record.id, record.stamp, record.latest(), record.by);
        Some(Arc::new(Self { id, letter, mark, first, latest, by }))
    }
}

/// A [`Kept`] of some kind.
pub(super) type AnyKept = Arc<dyn Any + Send + Sync>;

/// Records of one kind by id, whichever kind it is.
pub(super) type Rows = Arc<BTreeMap<RecordId, AnyKept>>;

/// The record as the kind that its shelf is of.
pub(super) fn typed<T: Send + Sync + 'static>(kept: &AnyKept) -> Arc<Kept<T>> {
    kept.clone().downcast().expect("a shelf holds records of one kind")
}

/// Records of one kind by id. Copies share the records.
#[derive(Clone)]
pub struct Shelf<T> {
    rows: Rows,
    of: PhantomData<fn() -> T>,
}

impl<T: Send + Sync + 'static> Shelf<T> {
    pub(super) fn new(rows: Rows) -> Self {
        Self { rows, of: PhantomData }
    }

    /// The record under `id`.
    pub fn get(&self, id: &RecordId) -> Option<Arc<Kept<T>>> {
        self.rows.get(id).map(typed)
    }

    /// All records, by id.
    pub fn values(&self) -> impl Iterator<Item = Arc<Kept<T>>> {
        self.rows.values().map(typed)
    }

    /// All records with their ids, by id.
    pub fn iter(&self) -> impl Iterator<Item = (RecordId, Arc<Kept<T>>)> {
        self.rows.iter().map(|(id, kept)| (*id, typed(kept)))
    }

    /// The ids of all records.
    pub fn keys(&self) -> impl Iterator<Item = &RecordId> {
        self.rows.keys()
    }

    /// How many there are.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// Whether there is one under `id`.
    pub fn contains_key(&self, id: &RecordId) -> bool {
        self.rows.contains_key(id)
    }
}

impl<T> PartialEq for Shelf<T> {
    fn eq(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.rows, &other.rows)
    }
}
