//! Reads: the open home as pages see it, as signals that the driver patches, and what is worked out from them.

mod attention;
mod care;
mod fact;
mod library;
mod order;
mod rest;
mod papers;
mod search;
mod shelf;
pub mod timeline;

pub use attention::{Attention, Flag, Outlook, attention, open_faults, outlook};
pub use care::{Coming, coming, ledger, meter, next, stands};
pub use fact::{FactLetter, Standing};
pub use library::{Library, Shelved};
pub use order::{Key, by_name, sorted};
pub use papers::{basis_home, warranty_clock};
pub(crate) use rest::complete;
pub use search::Finder;
pub use shelf::{Kept, Mark, Shelf};
