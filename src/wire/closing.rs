//! Leaving: what closing an account takes with it, and everything that is held about its owner.

use crate::account::{Passkey, RecoveryLeft, Session};
use crate::request::Request;
use crate::space::Membership;
use crate::space::is_home;
use model::access::{Role, Sort};
use model::grant::Purpose;
use model::reminder::Settings;
use model::{AccountId, Instant, ShareId, SpaceId};
use serde::{Deserialize, Serialize};

/// What closing an account takes with it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Closing {
    /// The homes that it owns, and its firm.
    pub homes: Vec<ClosingHome>,
    /// Homes of others that it leaves.
    pub leaves: u64,
    /// Links that it made, in whichever home, and that can still be opened.
    pub links: u64,
}

/// A home, or the firm, of an account that closes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ClosingHome {
    /// The home.
    pub space: SpaceId,
    /// The address of the co-owner, of a firm the manager, to whom it goes; where it is absent it is erased.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub heir: Option<String>,
    /// Members besides its owner.
    pub members: u64,
    /// Records in it.
    pub records: u64,
    /// Photos and papers in it.
    pub files: u64,
    /// Their size, bytes.
    pub files_bytes: u64,
    /// What it is.
    #[serde(default, skip_serializing_if = "is_home")]
    pub sort: Sort,
}

/// Everything that is held about the owner of an account. What their homes hold is in the archives of those.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Export {
    /// When this was written.
    pub at: Instant,
    /// The account.
    pub account: AccountId,
    /// Its address.
    pub email: String,
    /// The language of its mails, a BCP 47 tag.
    pub language: String,
    /// When it was made.
    pub created: Instant,
    /// Addresses that it had before and that can still be taken back.
    pub emails_before: Vec<EmailBefore>,
    /// Its signed-in browsers.
    pub sessions: Vec<Session>,
    /// Its passkeys, without their keys.
    pub passkeys: Vec<Passkey>,
    /// Its recovery codes, without the codes.
    pub recovery: RecoveryLeft,
    /// The homes that it is a member of.
    pub spaces: Vec<Membership>,
    /// Links that it made.
    pub links: Vec<ExportLink>,
    /// Invitations that it sent and that are open.
    pub invitations: Vec<ExportInvitation>,
    /// Its requests.
    pub requests: Vec<Request>,
    /// How it is reminded.
    #[serde(default)]
    pub reminders: Vec<ExportReminders>,
    /// How many of its browsers take pushes.
    #[serde(default)]
    pub push_browsers: u64,
    /// Homes that are counted in what suppliers are told, because it agreed.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub counted: Vec<ExportCounted>,
}

/// A home that is counted in what suppliers are told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportCounted {
    /// The home.
    pub space: SpaceId,
    /// Since when its owner has agreed.
    pub since: Instant,
}

/// How an account is reminded of what falls due in a home, without the address of the calendar.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportReminders {
    /// The home.
    pub space: SpaceId,
    /// What it wants; absent where it has never said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub settings: Option<Settings>,
    /// When the address of the calendar was made; absent where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub feed: Option<Instant>,
}

/// An address that an account had.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct EmailBefore {
    /// It.
    pub email: String,
    /// Until when.
    pub until: Instant,
}

/// A link that an account made, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportLink {
    /// The home.
    pub space: SpaceId,
    /// The link.
    pub id: ShareId,
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it is called.
    pub name: String,
    /// When it was made.
    pub made: Instant,
    /// When it ends.
    pub expires: Instant,
    /// How often it was opened.
    pub opens: u64,
    /// When it was ended.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Instant>,
}

/// An invitation that an account sent, without its secret.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportInvitation {
    /// To which home.
    pub space: SpaceId,
    /// Where it was mailed to.
    pub email: String,
    /// As what.
    pub role: Role,
    /// When it ends.
    pub expires: Instant,
}
