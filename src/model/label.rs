//! A label with a code on a system: what is scanned leads to the system's page.

use crate::date::Date;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// Characters of a token: 16 bytes in base64url.
const TOKEN_CHARS: usize = 22;
/// The 64 digits of base64url (RFC 4648, section 5).
const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// Where a label leads; the token follows as the fragment, which no server sees.
const PATH: &str = "/q#";

/// A label. It does not expire; a renewed one is `replaced`, and its code leads nowhere but to the word that it was.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Label {
    /// What its code carries: 16 random bytes in base64url, made on the device.
    pub token: String,
    /// The system it is stuck on.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub system: Option<RecordId>,
    /// When it was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub made: Option<Date>,
    /// A newer one was made, and this one is no longer good.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub replaced: Option<bool>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Label {
    "token" => token,
    "system" => system,
    "made" => made,
    "replaced" => replaced,
    "deleted" => deleted,
});

impl Letter for Label {
    const KIND: &'static str = "label";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.token.is_empty() {
            check.fault("token", FaultCode::Missing);
        } else if !is_token(&self.token) {
            check.fault("token", FaultCode::Unreadable);
        }
        if self.system.is_none() {
            check.fault("system", FaultCode::Missing);
        }
    }
}

impl Label {
    /// Whether its code is good: it was neither replaced nor deleted.
    pub fn is_good(&self) -> bool {
        self.replaced != Some(true) && self.deleted != Some(true)
    }
}

/// The token of these random bytes.
pub fn token(random: [u8; 16]) -> String {
    // 128 bits are 21 digits of six bits and one of two, which base64 writes as the upper two of six.
    let number = u128::from_be_bytes(random);
    let digit = |at: usize| {
        let six = if at + 1 == TOKEN_CHARS { number << 4 } else { number >> (122 - 6 * at) };
        char::from(DIGITS[(six & 63) as usize])
    };
    (0..TOKEN_CHARS).map(digit).collect()
}

/// Whether a text has the form of a token.
pub fn is_token(text: &str) -> bool {
    text.len() == TOKEN_CHARS && text.bytes().all(|byte| DIGITS.contains(&byte)) && text.ends_with(['A', 'Q', 'g', 'w'])
}

/// What the code of a label says: an address of the app at `origin`, such as `https://codessa.example`.
pub fn address(origin: &str, token: &str) -> String {
    format!("{origin}{PATH}{token}")
}

/// The token in what was scanned; none if that is no label of this app.
///
/// Whatever origin it names: a label outlives the address that an app once had, and the token is only looked up on the device.
pub fn scanned(text: &str) -> Option<&str> {
    let (origin, token) = text.trim().split_once(PATH)?;
    let host = origin.strip_prefix("https://").or_else(|| origin.strip_prefix("http://"))?;
    let is_host = !host.is_empty() && !host.contains(['/', '?', '#', '@']) && !host.contains(char::is_whitespace);
    (is_host && is_token(token)).then_some(token)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_base64url_of_its_bytes() {
        for (bytes, expected) in [
            ([0; 16], "AAAAAAAAAAAAAAAAAAAAAA"),
            ([255; 16], "_____________________w"),
            (*b"0123456789abcdef", "MDEyMzQ1Njc4OWFiY2RlZg"),
            ([0xfb; 16], "-_v7-_v7-_v7-_v7-_v7-w"),
        ] {
            assert_eq!(token(bytes), expected);
            assert!(is_token(expected));
        }
    }

    #[test]
    fn only_labels_are_taken_for_labels() {
        const TOKEN: &str = "MDEyMzQ1Njc4OWFiY2RlZg";
        let check = |text: &str, is_label: bool| {
            assert_eq!(scanned(text), is_label.then_some(TOKEN), "{text}");
        };
        check(&address("https://codessa.example", TOKEN), true);
        check(&format!(" {}\n", address("http://localhost:8080", TOKEN)), true);
        for other in
            ["", "https://", "https://a/b", "https://me@a", "https://a?b", "javascript:a", "ftp://a", "https://a b"]
        {
            check(&address(other, TOKEN), false);
        }
        for text in [
            TOKEN,
            "https://a/q",
            "https://a/q#",
            "https://a/s#MDEyMzQ1Njc4OWFiY2RlZg",
            "https://a/q?MDEyMzQ1Njc4OWFiY2RlZg",
        ] {
            check(text, false);
        }
        for token in [
            "MDEyMzQ1Njc4OWFiY2RlZ",
            "MDEyMzQ1Njc4OWFiY2RlZh",
            "MDEyMzQ1Njc4OWFiY2RlZgg",
            "MDEyMzQ1Njc4OWFiY2Rl=g",
            "MDEyMzQ1Njc4OWFiY2Rl/g",
        ] {
            check(&address("https://a", token), false);
        }
    }
}
