//! Moving the focus.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Document, Element, HtmlElement};

/// What lies this far below the upper edge of the window is not hidden by the bars there.
const BARS_PX: f64 = 56.0;

/// Puts the focus on the first box that is marked as wrong, once the marks are in the page.
pub fn first_wrong() {
    after_drawing("[aria-invalid='true'], .field--error select, .field--error input");
}

/// Puts the focus on the first element in the main part that `selector` names, once it is in the page.
pub fn after_drawing(selector: &'static str) {
    let look = Closure::once_into_js(move || now(selector));
    if let Some(window) = web_sys::window() {
        // Without a frame to wait for there is nobody to look at the page.
        let _ = window.request_animation_frame(look.unchecked_ref());
    }
}

/// Puts the focus on the first element in the main part that `selector` names. Whether there is one.
pub fn now(selector: &str) -> bool {
    let main = document().and_then(|document| document.get_element_by_id("main"));
    take(main.and_then(|main| main.query_selector(selector).ok().flatten()))
}

/// Moves the focus by `by` among the elements of a class, from the one that has it. Elsewhere, where `begin` allows it and the way is down,
/// it begins with the first that is in sight. Whether it moved.
pub fn step(class: &str, by: i32, begin: impl Fn(&str) -> bool) -> bool {
    let Some(document) = document() else { return false };
    let all = document.get_elements_by_class_name(class);
    let Some(focused) = document.active_element() else { return false };
    let at = (0..all.length()).find(|at| all.item(*at).as_ref() == Some(&focused));
    let in_sight = |at: &u32| all.item(*at).is_some_and(|element| element.get_bounding_client_rect().top() > BARS_PX);
    let next = match at {
        Some(at) => at.checked_add_signed(by),
        None if by > 0 && begin(&kind(&focused)) => (0..all.length()).find(in_sight),
        None => None,
    };
    take(next.and_then(|next| all.item(next)))
}

/// Whether the keyboard writes into a box now.
pub fn is_typing() -> bool {
    let focused = document().and_then(|document| document.active_element());
    focused.is_some_and(|focused| matches!(focused.tag_name().as_str(), "INPUT" | "TEXTAREA" | "SELECT"))
}

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// What an element is to the keyboard: its type where it is a box, else its name.
fn kind(element: &Element) -> String {
    element.get_attribute("type").unwrap_or_else(|| element.tag_name().to_lowercase())
}

fn take(element: Option<Element>) -> bool {
    // An element that cannot take the focus leaves it where it is.
    element.and_then(|element| element.dyn_into::<HtmlElement>().ok()).is_some_and(|element| element.focus().is_ok())
}
