//! What is written in a case: a space of its own, which its parties see, and whose scheme's managers and trustees are to decide it.
//!
//! How a case stands follows from what was done ([`crate::estate::case`]) and is never stored. Who acts names the party that they are, or their office in the
//! scheme; the server takes nobody's word for either ([`check()`]).

pub mod act;
pub mod check;
pub mod matter;
pub mod statement;
pub mod thread;

use crate::grant::{Grant, Verb};
pub use act::DisputeAct;
pub use check::{Writer, check, offered};
pub use matter::{Dispute, Party};
pub use statement::Statement;
pub use thread::{Thread, Turn, case};

/// What a link of a case gives, by which a party without an account comes: all that is written in it.
pub fn given() -> Grant {
    let kinds = statement::KINDS.map(str::to_owned).to_vec();
    Grant { kinds, verbs: vec![Verb::View, Verb::Download, Verb::Contribute], ..Grant::default() }
}

/// Cases of one scheme at most, those that are over included.
pub const CASES_MAX: i64 = 2_000;

/// Records of one case at most: few enough to be read for each push.
pub const RECORDS_MAX: usize = 2_000;

#[cfg(test)]
mod tests;
