//! Spaces and their members.

use model::access::{Role, Sort};
use model::{AccountId, Instant, RecordId, SpaceId, Stamp};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

/// Takes a space that was made on a device into the account; again is harmless.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpaceNew {
    /// The space, as the device named it.
    pub id: SpaceId,
}

/// A space one is a member of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Membership {
    /// The space.
    pub space: SpaceId,
    /// As what.
    pub role: Role,
    /// Number of its latest revision.
    pub head: u64,
    /// The version of the access.
    pub scope: u64,
    /// What the space is.
    #[serde(default, skip_serializing_if = "is_home")]
    pub sort: Sort,
    /// The home that a deal belongs to, told to members of that home only.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub home: Option<SpaceId>,
    /// When a deal was ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub closed: Option<Instant>,
}

pub(crate) fn is_home(sort: &Sort) -> bool {
    *sort == Sort::Home
}

/// A member of a space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// The account.
    pub account: AccountId,
    /// Its e-mail.
    pub email: String,
    /// As what.
    pub role: Role,
    /// Since when.
    pub since: Instant,
}

/// Members and open invitations of a space.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Members {
    /// Who is in.
    pub members: Vec<Member>,
    /// Who is invited.
    pub invitations: Vec<Invitation>,
}

/// Invites somebody.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invite {
    /// Where the invitation is mailed to; only who can read that mail, or was given the link, can accept.
    pub email: String,
    /// As what.
    pub role: Role,
}

/// An open invitation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitation {
    /// Its id; not its secret.
    pub id: String,
    /// Where it was mailed to.
    pub email: String,
    /// As what.
    pub role: Role,
    /// When it ends.
    pub expires: Instant,
    /// The link, told once, to whoever invited.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub link: Option<String>,
}

/// Accepts an invitation as the signed-in account.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accept {
    /// The secret from the link.
    pub token: String,
}

/// One revision of a record, as its history shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Revision {
    /// Its number in the space.
    pub rev: u64,
    /// Who made it.
    pub by: AccountId,
    /// Their e-mail, while they have an account.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub email: Option<String>,
    /// When the server accepted it.
    pub at: Instant,
    /// When the device says it was made.
    pub stamp: Stamp,
    /// The fields it wrote; an erased one is left out.
    pub fields: Map<String, Value>,
}

/// The history of a record, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct History {
    /// The record.
    pub record: RecordId,
    /// Its revisions.
    pub revisions: Vec<Revision>,
}

/// One revision of a record that was changed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Change {
    /// The record.
    pub record: RecordId,
    /// The revision.
    #[serde(flatten)]
    pub revision: Revision,
}

/// A page of the histories of all records of a space that were changed, by number, oldest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changes {
    /// Their revisions, the first of each record included.
    pub changes: Vec<Change>,
    /// Whether there are more after these.
    pub more: bool,
}
