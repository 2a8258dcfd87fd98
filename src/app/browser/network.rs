//! Whether there is a network, as the browser sees it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// Whether the browser believes that it has a network.
pub fn is_online() -> bool {
    web_sys::window().is_none_or(|window| window.navigator().on_line())
}

/// Calls `changed` for the rest of the page's life, whenever the network comes or goes.
pub fn watch(changed: impl Fn(bool) + Clone + 'static) {
    let Some(window) = web_sys::window() else { return };
    for (event, online) in [("online", true), ("offline", false)] {
        let changed = changed.clone();
        let listener = Closure::<dyn FnMut()>::new(move || changed(online));
        // A window of this age always takes listeners; if one does not, polling still finds the network.
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener.forget();
    }
}

/// Calls `shown` for the rest of the page's life, whenever the page comes back to the front.
pub fn watch_shown(shown: impl Fn() + 'static) {
    let Some(document) = web_sys::window().and_then(|window| window.document()) else { return };
    let page = document.clone();
    let listener = Closure::<dyn FnMut()>::new(move || {
        if page.visibility_state() == web_sys::VisibilityState::Visible {
            shown();
        }
    });
    let _ = document.add_event_listener_with_callback("visibilitychange", listener.as_ref().unchecked_ref());
    listener.forget();
}

/// Whether the browser says that data costs money or should be saved; no, where it says nothing.
pub fn is_metered() -> bool {
    let Some(window) = web_sys::window() else { return false };
    let property = |of: &wasm_bindgen::JsValue, name: &str| js_sys::Reflect::get(of, &name.into()).unwrap_or_default();
    let connection = property(&window.navigator(), "connection");
    connection.is_object()
        && (property(&connection, "saveData").is_truthy()
            || property(&connection, "type").as_string().as_deref() == Some("cellular"))
}
