//! Who contributed a record by a link, or by the label on a system: a field that a record of any kind may have beside its letter.
//!
//! Whoever accepted it is its author in the history, and vouches for this. Letters do not know it, and nobody sees it by a link.

use crate::body::{Body, Fields};
use crate::date::Instant;
use crate::fault::{Fault, FaultCode};
use crate::id::ShareId;
use crate::letter::Check;
use serde::Serialize;
use serde_json::Value;

/// Its name in a body.
pub const FIELD: &str = "via";

/// Who contributed a record, and by which link.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Via {
    /// The link, or the door of the label.
    pub share: ShareId,
    /// What it was called when the record came.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub link: String,
    /// Who says that they contributed it; by a label it may be nobody.
    pub name: String,
    /// Their firm, or as what they did.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub firm: String,
    /// When it was sent.
    pub at: Option<Instant>,
    /// Whether it came by the label on a system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<bool>,
}

crate::fielded!(Via { "share" => share, "link" => link, "name" => name, "firm" => firm, "at" => at, "label" => label });

/// A body, as far as it says who contributed it.
#[derive(Default)]
struct Told {
    via: Option<Via>,
}

crate::fielded!(Told { "via" => via });

impl Via {
    /// Who contributed the record with that body; none if it does not say, or not so that it can be read.
    pub fn of(body: &Body) -> Option<Self> {
        body.text().contains("\"via\"").then(|| body.read::<Told>().ok()?.via).flatten()
    }

    /// As the value of its field.
    pub fn value(&self) -> Value {
        serde_json::to_value(self).expect("it is always writable")
    }
}

/// Everything wrong with who contributed a record.
pub fn faults(fields: &Fields) -> Vec<Fault> {
    let mut check = Check::default();
    match fields.get(FIELD) {
        None | Some(Value::Null) => {}
        Some(Value::Object(via)) => {
            let text = |name: &str| via.get(name).and_then(Value::as_str).unwrap_or_default();
            match via.get("label") {
                Some(Value::Bool(true)) => check.line(FIELD, text("name")),
                _ => check.name(FIELD, text("name")),
            }
            check.line(FIELD, text("link"));
            check.line(FIELD, text("firm"));
        }
        Some(_) => check.fault(FIELD, FaultCode::Unreadable),
    }
    check.faults()
}
