#![cfg(target_arch = "wasm32")]
//! IndexedDB behind [`sync::Store`]: what a browser keeps of the spaces on this device.
//!
//! | object store | key | value |
//! |---|---|---|
//! | `spaces` | space | [`sync::SpaceEntry`] as JSON |
//! | `segments` | space, number | a pulled page as it came, its bytes |
//! | `settled` | space, number | JSON array of the records that one push settled, its bytes |
//! | `outbox` | space, number | JSON array of up to 200 waiting edits, its bytes |
//! | `cursors` | space | [`wire::Cursor`] as JSON |
//! | `notes` | name | text |
//! | `files` | space, hash | [`model::FileRef`] as JSON |
//! | `uploads` | space, number | [`model::FileRef`] as JSON, while it waits |
//! | `contents` | hash | size in bytes; written last, so what has one is whole |
//! | `chunks` | hash, number | 512 KiB of content, the last one fewer |

mod idb;

mod file;
mod outbox;
mod segment;

mod connection;
mod key;
mod opening;
mod schema;
mod text;
mod transaction;
mod trouble;

pub use connection::Gone;
pub use idb::Idb;
