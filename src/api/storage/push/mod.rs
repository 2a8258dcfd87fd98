//! Taking in edits: what is known is read, a plan is made of it without the database, and the plan is written, all in one transaction.
//! Pushes that wait at the same time, each to another home, are read and written together.

mod award;
mod beside;
mod case;
mod deal;
mod due;
mod incoming;
mod own;
mod perform;
mod place;
mod plan;
mod read;
mod told;
mod vote;
mod write;

pub use incoming::{Incoming, read as read_push};
pub(super) use own::{Own, write_own};
pub(super) use perform::{Asked, Sender, Together, push_all};
pub use plan::files_named;
pub(super) use told::tell;

use super::{InDeal, Scope, Storage, Visitor};
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
        self.push_taking(scope, edits, Vec::new(), now).await
    }

    /// The same with files of deals of the home, whose content lies in the home by now: it has those that are named by what is taken in.
    ///
    /// # Errors
    /// Those of [`Storage::push`].
    pub async fn push_taking(
        &self,
        scope: &Scope,
        edits: Vec<Incoming>,
        files: Vec<InDeal>,
        now: Instant,
    ) -> Result<PushReply, Error> {
        let (space, from) = (scope.space(), Sender::Account(scope.account()));
        self.writer.push(Asked { space, from, edits, files, now }).await
    }

    /// The same for who came by the link of a deal.
    ///
    /// # Errors
    /// Where the link has ended; then no edit was looked at.
    pub async fn push_by_link(
        &self,
        visitor: &Visitor,
        edits: Vec<Incoming>,
        now: Instant,
    ) -> Result<PushReply, Error> {
        let space = visitor.behind().space();
        self.writer.push(Asked { space, from: Sender::Link(visitor.share), edits, files: Vec::new(), now }).await
    }
}

#[cfg(test)]
#[path = "push_tests.rs"]
mod tests;
