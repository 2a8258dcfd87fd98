//! What is done when nothing else is: folding superseded records out of what was pulled.

use super::engine::Engine;
use crate::browser::timer;
use leptos::prelude::*;
use std::rc::Rc;
use sync::Store;

/// How long after opening, and how often from then on. Long enough that the first screens and the first sync have had their turn.
const IDLE_MS: u64 = 60_000;

impl Engine {
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
