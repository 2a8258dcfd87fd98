//! Bringing records into a home and taking a home or a scheme out from the command line, on the server's data, whether or not the server runs.

mod back;
mod bring;
mod disk;
mod home;
mod scheme;
mod take;

pub use bring::{Bring, Target, bring};
pub use take::take;

#[cfg(test)]
mod tests;
