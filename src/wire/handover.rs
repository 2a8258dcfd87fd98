//! Handing a home over to its buyer.

use model::handover::{Counts, Private, Side, State, WAIT_HOURS};
use model::{Instant, SpaceId};
use serde::{Deserialize, Serialize};

/// Offers a home to who buys it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct HandoverNew {
    /// The buyer's e-mail: only an account with that address can accept.
    pub email: String,
    /// What stays private.
    #[serde(default)]
    pub private: Vec<Private>,
    /// A word to the buyer, which is no part of the home.
    #[serde(default)]
    pub message: String,
}

/// A hand-over as one of its sides sees it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handover {
    /// Its id.
    pub id: String,
    /// Which side looks.
    pub side: Side,
    /// How far it has come.
    pub state: State,
    /// What the home was called when it was offered; empty once it was erased.
    #[serde(default)]
    pub home: String,
    /// The home: known to the seller, and to the buyer once it is theirs.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub space: Option<SpaceId>,
    /// The seller's e-mail; empty once the account was erased.
    #[serde(default)]
    pub seller: String,
    /// The buyer's.
    #[serde(default)]
    pub buyer: String,
    /// What stays private.
    #[serde(default)]
    pub private: Vec<Private>,
    /// The seller's word, while it is open.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
    /// When it was offered.
    pub offered: Instant,
    /// When the offer lapses.
    pub expires: Instant,
    /// Hours in which either side may stop it once it is accepted.
    #[serde(default = "wait_hours")]
    pub wait_hours: i64,
    /// When it is done, once it was accepted.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub due: Option<Instant>,
    /// When it was done, stopped or lapsed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub ended: Option<Instant>,
    /// Who stopped it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stopped_by: Option<Side>,
    /// What came of it, once it is done.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub outcome: Option<HandedOver>,
}

/// What a hand-over did.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct HandedOver {
    /// Links that ended.
    #[serde(default)]
    pub links: u64,
    /// Members whose access ended, the seller included.
    #[serde(default)]
    pub members: u64,
    /// Invitations that were taken back.
    #[serde(default)]
    pub invitations: u64,
    /// Number of the last revision that the buyer was given.
    #[serde(default)]
    pub head: u64,
    /// What stayed private.
    #[serde(default)]
    pub counts: Counts,
}

/// The hand-overs that an account takes part in, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Handovers {
    /// They.
    pub handovers: Vec<Handover>,
    /// Hours in which either side may stop what is accepted now.
    #[serde(default = "wait_hours")]
    pub wait_hours: i64,
}

/// What a server waits that does not say.
fn wait_hours() -> i64 {
    WAIT_HOURS
}
