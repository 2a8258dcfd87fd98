//! What can be wrong with a letter, named so that a person can be told and a program can react.

use serde::{Deserialize, Serialize};

/// One thing wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fault {
    /// The field; a part of it follows a dot (`cost.cents`).
    pub field: String,
    /// What is wrong.
    pub code: FaultCode,
    /// The limit that was passed, in the unit of the field, where there is one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

/// Kinds of fault; each has its sentence in `words`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FaultCode {
    /// The field must be filled in.
    Missing,
    /// More characters than `limit`.
    TooLong,
    /// More elements than `limit`.
    TooMany,
    /// Below `limit`.
    TooSmall,
    /// Above `limit`.
    TooLarge,
    /// Before the year `limit`.
    TooEarly,
    /// After the year `limit`.
    TooLate,
    /// Not of the form the field has (a date that does not exist, text where a number belongs).
    Unreadable,
    /// A value that this field does not take.
    NotAllowed,
    /// A field that the kind does not have.
    UnknownField,
    /// A kind that this build does not know.
    UnknownKind,
    /// Text that is not in Unicode normal form C, or has control characters.
    NotNormal,
    /// A number that is not a whole number.
    NotWhole,
    /// Nested deeper than `limit`.
    TooDeep,
    /// Larger than `limit` bytes.
    TooBig,
    /// The record exists and is a fact: facts are amended, never changed.
    Fixed,
    /// The record exists with another kind or in another space.
    Taken,
    /// Contradicts another field of the same record.
    Contradicts,
}

impl Fault {
    /// A fault without a limit.
    pub fn new(field: impl Into<String>, code: FaultCode) -> Self {
        Self { field: field.into(), code, limit: None }
    }

    /// A fault that names the limit passed.
    pub fn limited(field: impl Into<String>, code: FaultCode, limit: i64) -> Self {
        Self { field: field.into(), code, limit: Some(limit) }
    }
}
