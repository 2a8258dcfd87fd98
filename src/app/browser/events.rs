//! A stream of server-sent events.

use futures_channel::oneshot;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{EventSource, MessageEvent};

/// How often `wanted` is asked, milliseconds.
const WANTED_MS: u64 = 5_000;

/// Listens at `path` and gives `heard` the data of each event, until the stream breaks or `wanted` says no more.
pub async fn listen(path: &str, heard: impl Fn(String) + 'static, wanted: impl Fn() -> bool + 'static) {
    let Ok(source) = EventSource::new(path) else { return };
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        if let Some(data) = event.data().as_string() {
            heard(data);
        }
    });
    source.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    let (broke, broken) = oneshot::channel();
    let mut broke = Some(broke);
    let on_error = Closure::<dyn FnMut()>::new(move || {
        if let Some(broke) = broke.take() {
            // Nobody waits any more once the stream is no longer wanted.
            let _ = broke.send(());
        }
    });
    source.set_onerror(Some(on_error.as_ref().unchecked_ref()));
    let mut broken = broken;
    while wanted() {
        let pause = gloo_timers::future::TimeoutFuture::new(WANTED_MS as u32);
        match futures_util::future::select(broken, pause).await {
            futures_util::future::Either::Left(_) => break,
            futures_util::future::Either::Right((_, again)) => broken = again,
        }
    }
    source.set_onmessage(None);
    source.set_onerror(None);
    source.close();
}
