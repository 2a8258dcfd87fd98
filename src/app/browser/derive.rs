//! Keys that are derived from the secret of a link, or from the token of a label.

use js_sys::Uint8Array;
use model::{FileHash, ShareId};
use uuid::Uuid;
use wasm_bindgen::prelude::{JsCast, JsValue, wasm_bindgen};

#[wasm_bindgen(module = "/browser/derive.js")]
extern "C" {
    #[wasm_bindgen(catch, js_name = derive)]
    async fn derive_js(secret: &[u8], purpose: &str) -> Result<JsValue, JsValue>;
}

/// For what the bytes are derived by which a visitor proves that they have the secret. Others get a purpose of their own.
const AUTH: &str = "codessa share auth 1";

/// The same for the two that are derived from the token of a label: which door it opens, and what proves that it was scanned.
const LABEL: [&str; 2] = ["codessa label door 1", "codessa label auth 1"];

/// The door of a label, and by what somebody proves that they have scanned it; none in a browser that cannot derive them.
pub async fn label(token: &str) -> Option<(ShareId, FileHash)> {
    let [door, auth] = LABEL;
    let (door, auth) = (derived(token.as_bytes(), door).await?, derived(token.as_bytes(), auth).await?);
    let mut id = [0; 16];
    id.copy_from_slice(&door[..16]);
    Some((ShareId(Uuid::from_bytes(id)), FileHash(auth)))
}

/// By what a visitor proves that they have the secret of a link; none in a browser that cannot derive it.
pub async fn auth(secret: &[u8; 32]) -> Option<FileHash> {
    derived(secret, AUTH).await.map(FileHash)
}

/// The same of a supplier's link.
pub async fn outlook(secret: &[u8; 32]) -> Option<FileHash> {
    derived(secret, wire::outlook::AUTH).await.map(FileHash)
}

async fn derived(secret: &[u8], purpose: &str) -> Option<[u8; 32]> {
    derive_js(secret, purpose).await.ok()?.dyn_into::<Uint8Array>().ok()?.to_vec().try_into().ok()
}
