//! Dragging one of a list to another place in it, by a handle and with any pointer.

use leptos::ev::PointerEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// A handle was pressed: until it is let go, the pointer is its own, wherever it moves.
pub fn take(event: &PointerEvent) {
    event.prevent_default();
    if let Some(handle) = handle(event) {
        // A pointer that is gone already moves nothing.
        let _ = handle.set_pointer_capture(event.pointer_id());
    }
}

/// The place at which the pointer is, among the others of the list that the handle's item stands in: how many of them have their middle above it. None if the
/// handle stands in no `item` (a selector).
pub fn place(event: &PointerEvent, item: &str) -> Option<usize> {
    let own = handle(event)?.closest(item).ok()??;
    let list = own.parent_element()?.children();
    let at = f64::from(event.client_y());
    let others = (0..list.length()).filter_map(|place| list.item(place)).filter(|other| *other != own);
    Some(others.filter(|other| middle(other) < at).count())
}

fn middle(element: &Element) -> f64 {
    let shape = element.get_bounding_client_rect();
    shape.top() + shape.height() / 2.0
}

fn handle(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
