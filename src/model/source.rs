//! Where a record was brought in from: a field that a record of any kind may have beside its letter.
//!
//! Letters do not know it: a form that changes a record leaves it as it is, and a fact that a person writes to correct another has none.

use crate::body::{Body, Fields};
use crate::canonical::canonical_text;
use crate::date::Instant;
use crate::fault::{Fault, FaultCode};
use crate::id::{AccountId, FileHash, RecordId};
use crate::letter::Check;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::collections::BTreeMap;

/// Its name in a body.
pub const FIELD: &str = "source";

/// Characters of a key: longer ones are cut by who makes them, with a hash at their end.
pub const KEY_CHARS_MAX: usize = 300;

/// Characters of a print: enough that a changed value is overlooked once in four thousand million.
const PRINT_CHARS: usize = 8;

/// What is known of where a record came from.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Source {
    /// The format: `homebox`, `warracker`, `table`, `codessa`.
    pub from: String,
    /// What names the record there, the same in every export.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// The import that last wrote it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub import: Option<RecordId>,
    /// [Prints](print()) of the values that were brought in, by field: what differs from them now, a person changed.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub prints: BTreeMap<String, String>,
    /// What the fields that the last import changed held before it, so that it can be undone; null for one that was not there.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub was: Option<Fields>,
    /// What an archive says of the record that this one was restored from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub claimed: Option<Claimed>,
}

/// Author, time and number of a record as an archive claims them. Nobody here has witnessed any of it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Claimed {
    /// The account that wrote it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<AccountId>,
    /// What that account is called.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// When a server accepted it first.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Instant>,
    /// The number of its latest revision.
    #[serde(skip_serializing_if = "is_zero")]
    pub rev: u64,
    /// The import that last wrote it there, whose place the import of the archive has taken.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub import: Option<RecordId>,
}

crate::fielded!(Claimed { "by" => by, "name" => name, "at" => at, "rev" => rev, "import" => import });

fn is_zero(number: &u64) -> bool {
    *number == 0
}

impl Source {
    /// The source in a body; none if it has none that can be read.
    pub fn of(fields: &Fields) -> Option<Self> {
        serde_json::from_value(fields.get(FIELD)?.clone()).ok()
    }

    /// The import that brought the record in: of one that came back from an archive, the one that had brought it in there.
    pub fn brought_by(&self) -> Option<RecordId> {
        self.claimed.as_ref().and_then(|claimed| claimed.import).or(self.import)
    }

    /// As the value of its field.
    pub fn value(&self) -> Value {
        serde_json::to_value(self).expect("a source is always writable")
    }
}

/// As much of a source as a person is shown.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Origin {
    /// The format.
    pub from: String,
    /// What an archive says of the record that this one was restored from.
    pub claimed: Option<Claimed>,
}

crate::fielded!(Origin { "from" => from, "claimed" => claimed });

/// A body, as far as it says where it came from.
#[derive(Default)]
struct Told {
    source: Option<Origin>,
}

crate::fielded!(Told { "source" => source });

impl Origin {
    /// Where the record with that body came from; none if it does not say, or not so that it can be read.
    pub fn of(body: &Body) -> Option<Self> {
        body.text().contains(FIELD).then(|| body.read::<Told>().ok()?.source).flatten()
    }
}

/// Everything wrong with where a record came from. What does not matter to anybody but an import is not looked into.
pub fn faults(fields: &Fields) -> Vec<Fault> {
    let mut check = Check::default();
    match fields.get(FIELD) {
        None | Some(Value::Null) => {}
        Some(Value::Object(source)) => {
            let text = |name: &str| source.get(name).and_then(Value::as_str).unwrap_or_default();
            check.name(FIELD, text("from"));
            let key = text("key");
            if key.len() > KEY_CHARS_MAX && key.chars().count() > KEY_CHARS_MAX {
                check.fault(FIELD, FaultCode::TooLong);
            }
        }
        Some(_) => check.fault(FIELD, FaultCode::Unreadable),
    }
    check.faults()
}

/// A short name of a value that tells it from others: the beginning of the SHA-256 of its canonical text, in hexadecimal digits.
pub fn print(value: &Value) -> String {
    let mut print = FileHash::of(canonical_text(value).as_bytes()).to_string();
    print.truncate(PRINT_CHARS);
    print
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::kind::{KINDS, edit_faults};
    use serde_json::json;

    #[test]
    fn a_record_of_any_kind_may_tell_where_it_came_from() {
        for kind in KINDS {
            let told = Body::from_text(r#"{"source":{"from":"homebox","key":"7"}}"#.into()).expect("JSON");
            let faults = edit_faults(kind.name, &told, false);
            assert!(faults.iter().all(|fault| fault.field != FIELD), "{}: {faults:?}", kind.name);
            let wrong = Body::from_text(r#"{"source":7}"#.into()).expect("JSON");
            let faults = edit_faults(kind.name, &wrong, false);
            assert!(faults.iter().any(|fault| fault.field == FIELD), "{}: {faults:?}", kind.name);
        }
    }

    #[test]
    fn it_is_written_as_it_is_read() {
        let text = r#"{"claimed":{"at":"2019-03-14T08:00:00.000Z","by":"01932f1e-7c00-7000-8000-000000000001","import":"01932f1e-7c00-7000-8000-000000000003","name":"Ann","rev":7},"from":"homebox","import":"01932f1e-7c00-7000-8000-000000000002","key":"a/7","prints":{"name":"0a1b2c3d"},"was":{"name":null}}"#;
        let source: Source = serde_json::from_str(text).expect("a source");
        assert_eq!(canonical_text(&source.value()), text);
        let fields = Fields::from_iter([(FIELD.to_owned(), source.value())]);
        assert_eq!(Source::of(&fields), Some(source));
        assert_eq!(Source::of(&Fields::new()), None);
    }

    #[test]
    fn equal_values_have_equal_prints() {
        assert_eq!(print(&json!({"a": 1, "b": 2})), print(&json!({"b": 2, "a": 1})));
        assert_ne!(print(&json!("a")), print(&json!("b")));
        assert_eq!(print(&json!(1)).len(), PRINT_CHARS);
    }
}
