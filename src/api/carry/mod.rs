//! Bringing records into a home and taking a home out from the command line, on the server's data, whether or not the server runs.

mod bring;
mod disk;
mod home;

pub use bring::{Bring, Target, bring};

#[cfg(test)]
mod tests;
