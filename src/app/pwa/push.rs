//! Notifications that the server pushes: whether this browser shows them, allowing and ending them. What is pushed the worker shows.

use super::property::{ask, get, method};
use crate::browser::timer;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use wire::reminder::PushNew;

/// How pushes stand in this browser.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pushes {
    /// It has none, or no worker to show them.
    Missing,
    /// The person forbade them.
    Denied,
    /// They could be allowed.
    Off,
    /// They are shown.
    On,
}

/// How often the worker is looked for that is not there yet, and how long apart, milliseconds.
const TRIES: u32 = 10;
const TRY_MS: u64 = 500;

/// How they stand.
pub async fn state() -> Pushes {
    let Some(manager) = manager().await else { return Pushes::Missing };
    match get(&notification(), "permission").as_string().as_deref() {
        None => Pushes::Missing,
        Some("denied") => Pushes::Denied,
        Some("granted") if subscription(&manager).await.is_some() => Pushes::On,
        Some(_) => Pushes::Off,
    }
}

/// Asks the person, and then the browser, to show what the server with that public key pushes; none if either will not. Only a press of the person
/// may lead here.
pub async fn allow(key: &str) -> Option<PushNew> {
    let answer = ask(&notification(), "requestPermission").await?;
    if answer.as_string()? != "granted" {
        return None;
    }
    let manager = manager().await?;
    // One for another key, of a server that began anew, is in the way.
    end().await;
    let options = Object::new();
    Reflect::set(&options, &"userVisibleOnly".into(), &JsValue::TRUE).ok()?;
    Reflect::set(&options, &"applicationServerKey".into(), &key.into()).ok()?;
    let subscribing: Promise = method(&manager, "subscribe")?.call1(&manager, &options).ok()?.dyn_into().ok()?;
    let subscription = JsFuture::from(subscribing).await.ok()?;
    let told = method(&subscription, "toJSON")?.call0(&subscription).ok()?;
    let keys = get(&told, "keys");
    let text = |of: &JsValue, name: &str| get(of, name).as_string();
    Some(PushNew { endpoint: text(&told, "endpoint")?, p256dh: text(&keys, "p256dh")?, auth: text(&keys, "auth")? })
}

/// Ends them in this browser.
pub async fn end() {
    if let Some(manager) = manager().await
        && let Some(subscription) = subscription(&manager).await
    {
        ask(&subscription, "unsubscribe").await;
    }
}

async fn manager() -> Option<JsValue> {
    let workers = get(&web_sys::window()?.navigator(), "serviceWorker");
    let mut registration = ask(&workers, "getRegistration").await?;
    // On the first visit the worker comes a moment after the page.
    for _ in 0..TRIES {
        if !registration.is_undefined() {
            break;
        }
        timer::wait(TRY_MS).await;
        registration = ask(&workers, "getRegistration").await?;
    }
    Some(get(&registration, "pushManager")).filter(|manager| !manager.is_undefined())
}

async fn subscription(manager: &JsValue) -> Option<JsValue> {
    ask(manager, "getSubscription").await.filter(|subscription| !subscription.is_null())
}

fn notification() -> JsValue {
    web_sys::window().map_or(JsValue::UNDEFINED, |window| get(&window, "Notification"))
}
