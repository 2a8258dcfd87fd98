//! Waking a device when something changed.

use model::SpaceId;
use serde::{Deserialize, Serialize};

/// One event of the stream, and one element of the heads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Live {
    /// The space.
    pub space: SpaceId,
    /// Number of its latest revision.
    pub head: u64,
    /// The version of this member's access to it; absent when the membership has ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub scope: Option<u64>,
    /// Whether it is a deal that was ended.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub closed: bool,
}
