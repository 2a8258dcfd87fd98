//! What is sent by a link, and what becomes of it.

use model::contribution::{Sort, State};
use model::{Body, ContributionId, Instant, RecordId, ShareId};
use serde::{Deserialize, Serialize};

/// Sends something by a link. Its files were sent before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ContributionNew {
    /// It, as the device named it: sent again it is the same.
    pub id: ContributionId,
    /// What it is.
    pub sort: Sort,
    /// Who sends it.
    pub name: String,
    /// Their firm, or as what they sign.
    #[serde(default)]
    pub firm: String,
    /// The fields of the record that it is to become; of the wish to become a member `email`.
    pub fields: Body,
}

/// Something that was sent by a link, as far as its sender is told.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sent {
    /// It.
    pub id: ContributionId,
    /// What it is.
    pub sort: Sort,
    /// What it is called: the title of an entry, the text of a remark. Nothing once it was decided.
    #[serde(default)]
    pub title: String,
    /// When it was sent.
    pub at: Instant,
    /// How it stands.
    pub state: State,
}

/// Something that was sent by a link, as members see it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contribution {
    /// It.
    pub id: ContributionId,
    /// The link, or the door of the label.
    pub share: ShareId,
    /// What the link is called; of a label, what strangers are told.
    #[serde(default)]
    pub link: String,
    /// What it is.
    pub sort: Sort,
    /// Who sent it, as they say; by a label it may be nobody.
    pub name: String,
    /// Their firm, or as what they sign.
    #[serde(default)]
    pub firm: String,
    /// When.
    pub at: Instant,
    /// The fields of the record that it is to become; gone once it was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fields: Option<Body>,
    /// How it stands.
    pub state: State,
    /// When that was decided.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decided: Option<Instant>,
    /// The record that it became.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub record: Option<RecordId>,
    /// Whether it was reported by the label on a system.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub label: bool,
}

/// What was sent by the links of a home: what waits first, then what was decided, the latest first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contributions {
    /// It.
    pub contributions: Vec<Contribution>,
}

/// As much of [`Contributions`] as somebody reads who only counts what waits.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ContributionStates {
    /// It.
    pub contributions: Vec<ContributionState>,
}

/// How something stands that was sent by a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct ContributionState {
    /// Whether it waits.
    pub state: State,
}

/// Takes something that was sent by a link into the home, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Verdict {
    /// Whether it is taken.
    pub accept: bool,
}
