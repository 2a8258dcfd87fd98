//! An archive from outside: what goes in comes back, whoever made the file.

mod hostile;
mod letter;
mod limit;
mod listing;
mod made;
mod mutation;
mod page;
mod round;
mod server;
mod table;
