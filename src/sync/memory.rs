//! A store in memory: for the simulation, for tests, and for a visit that shall leave nothing behind.

use crate::fold::{Census, Kept};
use crate::store::{Opened, Queued, Refusal, Settlement, SpaceEntry, Store, StoreError};
use model::{Edit, EditKey, FileHash, FileRef, Record, SpaceId};
use std::cell::{RefCell, RefMut};
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;
use wire::Cursor;

/// A store in memory. Clones are handles to the same data, as tabs of one browser are; it lives as long as any of them.
#[derive(Clone, Debug, Default)]
pub struct Memory(Rc<RefCell<State>>);

#[derive(Debug, Default)]
struct State {
    full: bool,
    spaces: BTreeMap<SpaceId, SpaceEntry>,
    held: BTreeMap<SpaceId, Held>,
    notes: BTreeMap<String, String>,
    contents: HashMap<FileHash, Vec<u8>>,
}

/// What is kept of one space.
#[derive(Debug, Default)]
struct Held {
    segments: Vec<String>,
    settled: Vec<Vec<Record>>,
    outbox: Vec<Queued>,
    cursor: Option<Cursor>,
    files: Vec<KeptFile>,
}

#[derive(Debug)]
struct KeptFile {
    file: FileRef,
    upload: bool,
}

impl Memory {
    /// An empty store.
    pub fn new() -> Self {
        Self::default()
    }

    /// From now on everything that needs room is refused with [`StoreError::Full`], or has room again.
    pub fn set_full(&self, full: bool) {
        self.0.borrow_mut().full = full;
    }

    fn state(&self) -> RefMut<'_, State> {
        self.0.borrow_mut()
    }

    /// The state, if there is room to write.
    fn room(&self) -> Result<RefMut<'_, State>, StoreError> {
        let state = self.state();
        if state.full { Err(StoreError::Full) } else { Ok(state) }
    }
}

impl State {
    fn held(&mut self, space: SpaceId) -> &mut Held {
        self.held.entry(space).or_default()
    }
}

impl Held {
    /// The segments after a fold, if it is worth it; nothing stays beside them.
    fn folded(&self, space: SpaceId) -> Option<Vec<String>> {
        let text = |records| serde_json::to_string(records).expect("a record is always writable");
        let settled: Vec<String> = self.settled.iter().map(text).collect();
        let kept = || {
            let segments = self.segments.iter().map(|text| Kept::Segment(text));
            segments.chain(settled.iter().map(|text| Kept::Settled(text))).enumerate()
        };
        let mut census = Census::default();
        kept().for_each(|(_, kept)| census.count(kept));
        let mut plan = census.plan(space)?;
        let mut segments = Vec::new();
        for (value, kept) in kept() {
            match kept {
                _ if plan.rewrites(value) => {
                    segments.extend(plan.pack(value, kept).expect("what could be counted can be read again"));
                }
                Kept::Segment(text) | Kept::Settled(text) => segments.push(text.to_owned()),
            }
        }
        segments.extend(plan.rest());
        Some(segments)
    }
}

impl Store for Memory {
    async fn spaces(&self) -> Result<Vec<SpaceEntry>, StoreError> {
        Ok(self.state().spaces.values().cloned().collect())
    }

    async fn put_space(&self, entry: &SpaceEntry) -> Result<(), StoreError> {
        self.room()?.spaces.insert(entry.space, entry.clone());
        Ok(())
    }

    async fn open(&self, space: SpaceId) -> Result<Opened, StoreError> {
        let mut state = self.state();
        let held = state.held(space);
        Ok(Opened {
            segments: held.segments.clone(),
            records: held.settled.concat(),
            outbox: held.outbox.clone(),
            cursor: held.cursor,
        })
    }

    async fn save(&self, space: SpaceId, edits: &[Edit]) -> Result<(), StoreError> {
        let queued = edits.iter().map(|edit| Queued { edit: edit.clone(), refused: None });
        self.room()?.held(space).outbox.extend(queued);
        Ok(())
    }

    async fn outbox(&self, space: SpaceId) -> Result<Vec<Queued>, StoreError> {
        Ok(self.state().held(space).outbox.clone())
    }

    async fn unsent(&self, space: SpaceId, limit: usize) -> Result<Vec<Edit>, StoreError> {
        let mut state = self.state();
        let unsent = state.held(space).outbox.iter().filter(|queued| queued.refused.is_none());
        Ok(unsent.take(limit).map(|queued| queued.edit.clone()).collect())
    }

