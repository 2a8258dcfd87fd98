//! Taking in edits: what is known is read, a plan is made of it without the database, and the plan is written, all in one transaction.
//! Pushes that wait at the same time, each to another home, are read and written together.

mod incoming;
mod perform;
mod plan;
mod read;
mod write;

pub use incoming::{Incoming, read as read_push};
pub(super) use perform::{Asked, Together, push_all};

use super::{Scope, Storage};
use crate::error::Error;
use model::Instant;
use wire::PushReply;

impl Storage {
    /// Takes in edits in their order. Each gets its own answer; one that is refused does not hold up the others, and one that was taken
    /// in before gets the answer it got then.
    ///
    /// # Errors
    /// Where the membership has ended or no longer allows writing; then no edit was looked at.
    pub async fn push(&self, scope: &Scope, edits: Vec<Incoming>, now: Instant) -> Result<PushReply, Error> {
        self.writer.push(Asked { space: scope.space(), account: scope.account(), edits, now }).await
    }
}

#[cfg(test)]
#[path = "push_tests.rs"]
mod tests;
