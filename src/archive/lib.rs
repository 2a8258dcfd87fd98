//! A home in one `.zip` that anybody can open, and from which an equal logbook comes back.
//!
//! In reading order: what goes in, how each part of it is written, the writer, the reader with its guards, and how a home is made again. All of it is
//! pure and streams: bytes come and go through [`std::io`], an archive is never held in memory, and the time and fresh keys are passed in.

pub mod home;
pub mod deal;
pub mod line;
mod name;
pub mod file;
pub mod manifest;
mod people;
pub mod revision;
pub mod trouble;

mod book;
mod table;
mod page;

pub mod write;

pub mod zip;
pub mod read;
pub mod restore;

pub use deal::Deal;
pub use file::{NamedFile, files};
pub use home::{Home, MemberNote};
pub use manifest::Manifest;
pub use read::Archive;
pub use restore::restore;
pub use revision::Revision;
pub use trouble::{Damage, DamageCode, FileTrouble, Trouble};
pub use write::Writer;
