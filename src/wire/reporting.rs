//! Labels on systems by which somebody without an account may report a fault.

use model::entry::Severity;
use model::{ContributionId, FileHash, FileRef, RecordId, ShareId};
use serde::{Deserialize, Serialize};

/// Files of one report at most.
pub const FILES_MAX: usize = 5;
/// Labels of a home by which faults may be reported.
pub const LABELS_MAX: usize = 500;

/// Opens labels for reports, in place of those that were open before. Without any nobody may report by a label.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportingChange {
    /// The labels.
    pub labels: Vec<LabelOpen>,
}

/// A label to be opened. Its token stays on the devices of the home.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelOpen {
    /// The door of the label, derived from its token.
    pub id: ShareId,
    /// SHA-256 of what is derived from its token too, by which somebody proves that they have scanned it.
    pub auth_hash: FileHash,
    /// The label.
    pub label: RecordId,
    /// The system that it is on.
    pub system: RecordId,
    /// What strangers are told that it is on; nothing unless a member chose something.
    #[serde(default)]
    pub name: String,
}

/// The labels of a home by which faults may be reported.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Reporting {
    /// They; none unless a member chose so.
    pub labels: Vec<LabelDoor>,
}

/// A label by which faults may be reported.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelDoor {
    /// Its door.
    pub id: ShareId,
    /// The label.
    pub label: RecordId,
    /// The system that it is on.
    pub system: RecordId,
    /// What strangers are told that it is on.
    #[serde(default)]
    pub name: String,
}

/// What somebody is told who scanned a label, and nothing else.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LabelSeen {
    /// What members chose to tell.
    #[serde(default)]
    pub name: String,
}

/// Reports a fault by a label. Its photos were sent before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ReportNew {
    /// It, as the device named it: sent again it is the same.
    pub id: ContributionId,
    /// What is wrong, in a line.
    pub title: String,
    /// How bad it is.
    pub severity: Severity,
    /// Anything else, with how to reach who reports it, if they wish.
    #[serde(default)]
    pub notes: String,
    /// Who reports it, if they say so.
    #[serde(default)]
    pub name: String,
    /// Photos.
    #[serde(default)]
    pub files: Vec<FileRef>,
}
