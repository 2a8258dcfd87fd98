//! What a body may be made of, so that canonical JSON (RFC 8785) can sign it: whole numbers, NFC text, bounded depth and size.

use crate::body::Fields;
use crate::fault::{Fault, FaultCode};
use serde_json::Value;
use sha2::{Digest, Sha256};

/// Levels of nesting below a field.
pub const DEPTH_MAX: usize = 8;
/// Bytes of one body as JSON text.
pub const BODY_BYTES_MAX: usize = 64 * 1024;
/// Whole numbers that every JSON reader keeps exactly (RFC 8785, 3.2.2.3): below 2^53.
pub const WHOLE_MAX: i64 = (1 << 53) - 1;

/// Normalisation by tables, where they are compiled in.
#[cfg(feature = "unicode")]
mod nfc {
    use unicode_normalization::UnicodeNormalization;
    pub(super) use unicode_normalization::is_nfc as is;

    pub(super) fn of(text: &str) -> String {
        text.nfc().collect()
    }
}

/// Text that somebody else has normalised.
#[cfg(not(feature = "unicode"))]
mod nfc {
    pub(super) fn is(_text: &str) -> bool {
        true
    }

    pub(super) fn of(text: &str) -> String {
        text.to_owned()
    }
}

/// Everything in `fields` that canonical JSON cannot carry.
pub fn faults(fields: &Fields) -> Vec<Fault> {
    let mut found = Vec::new();
    for (name, value) in fields {
        if let Some(code) = value_fault(value, 0) {
            let limit = (code == FaultCode::TooDeep).then_some(DEPTH_MAX as i64);
            found.push(Fault { field: name.clone(), code, limit });
        }
    }
    found
}

fn value_fault(value: &Value, depth: usize) -> Option<FaultCode> {
    if depth > DEPTH_MAX {
        return Some(FaultCode::TooDeep);
    }
    match value {
        Value::Null | Value::Bool(_) => None,
        Value::Number(number) => {
            let whole = number.as_i64().is_some_and(|n| (-WHOLE_MAX..=WHOLE_MAX).contains(&n));
            (!whole).then_some(FaultCode::NotWhole)
        }
        Value::String(text) => (!is_normal(text)).then_some(FaultCode::NotNormal),
        Value::Array(values) => values.iter().find_map(|value| value_fault(value, depth + 1)),
        Value::Object(fields) => fields.iter().find_map(|(name, value)| {
            if is_normal(name) { value_fault(value, depth + 1) } else { Some(FaultCode::NotNormal) }
        }),
    }
}

/// NFC, and no control characters but line feed and tab.
fn is_normal(text: &str) -> bool {
    text.is_ascii() && !text.bytes().any(|b| b.is_ascii_control() && b != b'\n' && b != b'\t')
        || nfc::is(text) && !text.chars().any(|c| c.is_control() && c != '\n' && c != '\t')
}

/// `text` as a body may hold it: NFC (with feature `unicode`), line feeds only, no other control characters, no blanks around it.
pub fn normal(text: &str) -> String {
    let kept = nfc::of(&text.replace("\r\n", "\n"));
    let kept: String = kept.chars().filter(|c| !c.is_control() || *c == '\n' || *c == '\t').collect();
    kept.trim().to_owned()
}

/// The log's hash of one field: SHA-256(nonce ‖ [canonical text](canonical_text) of the value).
pub fn field_hash(nonce: &[u8; 16], canonical: &str) -> [u8; 32] {
    let mut hasher = Sha256::new();
    hasher.update(nonce);
    hasher.update(canonical.as_bytes());
    hasher.finalize().into()
}

/// Canonical JSON (RFC 8785) of a value that has no faults.
///
/// Within this profile, `serde_json` with sorted names already writes it but for the order of names outside the basic plane, which is
/// UTF-16 there.
pub fn canonical_text(value: &Value) -> String {
    match value {
        Value::Array(values) => format!("[{}]", values.iter().map(canonical_text).collect::<Vec<_>>().join(",")),
        Value::Object(fields) => {
            let mut names: Vec<&String> = fields.keys().collect();
            names.sort_by(|a, b| a.encode_utf16().cmp(b.encode_utf16()));
            let pair =
                |name: &&String| format!("{}:{}", Value::from(name.as_str()), canonical_text(&fields[name.as_str()]));
            format!("{{{}}}", names.iter().map(pair).collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn codes(body: Value) -> Vec<FaultCode> {
        faults(body.as_object().expect("an object")).into_iter().map(|fault| fault.code).collect()
    }

    #[test]
    fn the_profile_refuses_what_canonical_json_cannot_carry() {
        assert_eq!(codes(json!({"a": 1, "b": "Ünïcode 😀 שלום", "c": [null, true], "d": "two\nlines"})), []);
        assert_eq!(codes(json!({"a": 1.5})), [FaultCode::NotWhole]);
        assert_eq!(codes(json!({"a": 9_007_199_254_740_992_u64})), [FaultCode::NotWhole]);
        assert_eq!(codes(json!({"a": "e\u{301}"})), [FaultCode::NotNormal]);
        assert_eq!(codes(json!({"a": "bell\u{7}"})), [FaultCode::NotNormal]);
        assert_eq!(codes(json!({"a": {"e\u{301}": 1}})), [FaultCode::NotNormal]);
        let deep = (0..40).fold(json!(1), |inner, _| json!([inner]));
        assert_eq!(codes(json!({ "a": deep })), [FaultCode::TooDeep]);
    }

    #[test]
    fn normal_text_is_free_of_faults() {
        for text in ["e\u{301}", " blanks ", "a\r\nb", "nul\0", "שלום", ""] {
            assert!(is_normal(&normal(text)), "{text:?}");
        }
        assert_eq!(normal(" e\u{301}\r\n\u{7}x "), "é\nx");
    }

    #[test]
    fn canonical_text_sorts_names_by_utf16() {
        let value = json!({"\u{fb33}": 1, "😀": 2, "a": {"z": [1, "\u{20ac}"], "b": null}});
        assert_eq!(canonical_text(&value), "{\"a\":{\"b\":null,\"z\":[1,\"€\"]},\"😀\":2,\"\u{fb33}\":1}");
    }
}
