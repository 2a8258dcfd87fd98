//! Powers that too few browsers have for `web_sys` to know them, reached by their names.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// A property; undefined if there is none.
pub(super) fn get(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

/// A method, if this browser has it.
pub(super) fn method(of: &JsValue, name: &str) -> Option<Function> {
    get(of, name).dyn_into().ok()
}

/// What the promise of a method without arguments comes to; none if there is no such method, or it fails.
pub(super) async fn ask(of: &JsValue, name: &str) -> Option<JsValue> {
    let promise: Promise = method(of, name)?.call0(of).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Calls `heard` with every such event of the window, for the rest of the page's life.
pub(super) fn on_window(event: &str, heard: impl Fn(JsValue) + 'static) {
    let Some(window) = web_sys::window() else { return };
    let listener = Closure::<dyn FnMut(JsValue)>::new(heard);
    // A window always takes listeners.
    let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
    listener.forget();
}

/// What a property that is a promise comes to.
pub(super) async fn promised(of: &JsValue, name: &str) -> Option<JsValue> {
    let promise: Promise = get(of, name).dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Lets a promise fail unseen, where the browser would report it as an error of the page.
pub(super) fn forgive(promise: impl JsCast) {
    if let Ok(promise) = promise.dyn_into::<Promise>() {
        leptos::task::spawn_local(async move {
            let _ = JsFuture::from(promise).await;
        });
    }
}
