//! What the browser promises about keeping things.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Bytes that this site uses and may use on the device.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Estimate {
    /// Used now.
    pub used: u64,
    /// The most that the browser allows.
    pub allowed: u64,
}

async fn ask(method: &str) -> Option<JsValue> {
    let navigator = JsValue::from(web_sys::window()?.navigator());
    let storage = Reflect::get(&navigator, &"storage".into()).ok()?;
    let method: Function = Reflect::get(&storage, &method.into()).ok()?.dyn_into().ok()?;
    let promise: Promise = method.call0(&storage).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok()
}

/// Asks the browser not to clear this site's data when the device runs short. Whether it agreed.
pub async fn persist() -> bool {
    ask("persist").await.is_some_and(|agreed| agreed.is_truthy())
}

/// Whether the browser has agreed.
pub async fn is_persistent() -> bool {
    ask("persisted").await.is_some_and(|agreed| agreed.is_truthy())
}

/// Forgets a database with everything in it, as soon as nothing holds it any more.
pub fn forget(database: &str) {
    if let Some(Ok(Some(databases))) = web_sys::window().map(|window| window.indexed_db()) {
        // One that is not there is forgotten already.
        let _ = databases.delete_database(database);
    }
}

/// How much room there is; none where the browser does not say.
pub async fn estimate() -> Option<Estimate> {
    let estimate = ask("estimate").await?;
    let number = |name: &str| Reflect::get(&estimate, &name.into()).ok()?.as_f64();
    Some(Estimate { used: number("usage")? as u64, allowed: number("quota")? as u64 })
}
