//! Moving the focus.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::HtmlElement;

/// Puts the focus on the first box that is marked as wrong, once the marks are in the page.
pub fn first_wrong() {
    after_drawing("[aria-invalid='true'], .field--error select, .field--error input");
}

/// Puts the focus on the first element in the main part that `selector` names, once it is in the page.
pub fn after_drawing(selector: &'static str) {
    let look = Closure::once_into_js(move || {
        let main = web_sys::window()
            .and_then(|window| window.document())
            .and_then(|document| document.get_element_by_id("main"));
        let found = main.and_then(|main| main.query_selector(selector).ok().flatten());
        if let Some(element) = found.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
            // An element that cannot take the focus leaves it where it is.
            let _ = element.focus();
        }
    });
    if let Some(window) = web_sys::window() {
        // Without a frame to wait for there is nobody to look at the page.
        let _ = window.request_animation_frame(look.unchecked_ref());
    }
}
