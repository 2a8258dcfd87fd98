//! Deals: requests to one provider, each a space of its own.

use model::{Edit, FileHash, ShareId, SpaceId};
use serde::{Deserialize, Serialize};

/// Days that the link of a deal lasts; it can be renewed.
pub const LINK_DAYS: i64 = 90;

/// Opens a deal of a home, with what is asked and the link for its provider, all at once; again is harmless.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealNew {
    /// The deal, as the device named it.
    pub id: SpaceId,
    /// The link for its provider.
    pub link: DealLink,
    /// Its first records.
    pub edits: Vec<Edit>,
}

/// Opens a case of a scheme with its first records, all at once; again is harmless.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CaseNew {
    /// The case, as the device named it.
    pub id: SpaceId,
    /// Its first records.
    pub edits: Vec<Edit>,
}

/// The link of a deal, in the place of an earlier one. Its secret stays with who made it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealLink {
    /// The link, as the device named it.
    pub id: ShareId,
    /// SHA-256 of what the provider proves the secret by.
    pub auth_hash: FileHash,
    /// Whom it is for: what they write by it is told to be theirs.
    pub name: String,
}

/// Keeps a deal in the account that asks, by its link.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DealKeep {
    /// The link.
    pub share: ShareId,
    /// What is derived from its secret: 32 bytes.
    pub auth: FileHash,
    /// The firm that is to keep it, of whose office the account is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub firm: Option<SpaceId>,
}
