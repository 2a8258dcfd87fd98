//! Saving everything of a server with an embedded database to one file, and restoring it elsewhere. (PostgreSQL and buckets have means
//! of their own; see `hosting.md`.)

mod restore;
mod save;

pub use restore::restore;
pub use save::save;

/// The database within the file.
const DATABASE: &str = "codessa.sqlite";
/// The folder of files within the file.
const FILES: &str = "files";

#[cfg(test)]
mod tests;
