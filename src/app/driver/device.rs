//! The device's store: IndexedDB, or memory where the browser keeps nothing.

use crate::desk::Desk;
use leptos::prelude::*;
use model::{Edit, EditKey, FileHash, FileRef, ShareId, SpaceId};
use store::{Gone, Idb};
use sync::memory::Memory;
use sync::{Opened, Queued, Settlement, SpaceEntry, Store, StoreError};
use wire::Cursor;

/// The device's store.
pub enum Device {
    /// Kept by the browser.
    Browser(Idb),
    /// Gone with the tab, which it lives as long as.
    Memory(&'static Memory),
    /// Of a link that is visited: the browser keeps what is written for it until it is sent, and memory what is shown.
    Link(Idb, &'static Memory),
}

impl Device {
    /// What keeps what is written for a link until it is sent: nothing else is ever put there. Where the browser keeps nothing it is memory.
    pub(crate) async fn of_link(share: ShareId) -> Self {
        match Idb::open(&format!("codessa-link-{share}"), |_| {}).await {
            Ok(idb) => Self::Link(idb, Box::leak(Box::default())),
            Err(_) => Self::memory(),
        }
    }

    /// What is gone with the tab.
    pub(crate) fn memory() -> Self {
        Self::Memory(Box::leak(Box::default()))
    }

    /// Opens it. Where the browser keeps nothing it is memory, and the desk says so; any other trouble is told, so that nobody writes
    /// into a store that vanishes.
    pub async fn open(desk: Desk) -> Result<Self, StoreError> {
        let gone = move |gone| desk.store_gone.set(Some(gone == Gone::Cleared));
        match Idb::open("codessa", gone).await {
            Ok(idb) => Ok(Self::Browser(idb)),
            Err(StoreError::Unavailable(why)) => {
                leptos::logging::warn!("nothing is kept in this browser: {why}");
                desk.keeps.set(false);
                Ok(Self::memory())
            }
            Err(error) => Err(error),
        }
    }
}

/// Hands each method on to the store that there is. What the first screen reads with comes first: of memory, which few browsers need, it is not
/// in the first download, but in the module of [`crate::deeds::later`].
macro_rules! handed_on {
    (
        $(first async fn $early:ident(&self $(, $given:ident: $form:ty)*) -> $found:ty = $later:ident;)*
        $(async fn $name:ident(&self $(, $argument:ident: $type:ty)*) -> $result:ty;)*
    ) => {
        impl Store for Device {
            $(async fn $early(&self $(, $given: $form)*) -> Result<$found, StoreError> {
                match self {
                    Self::Browser(store) | Self::Link(store, _) => store.$early($($given),*).await,
                    Self::Memory(store) => $later(store $(, $given.into())*).await,
                }
            })*
            $(async fn $name(&self $(, $argument: $type)*) -> Result<$result, StoreError> {
                match self {
                    Self::Browser(store) | Self::Link(store, _) => store.$name($($argument),*).await,
                    Self::Memory(store) => store.$name($($argument),*).await,
                }
            })*

            async fn put_file(
                &self,
                space: SpaceId,
                file: &FileRef,
                content: &[u8],
                upload: bool,
            ) -> Result<(), StoreError> {
                match self {
                    Self::Browser(store) => store.put_file(space, file, content, upload).await,
                    Self::Link(store, _) if upload => store.put_file(space, file, content, upload).await,
                    Self::Link(_, store) | Self::Memory(store) => store.put_file(space, file, content, upload).await,
                }
            }

            async fn read_file(&self, hash: FileHash, offset: u64, length: u64) -> Result<Option<Vec<u8>>, StoreError> {
                match self {
                    Self::Browser(store) => store.read_file(hash, offset, length).await,
                    Self::Link(store, shown) => match store.read_file(hash, offset, length).await? {
                        Some(kept) => Ok(Some(kept)),
                        None => shown.read_file(hash, offset, length).await,
                    },
                    Self::Memory(store) => store.read_file(hash, offset, length).await,
                }
            }
        }
    };
}

handed_on! {
    first async fn spaces(&self) -> Vec<SpaceEntry> = engine_spaces;
    first async fn open(&self, space: SpaceId) -> Opened = engine_open;
    first async fn note(&self, name: &str) -> Option<String> = engine_note;
    async fn put_space(&self, entry: &SpaceEntry) -> ();
    async fn save(&self, space: SpaceId, edits: &[Edit]) -> ();
    async fn outbox(&self, space: SpaceId) -> Vec<Queued>;
    async fn unsent(&self, space: SpaceId, limit: usize) -> Vec<Edit>;
    async fn settle(&self, space: SpaceId, settlement: &Settlement) -> ();
    async fn apply(&self, space: SpaceId, page: &str, cursor: Cursor, anew: bool) -> ();
    async fn discard(&self, space: SpaceId, key: EditKey) -> ();
    async fn fold(&self, space: SpaceId) -> bool;
    async fn drop_space(&self, space: SpaceId) -> ();
    async fn clear(&self) -> ();
    async fn set_note(&self, name: &str, value: Option<&str>) -> ();
    async fn uploads(&self, space: SpaceId) -> Vec<FileRef>;
    async fn uploaded(&self, space: SpaceId, hash: FileHash) -> ();
}

#[lazy]
async fn engine_spaces(memory: &'static Memory) -> Result<Vec<SpaceEntry>, StoreError> {
    memory.spaces().await
}

#[lazy]
async fn engine_open(memory: &'static Memory, space: SpaceId) -> Result<Opened, StoreError> {
    memory.open(space).await
}

#[lazy]
async fn engine_note(memory: &'static Memory, name: String) -> Result<Option<String>, StoreError> {
    memory.note(&name).await
}
