//! Signing in, and what belongs to an account.

use crate::space::Membership;
use model::{AccountId, Instant};
use serde::{Deserialize, Serialize};
use serde_json::Value;

/// Digits of a sign-in code.
pub const CODE_DIGITS: usize = 8;

/// Asks for a sign-in code. The answer is the same whether there is an account or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeRequest {
    /// Where to send it.
    pub email: String,
    /// Language of the mail, a BCP 47 tag.
    #[serde(default)]
    pub language: String,
}

/// Changes the language in which mails to the account are written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Spoken {
    /// A BCP 47 tag.
    pub language: String,
}

/// A sign-in code as typed, from the browser that asked for it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CodeTyped {
    /// The digits; blanks between them do not matter.
    pub code: String,
    /// What the session is listed as: "Chrome on Android".
    #[serde(default)]
    pub device: String,
}

/// A pairing code as scanned or typed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairTyped {
    /// The code.
    pub code: String,
    /// What the session is listed as.
    #[serde(default)]
    pub device: String,
}

/// A pairing code.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PairCode {
    /// The code.
    pub code: String,
    /// When it ends.
    pub expires: Instant,
}

/// A passkey ceremony as it begins: options for `navigator.credentials`, and the name of the ceremony.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyStart {
    /// The ceremony.
    pub ceremony: String,
    /// `PublicKeyCredentialCreationOptions` or `…RequestOptions` as JSON (WebAuthn level 3).
    pub options: Value,
}

/// A passkey ceremony as it ends.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyFinish {
    /// The ceremony.
    pub ceremony: String,
    /// The credential as JSON (WebAuthn level 3).
    pub credential: Value,
    /// What a new passkey is called, or the session is listed as.
    #[serde(default)]
    pub name: String,
}

/// A passkey of the account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passkey {
    /// Its id.
    pub id: String,
    /// What it is called.
    pub name: String,
    /// When it was added.
    pub added: Instant,
    /// When it was last used.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub used: Option<Instant>,
}

/// A signed-in browser.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Session {
    /// Its id; not its token.
    pub id: String,
    /// What it is listed as.
    pub device: String,
    /// When it began.
    pub began: Instant,
    /// When it was last heard of.
    pub seen: Instant,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// Who is signed in.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Me {
    /// The account.
    pub account: AccountId,
    /// Its e-mail.
    pub email: String,
    /// The spaces it is a member of.
    pub spaces: Vec<Membership>,
    /// Whether it has a passkey.
    pub has_passkey: bool,
}

/// What a passkey is to be called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PasskeyName {
    /// The name.
    pub name: String,
}

/// How an account stands with recovery codes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryLeft {
    /// Codes that were not used yet.
    pub left: u32,
    /// When the codes were made; absent where there never were any.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made: Option<Instant>,
}

/// Recovery codes that were made, told this once.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryCodes {
    /// The codes, in groups of four letters and digits.
    pub codes: Vec<String>,
    /// When.
    pub made: Instant,
}

/// A recovery code as typed, with the address of its account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecoveryTyped {
    /// The address.
    pub email: String,
    /// The code; blanks, hyphens and case do not matter.
    pub code: String,
    /// What the session is listed as.
    #[serde(default)]
    pub device: String,
}

/// The address that an account wants to have.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailNew {
    /// It.
    pub email: String,
}

/// The code of the mail that told an address that its account has another one now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailBack {
    /// The code; blanks, hyphens and case do not matter.
    pub code: String,
}
