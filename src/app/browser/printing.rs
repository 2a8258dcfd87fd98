//! Word when the page begins to be printed, and when that is over, whoever asked for it.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Window;

/// Calls `turned` with true before the page is printed and with false after, until the watch is dropped.
pub fn watch(turned: impl Fn(bool) + Clone + 'static) -> Option<Watch> {
    let window = web_sys::window()?;
    let listeners = EVENTS.map(|(event, begins)| {
        let turned = turned.clone();
        let listener = Closure::<dyn Fn()>::new(move || turned(begins));
        // A browser without these events prints with the button alone.
        let _ = window.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        listener
    });
    Some(Watch { window, listeners })
}

const EVENTS: [(&str, bool); 2] = [("beforeprint", true), ("afterprint", false)];

/// A watch over printing; dropping it ends it.
pub struct Watch {
    window: Window,
    listeners: [Closure<dyn Fn()>; 2],
}

impl Drop for Watch {
    fn drop(&mut self) {
        for ((event, _), listener) in EVENTS.iter().zip(&self.listeners) {
            // A listener that is not there any more needs no removing.
            let _ = self.window.remove_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        }
    }
}
