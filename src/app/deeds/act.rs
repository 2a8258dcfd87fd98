//! Several records written in one act: all of them are kept, or none.

use super::{Change, Trouble, engine};
use crate::browser::random;
use crate::desk::Desk;
use model::{Letter, RecordId};

/// An act that is being put together.
#[derive(Default)]
pub struct Act(Vec<Change>);

impl Act {
    /// An empty one.
    pub fn new() -> Self {
        Self::default()
    }

    /// With a new record in it; its id, so that others of the act can name it.
    pub fn add<T: Letter>(&mut self, letter: &T) -> RecordId {
        let id = random::record_id();
        self.0.push(Change::new(id, letter));
        id
    }

    /// With what differs between `before` and `after` in it.
    pub fn change<T: Letter>(&mut self, id: RecordId, before: &T, after: &T) {
        self.0.extend(Change::between(id, before, after));
    }

    /// Does it. An act of nothing is done already.
    pub async fn perform(self, desk: Desk) -> Result<(), Trouble> {
        if self.0.is_empty() { Ok(()) } else { engine(desk)?.save(self.0).await }
    }
}
