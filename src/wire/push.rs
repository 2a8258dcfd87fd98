//! Pushing: a device sends edits, the server answers each by itself.

use crate::error::ErrorCode;
use model::{AccountId, Edit, EditKey, Fault, Instant, Stamp};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize};

/// Edits of one push. What is fixed about a push (a wait for the disk, the way there and back) is shared by so many; long ones are limited by
/// their bytes first.
pub const EDITS_MAX: usize = 2_000;
/// Bytes of one push: what a slow phone sends in about a minute.
pub const PUSH_BYTES_MAX: usize = 4 * 1024 * 1024;

/// Edits in the order in which the device made them.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Push {
    /// The edits.
    pub edits: Vec<Edit>,
}

/// The server's answer: sent only when every accepted edit is on disk.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushReply {
    /// The version of this member's access to the space.
    pub scope: u64,
    /// Head of the space before this push. A device whose cursor stands here has missed nothing and need not pull its own edits.
    pub before: u64,
    /// Head of the space after it.
    pub head: u64,
    /// One answer for each edit, in their order.
    pub answers: Vec<Answer>,
}

/// What became of one edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Answer {
    /// Which edit.
    pub key: EditKey,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(tag = "outcome", rename_all = "snake_case")]
pub enum Outcome {
    /// It is in the record; an edit sent again gets the answer it got first.
    Accepted {
        /// Number of the revision.
        rev: u64,
        /// The stamp it was given: the device's own, unless its clock ran more than five minutes ahead.
        stamp: Stamp,
        /// The account that made it.
        by: AccountId,
        /// When the server accepted it.
        at: Instant,
    },
    /// It is not, and will not be as it is. The device keeps it and shows why.
    Refused {
        /// Why.
        code: ErrorCode,
        /// What is wrong with which field, if that is why.
        #[serde(skip_serializing_if = "Vec::is_empty")]
        faults: Vec<Fault>,
    },
}

/// An answer as it is read: everything that any outcome has.
#[derive(Default)]
struct Flat {
    key: Option<EditKey>,
    outcome: String,
    rev: Option<u64>,
    stamp: Option<Stamp>,
    by: Option<AccountId>,
    at: Option<Instant>,
    code: Option<ErrorCode>,
    faults: Vec<Fault>,
}

model::fielded!(Flat requires { "outcome" => outcome } {
    "key" => key, "rev" => rev, "stamp" => stamp, "by" => by, "at" => at, "code" => code, "faults" => faults,
});

impl Flat {
    fn outcome<E: Error>(self) -> Result<Outcome, E> {
        match (self.outcome.as_str(), self.rev, self.stamp, self.by, self.at, self.code) {
            ("accepted", Some(rev), Some(stamp), Some(by), Some(at), _) => Ok(Outcome::Accepted { rev, stamp, by, at }),
            ("refused", .., Some(code)) => Ok(Outcome::Refused { code, faults: self.faults }),
            _ => Err(E::custom("an outcome is `accepted` with rev, stamp, by and at, or `refused` with a code")),
        }
    }
}

impl<'de> Deserialize<'de> for Outcome {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        Flat::deserialize(from)?.outcome()
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let flat = Flat::deserialize(from)?;
        let key = flat.key.ok_or_else(|| D::Error::missing_field("key"))?;
        Ok(Self { key, outcome: flat.outcome()? })
    }
}
