//! Reads: the open home as pages see it, as signals that the driver patches, and what is worked out from them.

mod attention;
mod care;
mod fact;
mod health;
mod library;
mod order;
mod rest;
mod papers;
mod search;
mod shelf;
pub mod timeline;

pub use attention::{Attention, Flag, Papers, ageing, attention, open_faults, papers};
pub use care::{Coming, coming, ledger, meter, next, planned, stands};
pub use fact::{FactLetter, Standing};
pub use health::health;
pub use library::{Library, Shelved};
pub use order::{Key, by_name, sorted};
pub use papers::{basis_home, warranty_clock};
pub(crate) use rest::complete;
pub use search::Finder;
pub use shelf::{Kept, Mark, Shelf};
