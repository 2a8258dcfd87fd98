//! What suppliers may expect: whether a home is counted in it, and what is told by a link.

use model::{FileHash, Instant, PartialDate};
use serde::{Deserialize, Serialize};

/// Where a supplier's link leads. Its secret stands in the fragment.
pub const PAGE: &str = "/supply";

/// For what the bytes are derived from the secret (HKDF with SHA-256, RFC 5869, without salt) by which a supplier proves that they have it.
pub const AUTH: &str = "codessa outlook auth 1";

/// Whether what a home will need is counted in what suppliers are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counted {
    /// Since when its owner has agreed; absent where they do not.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub since: Option<Instant>,
}

/// Its owner agrees, or no longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Agreed {
    /// Whether they do.
    pub agreed: bool,
}

/// By what somebody proves that they have the secret of a supplier's link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Proof {
    /// What was derived from it.
    pub auth: FileHash,
}

/// What a supplier is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Told {
    /// Whom the link is for.
    pub name: String,
    /// When it ends.
    pub expires: Instant,
    /// What was published of this month and later ones, by month, suburb and family.
    pub figures: Vec<Figure>,
}

/// How much will be needed of something.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// The month in which it is needed.
    pub month: PartialDate,
    /// The suburb.
    pub suburb: String,
    /// The family of parts.
    pub family: String,
    /// Pieces, a multiple of ten.
    pub quantity: u64,
    /// The month in which it was published.
    pub published: PartialDate,
}
