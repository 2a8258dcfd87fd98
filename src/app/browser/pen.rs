//! Where a pen, a finger or the mouse is in a box.

use leptos::ev::PointerEvent;
use wasm_bindgen::JsCast;
use web_sys::Element;

/// Where it is in the box that listens, in parts of its width and height.
pub fn place(event: &PointerEvent) -> Option<(f64, f64)> {
    let room = listening(event)?.get_bounding_client_rect();
    let part = |at: i32, from: f64, whole: f64| if whole > 0.0 { (f64::from(at) - from) / whole } else { 0.0 };
    Some((part(event.client_x(), room.left(), room.width()), part(event.client_y(), room.top(), room.height())))
}

/// Has the box hear of the pen until it is lifted, also when it leaves the box.
pub fn hold(event: &PointerEvent) {
    event.prevent_default();
    if let Some(element) = listening(event) {
        // A pen that is gone already needs no holding.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}

fn listening(event: &PointerEvent) -> Option<Element> {
    event.current_target()?.dyn_into().ok()
}
