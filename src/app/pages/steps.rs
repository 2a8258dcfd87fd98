//! Steps that a person goes through on one page, with waiting between them.

use crate::deeds::Trouble;
use leptos::prelude::*;

/// Which step is shown, and what went wrong on the way to the next. A handle.
pub struct Steps<S: 'static> {
    /// The step.
    pub at: RwSignal<S>,
    /// What went wrong.
    pub trouble: RwSignal<Option<Trouble>>,
}

impl<S: 'static> Clone for Steps<S> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<S: 'static> Copy for Steps<S> {}

impl<S: Send + Sync + 'static> Steps<S> {
    /// Begins at `first`.
    pub fn new(first: S) -> Self {
        Self { at: RwSignal::new(first), trouble: RwSignal::default() }
    }

    /// Goes to `meanwhile`, and on to what `then` says when `work` has succeeded, else back to `before`.
    pub fn go<T: 'static>(
        self,
        meanwhile: S,
        before: S,
        work: impl Future<Output = Result<T, Trouble>> + 'static,
        then: impl FnOnce(T) -> S + 'static,
    ) {
        self.trouble.set(None);
        self.at.set(meanwhile);
        leptos::task::spawn_local(async move {
            let next = match work.await {
                Ok(value) => then(value),
                Err(trouble) => {
                    self.trouble.try_set(Some(trouble));
                    before
                }
            };
            // The page may be gone by then.
            self.at.try_set(next);
        });
    }
}
