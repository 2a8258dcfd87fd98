//! The number on the app's icon.

use super::property;
use wasm_bindgen::JsValue;

/// Shows how many things wait for the person; nothing for 0. Only an installed app has a badge, and not in every browser.
pub fn set(count: usize) {
    let Some(window) = web_sys::window() else { return };
    let navigator = JsValue::from(window.navigator());
    if let Some(set) = property::method(&navigator, "setAppBadge") {
        // The promise is refused where the system shows no badges: there is nobody to tell.
        let _ = set.call1(&navigator, &JsValue::from_f64(count as f64)).map(property::forgive);
    }
}
