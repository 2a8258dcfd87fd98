//! Passkeys: `navigator.credentials`, with options and credentials as the JSON of WebAuthn level 3.
//!
//! `PublicKeyCredential.parse…FromJSON` and `toJSON` are younger than the browsers that the app supports, so the few binary members are
//! turned to base64url and back here.

use js_sys::{Function, Object, Promise, Reflect, Uint8Array};
use serde_json::{Value, json};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// Whether this browser knows passkeys.
pub fn is_supported() -> bool {
    Reflect::has(&js_sys::global(), &"PublicKeyCredential".into()).unwrap_or(false)
}

/// Asks the person for a passkey. None if they chose not to, or the browser cannot.
pub async fn get(options: &Value) -> Option<Value> {
    let credential = ask("get", options).await?;
    let response = property(&credential, "response");
    Some(json!({
        "id": text(&credential, "id"),
        "rawId": bytes(&credential, "rawId"),
        "type": "public-key",
        "extensions": {},
        "response": {
            "authenticatorData": bytes(&response, "authenticatorData"),
            "clientDataJSON": bytes(&response, "clientDataJSON"),
            "signature": bytes(&response, "signature"),
            "userHandle": bytes(&response, "userHandle"),
        },
    }))
}

/// Makes a passkey with the person. None if they chose not to, or the browser cannot.
pub async fn create(options: &Value) -> Option<Value> {
    let credential = ask("create", options).await?;
    let response = property(&credential, "response");
    Some(json!({
        "id": text(&credential, "id"),
        "rawId": bytes(&credential, "rawId"),
        "type": "public-key",
        "extensions": {},
        "response": {
            "attestationObject": bytes(&response, "attestationObject"),
            "clientDataJSON": bytes(&response, "clientDataJSON"),
        },
    }))
}

async fn ask(method: &str, options: &Value) -> Option<JsValue> {
    let credentials = property(&web_sys::window()?.navigator(), "credentials");
    let method: Function = property(&credentials, method).dyn_into().ok()?;
    let options = options.get("publicKey").unwrap_or(options);
    let argument = Object::new();
    Reflect::set(&argument, &"publicKey".into(), &binary(options, "")).ok()?;
    let promise: Promise = method.call1(&credentials, &argument).ok()?.dyn_into().ok()?;
    JsFuture::from(promise).await.ok().filter(|credential| !credential.is_null())
}

/// The options as the browser takes them: what the specification calls a buffer, as one.
fn binary(value: &Value, name: &str) -> JsValue {
    match value {
        Value::String(text) if matches!(name, "challenge" | "id") => match decode(text) {
            Some(bytes) => Uint8Array::from(bytes.as_slice()).into(),
            None => text.as_str().into(),
        },
        Value::String(text) => text.as_str().into(),
        Value::Bool(flag) => (*flag).into(),
        Value::Number(number) => number.as_f64().unwrap_or_default().into(),
        Value::Null => JsValue::UNDEFINED,
        Value::Array(values) => values.iter().map(|value| binary(value, name)).collect::<js_sys::Array>().into(),
        Value::Object(fields) => {
            let object = Object::new();
            for (field, value) in fields {
                // The relying party's id is a domain, not a buffer.
                let field_name = if name == "rp" { "" } else { field.as_str() };
                let _ = Reflect::set(&object, &field.into(), &binary(value, field_name));
            }
            object.into()
        }
    }
}

fn property(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}

fn text(of: &JsValue, name: &str) -> Option<String> {
    property(of, name).as_string()
}

fn bytes(of: &JsValue, name: &str) -> Option<String> {
    let buffer = property(of, name);
    buffer.is_object().then(|| encode(&Uint8Array::new(&buffer).to_vec()))
}

const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// Base64url without padding (RFC 4648, 5).
fn encode(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 4 / 3 + 2);
    for chunk in bytes.chunks(3) {
        let number = chunk.iter().fold(0u32, |number, byte| number << 8 | u32::from(*byte)) << (8 * (3 - chunk.len()));
        for digit in 0..=chunk.len() {
            text.push(ALPHABET[(number >> (18 - 6 * digit) & 63) as usize] as char);
        }
    }
    text
}

fn decode(text: &str) -> Option<Vec<u8>> {
    let mut bytes = Vec::with_capacity(text.len() * 3 / 4);
    let (mut number, mut bits) = (0u32, 0);
    for character in text.bytes().filter(|byte| *byte != b'=') {
        let digit = ALPHABET.iter().position(|letter| *letter == character)?;
        number = number << 6 | u32::try_from(digit).ok()?;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            bytes.push((number >> bits & 255) as u8);
        }
    }
    Some(bytes)
}
