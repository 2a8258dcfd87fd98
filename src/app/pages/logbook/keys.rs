//! The keyboard in the logbook: up and down (or j and k) go through the entries, a slash goes to the search.

use crate::browser::focus;
use leptos::ev::KeyboardEvent;

/// The class of the links that the keys go through.
const ENTRIES: &str = "entry__title";

/// Does what a key asks for.
pub fn press(event: &KeyboardEvent) {
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        return;
    }
    let done = match event.key().as_str() {
        // Elsewhere the arrows scroll the page.
        "ArrowDown" => focus::step(ENTRIES, 1, |focused| focused == "search"),
        "ArrowUp" => focus::step(ENTRIES, -1, |_| false),
        "j" if !focus::is_typing() => focus::step(ENTRIES, 1, |_| true),
        "k" if !focus::is_typing() => focus::step(ENTRIES, -1, |_| false),
        "/" if !focus::is_typing() => focus::now("input[type='search']"),
        _ => false,
    };
    if done {
        event.prevent_default();
    }
}
