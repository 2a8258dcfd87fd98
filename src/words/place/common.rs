//! What is said in many places.

/// Words that many pages use.
pub struct Common {
    /// The product.
    pub product: &'static str,
    /// Keep what was typed.
    pub save: &'static str,
    /// Leave without keeping it.
    pub cancel: &'static str,
    /// Close a dialog.
    pub close: &'static str,
    /// Change something.
    pub edit: &'static str,
    /// Take something away.
    pub remove: &'static str,
    /// Take back what was just done.
    pub undo: &'static str,
    /// Go back.
    pub back: &'static str,
    /// Go on.
    pub next: &'static str,
    /// Done.
    pub done: &'static str,
    /// Beside a field that may stay empty.
    pub optional: &'static str,
    /// Something is being fetched.
    pub loading: &'static str,
    /// Try again.
    pub retry: &'static str,
    /// Open something.
    pub open: &'static str,
    /// Where nothing is known.
    pub unknown: &'static str,
    /// "and 3 more".
    pub and_more: fn(usize) -> String,
    /// "1 year", "3 years".
    pub years: fn(u32) -> String,
}
