//! An archive from outside: what goes in comes back, whoever made the file.

mod letter;
mod server;
mod round;
