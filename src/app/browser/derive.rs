//! Keys that are derived from the secret of a link.

use js_sys::Uint8Array;
use model::FileHash;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/browser/derive.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = derive)]
    async fn derive_js(secret: &[u8], purpose: &str) -> Result<JsValue, JsValue>;
}

/// For what the bytes are derived by which a visitor proves that they have the secret. Others get a purpose of their own.
const AUTH: &str = "codessa share auth 1";

/// By what a visitor proves that they have the secret of a link; none in a browser that cannot derive it.
pub async fn auth(secret: &[u8; 32]) -> Option<FileHash> {
    let derived = derive_js(secret, AUTH).await.ok()?.dyn_into::<Uint8Array>().ok()?;
    Some(FileHash(derived.to_vec().try_into().ok()?))
}
