//! The store itself: [`sync::Store`] on IndexedDB.

use crate::connection::{Gone, Link};
use crate::schema::{self, ALL, CHUNKS, CONTENTS, CURSORS, FILES, NOTES, OUTBOX, SEGMENTS, SETTLED, SPACES, UPLOADS};
use crate::text::Text;
use crate::transaction::Durable;
use crate::{file, key, outbox, segment};
use indexed_db_futures::prelude::*;
use model::{Edit, EditKey, FileHash, FileRef, SpaceId};
use std::rc::Rc;
use sync::{Opened, Queued, Settlement, SpaceEntry, Store, StoreError};
use web_sys::Blob;
use wire::Cursor;

/// What this browser keeps. Clones share one connection.
#[derive(Clone)]
pub struct Idb(Rc<Link>);

impl Idb {
    /// Opens the database `name`, making or upgrading it as needed. `on_gone` is called at most once, when this store has stopped
    /// working for good.
    ///
    /// # Errors
    ///
    /// [`StoreError::Blocked`]: a tab holds the database in an older form and does not let go (opening again waits until it does), or has
    /// it in a newer form than this build knows. [`StoreError::Unavailable`]: the browser keeps nothing here. [`StoreError::Full`].
    pub async fn open(name: &str, on_gone: impl Fn(Gone) + 'static) -> Result<Self, StoreError> {
        Ok(Self(Link::open(name, Box::new(on_gone)).await?))
    }

    /// Whether there was nothing here before: a first visit, or the browser has cleared everything since the last one.
    pub fn was_empty(&self) -> bool {
        self.0.was_empty()
    }

    /// The version of the form in which this build keeps things.
    pub fn version() -> u32 {
        schema::VERSION
    }

    /// A file as a blob of that media type, for an object URL or an upload; none if it is not on this device.
    pub async fn blob(&self, hash: FileHash, media: &str) -> Result<Option<Blob>, StoreError> {
        file::blob(&self.0, hash, media).await
    }

    /// [`Store::put_file`] for content that the browser holds: a chosen file, a photo. It never enters Wasm memory.
    pub async fn put_blob(
        &self,
        space: SpaceId,
        file: &FileRef,
        content: &Blob,
        upload: bool,
    ) -> Result<(), StoreError> {
        file::put_blob(&self.0, space, file, content, upload).await
    }
}

impl Store for Idb {
    async fn spaces(&self) -> Result<Vec<SpaceEntry>, StoreError> {
        self.0
            .read(&[SPACES], async |transaction| {
                let texts = transaction.object_store(SPACES)?.get_all::<Text>().await?;
                texts.map(|text| Ok(serde_json::from_str(&text?.0)?)).collect()
            })
            .await
    }

    async fn put_space(&self, entry: &SpaceEntry) -> Result<(), StoreError> {
        self.0
            .write(&[SPACES], Durable::Disk, async |transaction| {
                let spaces = transaction.object_store(SPACES)?;
                spaces.put(serde_json::to_string(entry)?).with_key(entry.space.to_string()).build()?;
                Ok(())
            })
            .await
    }

    async fn open(&self, space: SpaceId) -> Result<Opened, StoreError> {
        segment::open(&self.0, space).await
    }

    async fn save(&self, space: SpaceId, edits: &[Edit]) -> Result<(), StoreError> {
        outbox::save(&self.0, space, edits).await
    }

    async fn outbox(&self, space: SpaceId) -> Result<Vec<Queued>, StoreError> {
        outbox::all(&self.0, space).await
    }

    async fn unsent(&self, space: SpaceId, limit: usize) -> Result<Vec<Edit>, StoreError> {
        outbox::unsent(&self.0, space, limit).await
    }

    async fn settle(&self, space: SpaceId, settlement: &Settlement) -> Result<(), StoreError> {
        outbox::settle(&self.0, space, settlement).await
    }

    async fn apply(&self, space: SpaceId, page: &str, cursor: Cursor, anew: bool) -> Result<(), StoreError> {
        segment::apply(&self.0, space, page, cursor, anew).await
    }

    async fn discard(&self, space: SpaceId, key: EditKey) -> Result<(), StoreError> {
        outbox::discard(&self.0, space, key).await
    }

    async fn fold(&self, space: SpaceId) -> Result<bool, StoreError> {
        segment::fold(&self.0, space).await
    }

    async fn drop_space(&self, space: SpaceId) -> Result<(), StoreError> {
        let stores = [SPACES, SEGMENTS, SETTLED, OUTBOX, CURSORS, FILES, UPLOADS, CONTENTS, CHUNKS];
        self.0
            .write(&stores, Durable::Disk, async |transaction| {
                for name in [SPACES, CURSORS] {
                    transaction.object_store(name)?.delete(space.to_string()).build()?;
                }
                for name in [SEGMENTS, SETTLED, OUTBOX] {
                    transaction.object_store(name)?.delete(key::under(space)).build()?;
                }
                file::drop_space(transaction, space).await
            })
            .await
    }

    async fn clear(&self) -> Result<(), StoreError> {
        self.0
            .write(&ALL, Durable::Disk, async |transaction| {
                for name in ALL {
                    transaction.object_store(name)?.clear()?;
                }
                Ok(())
            })
            .await
    }

    async fn note(&self, name: &str) -> Result<Option<String>, StoreError> {
        self.0
            .read(&[NOTES], async |transaction| Ok(transaction.object_store(NOTES)?.get(name.to_owned()).await?))
            .await
    }

    async fn set_note(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
        self.0
            .write(&[NOTES], Durable::Disk, async |transaction| {
                let notes = transaction.object_store(NOTES)?;
                match value {
                    Some(value) => notes.put(value).with_key(name.to_owned()).build().map(drop)?,
                    None => notes.delete(name.to_owned()).build().map(drop)?,
                }
                Ok(())
            })
            .await
    }

    async fn put_file(&self, space: SpaceId, file: &FileRef, content: &[u8], upload: bool) -> Result<(), StoreError> {
        file::put(&self.0, space, file, content, upload).await
    }

    async fn read_file(&self, hash: FileHash, offset: u64, length: u64) -> Result<Option<Vec<u8>>, StoreError> {
        file::read(&self.0, hash, offset, length).await
    }

    async fn uploads(&self, space: SpaceId) -> Result<Vec<FileRef>, StoreError> {
        file::uploads(&self.0, space).await
    }

    async fn uploaded(&self, space: SpaceId, hash: FileHash) -> Result<(), StoreError> {
        file::uploaded(&self.0, space, hash).await
    }
}
