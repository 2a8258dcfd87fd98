//! Memory in place of a store. Few browsers need it, so its code comes when it is first asked for something, in a module of its own.

use leptos::prelude::*;
use model::{Edit, EditKey, FileHash, FileRef, SpaceId};
use std::cell::OnceCell;
use std::pin::Pin;
use sync::memory::Memory;
use sync::{Opened, Queued, Settlement, SpaceEntry, Store, StoreError};
use wire::Cursor;

/// Memory that is there once somebody asks for it, and lives as long as the tab.
#[derive(Default)]
pub struct Late(OnceCell<&'static dyn Kept>);

impl Late {
    /// The memory.
    pub(super) async fn get(&self) -> &'static dyn Kept {
        if self.0.get().is_none() {
            let fresh = memory_store().await;
            // Who asked at the same time was first.
            let _ = self.0.set(fresh);
        }
        *self.0.get().expect("it was set")
    }
}

#[lazy]
async fn memory_store() -> &'static dyn Kept {
    let memory: &'static Memory = Box::leak(Box::default());
    memory as &'static dyn Kept
}

/// What a store answers, later.
type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, StoreError>> + 'a>>;

/// Calls a macro with the methods of [`Store`] that are handed on as they are: what each is given by value, then what it is lent.
macro_rules! kept {
    ($with:ident) => {
        $with! {
            async fn spaces(;) -> Vec<SpaceEntry>;
            async fn open(space: SpaceId;) -> Opened;
            async fn note(; name: str) -> Option<String>;
            async fn put_space(; entry: SpaceEntry) -> ();
            async fn save(space: SpaceId; edits: [Edit]) -> ();
            async fn outbox(space: SpaceId;) -> Vec<Queued>;
            async fn unsent(space: SpaceId, limit: usize;) -> Vec<Edit>;
            async fn settle(space: SpaceId; settlement: Settlement) -> ();
            async fn discard(space: SpaceId, key: EditKey;) -> ();
            async fn fold(space: SpaceId;) -> bool;
            async fn drop_space(space: SpaceId;) -> ();
            async fn clear(;) -> ();
            async fn uploads(space: SpaceId;) -> Vec<FileRef>;
            async fn uploaded(space: SpaceId, hash: FileHash;) -> ();
        }
    };
}
pub(super) use kept;

macro_rules! behind_a_pointer {
    ($(async fn $name:ident($($given:ident: $type:ty),*; $($lent:ident: $of:ty)?) -> $result:ty;)*) => {
        /// [`Store`] behind a pointer, so that who calls it does not have to carry it.
        pub trait Kept {
            $(#[doc = concat!("[`Store::", stringify!($name), "`].")]
            fn $name<'a>(&'a self $(, $given: $type)* $(, $lent: &'a $of)?) -> Answer<'a, $result>;)*

            /// [`Store::apply`].
            fn apply<'a>(&'a self, space: SpaceId, page: &'a str, cursor: Cursor, anew: bool) -> Answer<'a, ()>;

            /// [`Store::set_note`].
            fn set_note<'a>(&'a self, name: &'a str, value: Option<&'a str>) -> Answer<'a, ()>;

            /// [`Store::put_file`].
            fn put_file<'a>(&'a self, space: SpaceId, file: &'a FileRef, content: &'a [u8], upload: bool) -> Answer<'a, ()>;

            /// [`Store::read_file`].
            fn read_file(&self, hash: FileHash, offset: u64, length: u64) -> Answer<'_, Option<Vec<u8>>>;
        }

        impl Kept for Memory {
            $(fn $name<'a>(&'a self $(, $given: $type)* $(, $lent: &'a $of)?) -> Answer<'a, $result> {
                Box::pin(Store::$name(self $(, $given)* $(, $lent)?))
            })*

            fn apply<'a>(&'a self, space: SpaceId, page: &'a str, cursor: Cursor, anew: bool) -> Answer<'a, ()> {
                Box::pin(Store::apply(self, space, page, cursor, anew))
            }

            fn set_note<'a>(&'a self, name: &'a str, value: Option<&'a str>) -> Answer<'a, ()> {
                Box::pin(Store::set_note(self, name, value))
            }

            fn put_file<'a>(&'a self, space: SpaceId, file: &'a FileRef, content: &'a [u8], upload: bool) -> Answer<'a, ()> {
                Box::pin(Store::put_file(self, space, file, content, upload))
            }

            fn read_file(&self, hash: FileHash, offset: u64, length: u64) -> Answer<'_, Option<Vec<u8>>> {
                Box::pin(Store::read_file(self, hash, offset, length))
            }
        }
    };
}

kept!(behind_a_pointer);
