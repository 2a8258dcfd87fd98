//! The device's store: IndexedDB, or memory where the browser keeps nothing.

use super::memory::{Kept, Late, kept};
use crate::desk::Desk;
use leptos::prelude::*;
use model::{Edit, EditKey, FileHash, FileRef, ShareId, SpaceId};
use store::{Gone, Idb};
use sync::{Opened, Queued, Settlement, SpaceEntry, Store, StoreError};
use wire::Cursor;

/// The device's store.
pub enum Device {
    /// Kept by the browser.
    Browser(Idb),
    /// Gone with the tab, which it lives as long as.
    Memory(Late),
    /// Of a link that is visited: the browser keeps what is written for it until it is sent, and memory what is shown.
    Link(Idb, Late),
}

impl Device {
    /// What keeps what is written for a link until it is sent: nothing else is ever put there. Where the browser keeps nothing it is memory.
    pub(crate) async fn of_link(share: ShareId) -> Self {
        match Idb::open(&format!("codessa-link-{share}"), |_| {}).await {
            Ok(idb) => Self::Link(idb, Late::default()),
            Err(_) => Self::memory(),
        }
    }

    /// Fetches the code that it will need, while there is a signal.
    pub(crate) async fn ahead(&self) {
        if let Self::Memory(late) | Self::Link(_, late) = self {
            late.get().await;
        }
    }

    /// What is gone with the tab.
    pub(crate) fn memory() -> Self {
        Self::Memory(Late::default())
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

/// Hands each method on to the store that there is.
macro_rules! handed_on {
    ($(async fn $name:ident($($given:ident: $type:ty),*; $($lent:ident: $of:ty)?) -> $result:ty;)*) => {
        impl Store for Device {
            $(async fn $name(&self $(, $given: $type)* $(, $lent: &$of)?) -> Result<$result, StoreError> {
                match self {
                    Self::Browser(store) | Self::Link(store, _) => Store::$name(store $(, $given)* $(, $lent)?).await,
                    Self::Memory(store) => Kept::$name(store.get().await $(, $given)* $(, $lent)?).await,
                }
            })*

            async fn apply(&self, space: SpaceId, page: &str, cursor: Cursor, anew: bool) -> Result<(), StoreError> {
                match self {
                    Self::Browser(store) | Self::Link(store, _) => store.apply(space, page, cursor, anew).await,
                    Self::Memory(store) => store.get().await.apply(space, page, cursor, anew).await,
                }
            }

            async fn set_note(&self, name: &str, value: Option<&str>) -> Result<(), StoreError> {
                match self {
                    Self::Browser(store) | Self::Link(store, _) => store.set_note(name, value).await,
                    Self::Memory(store) => store.get().await.set_note(name, value).await,
                }
            }

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
                    Self::Link(_, store) | Self::Memory(store) => {
                        store.get().await.put_file(space, file, content, upload).await
                    }
                }
            }

            async fn read_file(&self, hash: FileHash, offset: u64, length: u64) -> Result<Option<Vec<u8>>, StoreError> {
                let late = match self {
                    Self::Browser(store) => return store.read_file(hash, offset, length).await,
                    Self::Link(store, late) => match store.read_file(hash, offset, length).await? {
                        Some(kept) => return Ok(Some(kept)),
                        None => late,
                    },
                    Self::Memory(late) => late,
                };
                late.get().await.read_file(hash, offset, length).await
            }
        }
    };
}

kept!(handed_on);
