//! Reminders of one home: what a member wants, the browsers that take pushes, the calendar that other programs read.

use model::Instant;
use model::reminder::Settings;
use serde::{Deserialize, Serialize};

/// How a member is reminded.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reminders {
    /// What they want; what is proposed where they have never said.
    pub settings: Settings,
    /// Whether the browser that asks takes pushes.
    pub push_here: bool,
    /// How many browsers of the account do.
    pub browsers: u64,
    /// When the address of the calendar was made; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<Instant>,
    /// Keys of what they were told of (`model::reminder::Due::key`).
    pub told: Vec<String>,
}

/// The public key by which this server pushes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushKey {
    /// A point on the curve P-256 in SEC 1 form, base64url.
    pub key: String,
}

/// A browser that takes pushes, as it describes itself.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PushNew {
    /// Its address at a push service.
    pub endpoint: String,
    /// Its public key, a point in SEC 1 form, base64url.
    pub p256dh: String,
    /// The secret that it shares, 16 bytes, base64url.
    pub auth: String,
}

/// The calendar of a home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FeedMade {
    /// Its secret address, told this once.
    pub address: String,
}
