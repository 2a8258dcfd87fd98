//! Talking to the other tabs of the app.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{BroadcastChannel, MessageEvent};

/// A channel that every tab of the app hears, but the one that speaks.
pub struct Channel(BroadcastChannel);

impl Channel {
    /// Opens the channel; none in a browser that has none.
    pub fn open(name: &str) -> Option<Self> {
        BroadcastChannel::new(name).ok().map(Self)
    }

    /// Says something to the other tabs.
    pub fn post(&self, message: &str) {
        // A closed channel has no listeners to miss it.
        let _ = self.0.post_message(&message.into());
    }

    /// Calls `heard` with what other tabs say, for the rest of the page's life.
    pub fn listen(&self, heard: impl Fn(String) + 'static) {
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            if let Some(message) = event.data().as_string() {
                heard(message);
            }
        });
        self.0.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        listener.forget();
    }
}
