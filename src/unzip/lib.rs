//! Reading a zip that a stranger may have made: everything is counted and bounded before it is believed, and names are only ever compared.
//!
//! The directory is read here and not by the crate that writes zips: that one reads all of it, and a header for each entry, before anybody can say how
//! much is too much. All of it is pure: bytes come through [`std::io`].
//!
//! Source: PKWARE, APPNOTE.TXT 6.3.10.

pub mod directory;
pub mod limits;
pub mod trouble;

mod entry;
mod unpack;

pub use directory::Directory;
pub use entry::Entry;
pub use limits::Limits;
pub use trouble::{Danger, Trouble};
pub use unpack::Unpacked;
