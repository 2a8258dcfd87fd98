//! What is done when nothing else is: folding superseded records out of what was pulled.

use super::engine::Engine;
use crate::browser::timer;
use leptos::prelude::*;
use model::{Record, SpaceId};
use std::rc::Rc;
use sync::{Store, fold};
use wire::Cursor;

/// How long after opening, and how often from then on. Long enough that the first screens and the first sync have had their turn.
const IDLE_MS: u64 = 60_000;

/// Whether earlier copies of what arrived should go at once. A first sync brings each record once: there is nothing that could go, and
/// much that would be read.
pub(super) fn holds_erased(records: &[Record], cursor: Option<Cursor>) -> bool {
    cursor.is_some_and(|cursor| cursor.before.is_none()) && fold::erases(records)
}

impl Engine {
    /// Folds at once what records that arrived were taken a value out of: what was erased shall not lie here.
    pub(super) async fn forget_erased(&self, space: SpaceId) {
        // If it cannot be done now, the next idle minute does it.
        let _ = self.device.fold(space).await;
    }

    /// Folds the open home now and then, for the rest of the page's life.
    pub(super) async fn tidy(self: Rc<Self>) {
        loop {
            timer::wait(IDLE_MS).await;
            let busy = self.desk.status.get_untracked().busy;
            if let Some(space) = self.desk.space.get_untracked().filter(|_| !busy) {
                // Folding can always wait; what could not be folded now is as good as it was.
                let _ = self.device.fold(space).await;
            }
        }
    }
}
