//! Keeps a draft while it is being written: one write at a time, and always the latest.

use crate::deeds::draft;
use crate::desk::Desk;
use serde::Serialize;
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Keeps a draft. A handle that outlives the page, so that the last keystroke is kept too.
pub struct Keeper<T>(Rc<Kept<T>>);

struct Kept<T> {
    desk: Desk,
    place: String,
    /// What is to be written next: a draft, or that there is none any more.
    next: RefCell<Option<Option<T>>>,
    writing: Cell<bool>,
    ended: Cell<bool>,
}

impl<T: Serialize + 'static> Keeper<T> {
    /// A keeper of the draft at `place`.
    pub fn new(desk: Desk, place: String) -> Self {
        let (next, writing, ended) = (RefCell::default(), Cell::default(), Cell::default());
        Self(Rc::new(Kept { desk, place, next, writing, ended }))
    }

    /// Keeps `draft`; none lets go of what was kept.
    pub fn keep(&self, draft: Option<T>) {
        if self.0.ended.get() {
            return;
        }
        self.0.next.replace(Some(draft));
        if self.0.writing.replace(true) {
            return;
        }
        let kept = self.0.clone();
        leptos::task::spawn_local(async move {
            while let Some(draft) = kept.next.take() {
                // Without room for a draft the person still has the page; saving it will say what is wrong.
                let _ = draft::keep(kept.desk, &kept.place, draft.as_ref()).await;
            }
            kept.writing.set(false);
        });
    }

    /// It was saved: lets go of the draft for good.
    pub fn end(&self) {
        self.keep(None);
        self.0.ended.set(true);
    }
}
