//! Pushing: a device sends edits, the server answers each by itself.

use crate::error::ErrorCode;
use model::{AccountId, Edit, EditKey, Fault, Instant, Stamp};
use serde::{Deserialize, Serialize};

/// Edits of one push.
pub const EDITS_MAX: usize = 1_000;
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
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Answer {
    /// Which edit.
    pub key: EditKey,
    /// What became of it.
    #[serde(flatten)]
    pub outcome: Outcome,
}

/// What became of an edit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
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
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        faults: Vec<Fault>,
    },
}
