//! Ids that tie a label, a hint and an error to their box.

use std::sync::atomic::{AtomicUsize, Ordering};

/// An id that no other element of the page has.
pub fn fresh_id() -> String {
    static NEXT: AtomicUsize = AtomicUsize::new(0);
    format!("c{}", NEXT.fetch_add(1, Ordering::Relaxed))
}
