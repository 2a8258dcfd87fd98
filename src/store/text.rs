//! JSON text as the browser keeps it: its bytes. Text of a browser would be taken into Wasm and out of it letter by letter.

use indexed_db_futures::error::SimpleValueError;
use indexed_db_futures::primitive::TryFromJs;
use js_sys::Uint8Array;
use wasm_bindgen::{JsCast, JsValue};

/// Text that is kept as its bytes. What the first versions kept as text of the browser is read too.
pub(crate) struct Text(pub(crate) String);

impl TryFromJs for Text {
    fn from_js(kept: JsValue) -> Result<Self, SimpleValueError> {
        let text = match kept.dyn_ref::<Uint8Array>() {
            Some(bytes) => String::from_utf8(bytes.to_vec()).ok(),
            None => kept.as_string(),
        };
        text.map(Self).ok_or(SimpleValueError::NotAString(kept))
    }
}

/// The text as it is kept.
pub(crate) fn kept(text: &str) -> JsValue {
    Uint8Array::from(text.as_bytes()).into()
}
