//! What every [`Store`] must do, as tests that run on any of them: on memory natively, on IndexedDB in a browser.
//!
//! Each is an async function that takes a [`Site`] and panics where the store breaks its word. [`contract!`](crate::contract!) lists
//! them, so that no store can leave one out.

#![allow(
    clippy::unwrap_used,
    reason = "these are tests, though the compiler cannot know it when another crate asks for them"
)]

mod device;
mod edit;
mod file;
mod fold;
mod page;
mod sample;

pub use device::*;
pub use edit::*;
pub use file::*;
pub use fold::*;
pub use page::*;

use crate::store::Store;

/// Where the stores under test are.
#[expect(async_fn_in_trait, reason = "a browser has one thread; no caller needs the futures to be Send")]
pub trait Site {
    /// The store under test.
    type Store: Store;

    /// A handle to what is kept under `name`: empty the first time; later another tab, or the next visit.
    async fn open(&self, name: &str) -> Self::Store;

    /// Whether the device of `store` is full. A store that writes several values for one call gets room for the first one only.
    fn set_full(&self, store: &Self::Store, full: bool);
}

/// Calls the macro `$each` with the names of all tests.
#[macro_export]
macro_rules! contract {
    ($each:ident) => {
        $each! {
            saves_all_edits_or_none
            keeps_edits_in_the_order_in_which_they_were_made
            settles_accepted_and_refused_edits
            settles_edits_behind_many_others
            lists_what_is_unsent
            settles_all_or_nothing
            discards_one_edit
            keeps_pages_as_they_came
            applies_all_or_nothing
            begins_anew_and_keeps_the_outbox
            opens_an_unknown_space_as_empty
            counts_the_highest_revision
            folds_superseded_records_away
            folds_at_random_without_losing_a_record
            folds_around_a_page_that_it_cannot_read
            folds_only_when_it_is_worth_it
            folds_what_was_erased_at_once
            folds_all_or_nothing
            lists_spaces_in_order
            keeps_spaces_apart
            drops_a_space_with_everything_in_it
            clears_everything
            keeps_notes
            shows_everything_to_another_tab
            reads_files_and_their_parts
            refuses_a_file_without_room
            lists_uploads_in_the_order_in_which_they_came
            keeps_a_file_that_another_space_has
        }
    };
}
