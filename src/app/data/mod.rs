//! Reads: the open home as pages see it, as signals that the driver patches.

mod fact;
mod library;
mod search;
mod shelf;

pub use fact::{FactLetter, Standing};
pub use library::{Library, Shelved};
pub use search::{Finder, folded};
pub use shelf::{Kept, Mark, Shelf};
