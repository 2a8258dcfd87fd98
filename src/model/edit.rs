//! One act of a person on one record: the fields it wrote, and when.

use crate::body::Body;
use crate::id::{EditKey, RecordId};
use crate::stamp::Stamp;
use serde::Serialize;

/// What a device writes down first and sends later. Making a record and changing one are the same: fields with a stamp.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Edit {
    /// Makes sending it twice harmless.
    pub key: EditKey,
    /// The record that it makes or changes.
    pub id: RecordId,
    /// The record's kind.
    pub kind: String,
    /// When the device made it; all its fields carry this stamp.
    pub stamp: Stamp,
    /// The changed fields only; null clears a field. A fact carries all its fields, once.
    pub fields: Body,
}

crate::fielded!(Edit requires { "key" => key, "id" => id, "kind" => kind, "stamp" => stamp, "fields" => fields } {  });
