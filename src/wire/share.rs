//! Links by which somebody without an account is given a part of a home, and their visits.

use crate::contribution::Sent;
use model::grant::{Grant, Purpose, Seen};
use model::{FileHash, Instant, Record, ShareId};
use serde::{Deserialize, Serialize};

/// Characters of what a link is called.
pub const NAME_CHARS_MAX: usize = 200;
/// Digits of a passcode.
pub const PASSCODE_DIGITS: usize = 8;

/// Makes a link. Its secret stays with who made it: the server learns only what proves that somebody has it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareNew {
    /// The link, as the device named it.
    pub id: ShareId,
    /// SHA-256 of what a visitor proves the secret by ([`Open::auth`]).
    pub auth_hash: FileHash,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it is called in the list, for who shares only: "Mrs Naidoo, buyer".
    #[serde(default)]
    pub name: String,
    /// What it gives.
    pub grant: Grant,
    /// Days until it ends.
    pub days: i64,
    /// Whether a passcode is asked for; the server makes it and tells it once.
    #[serde(default)]
    pub passcode: bool,
    /// Whether it shows the home as it is now, whatever is written later.
    #[serde(default)]
    pub snapshot: bool,
    /// How often it can be opened; as often as wished where it is absent.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_max: Option<u32>,
    /// Whether what is sent by it becomes part of the home at once, before a member has looked at it.
    #[serde(default)]
    pub unseen: bool,
}

/// A link as it was made.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ShareMade {
    /// The link.
    pub share: Share,
    /// Its passcode, told this once.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passcode: Option<String>,
}

/// A link as who shares sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// The link.
    pub id: ShareId,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it is called.
    pub name: String,
    /// What it gives.
    pub grant: Grant,
    /// Who made it: their e-mail, while they have an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When.
    pub made: Instant,
    /// When it ends.
    pub expires: Instant,
    /// Whether it was ended, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Instant>,
    /// Whether it was suspended after too many wrong passcodes, and when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub suspended: Option<Instant>,
    /// How often it was opened.
    pub opens: u32,
    /// How often it can be.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opens_max: Option<u32>,
    /// When it was opened last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub opened: Option<Instant>,
    /// Whether it asks for a passcode.
    pub passcode: bool,
    /// The number of the latest revision that it shows, if it shows the home as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub snapshot: Option<u64>,
    /// Whether what is sent by it becomes part of the home at once, before a member has looked at it.
    #[serde(default)]
    pub unseen: bool,
}

/// The links of a home, the newest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shares {
    /// They.
    pub shares: Vec<Share>,
}

/// Changes a link. What is absent stays as it is.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct ShareChange {
    /// What it is called.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// What it gives. To give more needs a proof of being there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub grant: Option<Grant>,
    /// Days from now until it ends; that needs a proof of being there where it is later than before.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub days: Option<i64>,
}

/// Begins a visit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Open {
    /// What is derived from the secret of the link: 32 bytes.
    pub auth: FileHash,
    /// The passcode, where the link asks for one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub passcode: Option<String>,
    /// What the visitor's browser is called in the view log: "Chrome on Android".
    #[serde(default)]
    pub device: String,
}

/// What a visitor was given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Visit {
    /// Whom the link is for.
    pub purpose: Purpose,
    /// What it gives.
    pub grant: Grant,
    /// When it ends.
    pub expires: Instant,
    /// The day that it shows, if it shows the home as it was.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub as_of: Option<Instant>,
    /// The records.
    pub records: Vec<Record>,
    /// What was sent by the link, the latest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sent: Vec<Sent>,
}

/// The cases of a scheme that a visitor was given.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct VisitCases {
    /// The records of each, in the order in which they were written.
    #[serde(default)]
    pub cases: Vec<Vec<Record>>,
}

/// Something that happened with a link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sight {
    /// When.
    pub at: Instant,
    /// What.
    pub what: Seen,
    /// What the browser is called.
    #[serde(default)]
    pub device: String,
    /// Roughly from where: an address cut to 24 or 48 bits.
    #[serde(default)]
    pub place: String,
    /// The file that was looked at, by its hash.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub file: Option<FileHash>,
}

/// What happened with a link, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sights {
    /// It.
    pub sights: Vec<Sight>,
}
