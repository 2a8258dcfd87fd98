//! Text as Unicode wants it: the browser has the tables.

use js_sys::JsString;

/// `text` in normal form C. Plain text is so already.
pub fn nfc(text: &str) -> String {
    if text.is_ascii() { text.to_owned() } else { JsString::from(text).normalize("NFC").into() }
}
