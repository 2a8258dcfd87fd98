//! Saying what has just happened, from any page.

use crate::browser::timer;
use crate::components::Toast;
use leptos::prelude::*;

/// How long it stays.
const SHOWN_MS: u64 = 8_000;

/// Says one thing at a time. A handle.
#[derive(Clone, Copy)]
pub struct Toaster {
    /// What is shown.
    pub shown: RwSignal<Option<Toast>>,
    count: StoredValue<u32>,
}

impl Toaster {
    /// A silent one.
    pub fn new() -> Self {
        Self { shown: RwSignal::new(None), count: StoredValue::new(0) }
    }

    /// Says that something was done.
    pub fn say(&self, text: impl Into<String>) {
        self.show(Toast { text: text.into(), undo: None });
    }

    /// Says that something was done, with the word and the act that take it back.
    pub fn say_with_undo(&self, text: impl Into<String>, word: impl Into<String>, undo: Callback<()>) {
        self.show(Toast { text: text.into(), undo: Some((word.into(), undo)) });
    }

    fn show(self, toast: Toast) {
        self.count.update_value(|count| *count += 1);
        let mine = self.count.get_value();
        self.shown.set(Some(toast));
        leptos::task::spawn_local(async move {
            timer::wait(SHOWN_MS).await;
            if self.count.get_value() == mine {
                self.shown.set(None);
            }
        });
    }
}

impl Default for Toaster {
    fn default() -> Self {
        Self::new()
    }
}

/// The toaster, from a component.
pub fn use_toaster() -> Toaster {
    expect_context::<Toaster>()
}
