//! What can be wrong with a letter, named so that a person can be told and a program can react.

use crate::choice::choice;
use serde::Serialize;

/// One thing wrong with one field.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Fault {
    /// The field; a part of it follows a dot (`cost.cents`).
    pub field: String,
    /// What is wrong.
    pub code: FaultCode,
    /// The limit that was passed, in the unit of the field, where there is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub limit: Option<i64>,
}

crate::fielded!(Fault requires { "field" => field, "code" => code } { "limit" => limit });

choice! {
    /// Kinds of fault; each has its sentence in `words`.
    FaultCode {
        /// The field must be filled in.
        Missing = "missing",
        /// More characters than `limit`.
        TooLong = "too_long",
        /// More elements than `limit`.
        TooMany = "too_many",
        /// Below `limit`.
        TooSmall = "too_small",
        /// Above `limit`.
        TooLarge = "too_large",
        /// Before the year `limit`.
        TooEarly = "too_early",
        /// After the year `limit`.
        TooLate = "too_late",
        /// Not of the form the field has (a date that does not exist, text where a number belongs).
        Unreadable = "unreadable",
        /// A value that this field does not take.
        NotAllowed = "not_allowed",
        /// A field that the kind does not have.
        UnknownField = "unknown_field",
        /// A kind that this build does not know.
        UnknownKind = "unknown_kind",
        /// Text that is not in Unicode normal form C, or has control characters.
        NotNormal = "not_normal",
        /// A number that is not a whole number.
        NotWhole = "not_whole",
        /// Nested deeper than `limit`.
        TooDeep = "too_deep",
        /// Larger than `limit` bytes.
        TooBig = "too_big",
        /// The record exists and is a fact: facts are amended, never changed.
        Fixed = "fixed",
        /// The record exists with another kind.
        Taken = "taken",
        /// Contradicts another field of the same record.
        Contradicts = "contradicts",
    }
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
