//! One tab of several that leads: the one that holds a Web Lock.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};

/// Calls `lead` once this tab holds the lock `name`, which it keeps until it is closed. A browser without locks leads at once: its API
/// refuses a doubled edit anyway.
pub fn lead(name: &str, lead: impl FnOnce() + 'static) {
    let navigator = web_sys::window().map(|window| JsValue::from(window.navigator())).unwrap_or_default();
    let locks = Reflect::get(&navigator, &"locks".into()).unwrap_or_default();
    let Ok(request) = Reflect::get(&locks, &"request".into()).unwrap_or_default().dyn_into::<Function>() else {
        return lead();
    };
    let held = Closure::once_into_js(move || {
        lead();
        // Never resolved: the lock is held for the life of the tab.
        Promise::new(&mut |_, _| {})
    });
    // A request that throws belongs to a page that is being discarded: the lead goes to another tab.
    let _ = request.call2(&locks, &name.into(), &held);
}