    async fn settle(&self, space: SpaceId, settlement: &Settlement) -> Result<(), StoreError> {
        let mut state = self.room()?;
        let held = state.held(space);
        held.outbox.retain(|queued| !settlement.accepted.contains(&queued.edit.key));
        for (key, outcome) in &settlement.refused {
            if let Some(queued) = held.outbox.iter_mut().find(|queued| queued.edit.key == *key) {
                queued.refused = Some(Refusal::new(outcome));
            }
        }
        if !settlement.records.is_empty() {
            held.settled.push(settlement.records.clone());
        }
        held.cursor = settlement.cursor.or(held.cursor);
        Ok(())
    }

    async fn apply(&self, space: SpaceId, page: &str, cursor: Cursor, anew: bool) -> Result<(), StoreError> {
        let mut state = self.room()?;
        let held = state.held(space);
        if anew {
            held.segments.clear();
            held.settled.clear();
        }
        held.segments.push(page.to_owned());
        held.cursor = Some(cursor);
        Ok(())
    }

    async fn discard(&self, space: SpaceId, key: EditKey) -> Result<(), StoreError> {
        self.state().held(space).outbox.retain(|queued| queued.edit.key != key);
        Ok(())
    }

    async fn fold(&self, space: SpaceId) -> Result<bool, StoreError> {
        let mut state = self.room()?;
        let held = state.held(space);
        let Some(segments) = held.folded(space) else { return Ok(false) };
        held.segments = segments;
        held.settled.clear();
        Ok(true)
    }

    async fn drop_space(&self, space: SpaceId) -> Result<(), StoreError> {
        let mut state = self.state();
        state.spaces.remove(&space);
        state.held.remove(&space);
        let State { held, contents, .. } = &mut *state;
        contents.retain(|hash, _| held.values().any(|held| held.files.iter().any(|kept| kept.file.hash == *hash)));
        Ok(())
    }

    async fn clear(&self) -> Result<(), StoreError> {
        let mut state = self.state();
        *state = State { full: state.full, ..State::default() };
        Ok(())
    }

    async fn note(&self, name: &str) -> Result<Option<String>, StoreError> {
        Ok(self.state().notes.get(name).cloned())
    }

    async fn set_note(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        match value {
            Some(value) => self.room()?.notes.insert(name.to_owned(), value.to_owned()),
            None => self.state().notes.remove(name),
        };
        Ok(())
    }

    async fn put_file(&self, space: SpaceId, file: &FileRef, content: &[u8], upload: bool) -> Result<(), StoreError> {
        let mut state = self.room()?;
        state.contents.insert(file.hash, content.to_vec());
        let files = &mut state.held(space).files;
        let kept = KeptFile { file: file.clone(), upload };
        match files.iter_mut().find(|kept| kept.file.hash == file.hash) {
            Some(before) => *before = kept,
            None => files.push(kept),
        }
        Ok(())
    }

    async fn read_file(&self, hash: FileHash, offset: u64, length: u64) -> Result<Option<Vec<u8>>, StoreError> {
        let state = self.state();
        let Some(content) = state.contents.get(&hash) else { return Ok(None) };
        let within = |at: u64| usize::try_from(at).unwrap_or(usize::MAX).min(content.len());
        Ok(Some(content[within(offset)..within(offset.saturating_add(length))].to_vec()))
    }

    async fn uploads(&self, space: SpaceId) -> Result<Vec<FileRef>, StoreError> {
        let mut state = self.state();
        let waiting = state.held(space).files.iter().filter(|kept| kept.upload);
        Ok(waiting.map(|kept| kept.file.clone()).collect())
    }

    async fn uploaded(&self, space: SpaceId, hash: FileHash) -> Result<(), StoreError> {
        let mut state = self.state();
        let kept = state.held(space).files.iter_mut().filter(|kept| kept.file.hash == hash);
        kept.for_each(|kept| kept.upload = false);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contract::Site;
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    /// A browser's worth of memory stores by name.
    #[derive(Default)]
    struct Shelf(RefCell<HashMap<String, Memory>>);

    impl Site for Shelf {
        type Store = Memory;

        async fn open(&self, name: &str) -> Memory {
            self.0.borrow_mut().entry(name.to_owned()).or_default().clone()
        }

        fn set_full(&self, store: &Memory, full: bool) {
            store.set_full(full);
        }
    }

    /// The result of a future that never waits, as those of a store in memory.
    fn now<T>(future: impl Future<Output = T>) -> T {
        match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
            Poll::Ready(value) => value,
            Poll::Pending => panic!("a store in memory waits for nothing"),
        }
    }

    macro_rules! each {
        ($($name:ident)*) => {$(
            #[test]
            fn $name() {
                now(crate::contract::$name(&Shelf::default()));
            }
        )*};
    }
    crate::contract!(each);
}
