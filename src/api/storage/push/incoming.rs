//! Reading a push so that an edit of which only the key can be read is answered by itself, like any other.

use crate::border::{read_json, read_sound_json};
use crate::error::Error;
use model::portal::Decision;
use model::{Body, Edit, EditKey, Fault, FaultCode, Letter};
use serde::Deserialize;
use serde_json::value::RawValue;
use wire::push::EDITS_MAX;
use wire::{ErrorCode, Push};

/// An edit as it arrived.
#[derive(Clone, Debug)]
pub struct Incoming {
    /// Its key.
    pub key: EditKey,
    /// The edit, or which of its fields cannot be read.
    pub edit: Result<Edit, Fault>,
}

impl Incoming {
    /// The edit as it is kept of who `was_there` just now or was not: that a passkey confirmed a decision is told only where the server has witnessed it.
    pub fn witnessed(mut self, was_there: bool) -> Self {
        let claims = |edit: &&mut Edit| !was_there && edit.kind == Decision::KIND;
        if let Some(edit) = self.edit.as_mut().ok().filter(claims) {
            let mut fields = edit.fields.open();
            if fields.remove("passkey").is_some() {
                edit.fields = Body::seal(&fields);
            }
        }
        self
    }
}

#[derive(Deserialize)]
struct Edits {
    edits: Vec<Box<RawValue>>,
}

#[derive(Deserialize)]
struct Keyed {
    key: EditKey,
}

/// The edits of a [`wire::Push`].
///
/// # Errors
/// `Unreadable` where it is no push or an edit has no key; `Invalid` where it has too many.
pub fn read(json: &[u8]) -> Result<Vec<Incoming>, Error> {
    if let Some(push) = read_sound_json::<Push>(json)
        && push.edits.len() <= EDITS_MAX
    {
        return Ok(push.edits.into_iter().map(|edit| Incoming { key: edit.key, edit: Ok(edit) }).collect());
    }
    // Something is wrong with it: what it is, and with which edit, is found out step by step.
    let Edits { edits } = read_json(json)?;
    if edits.len() > EDITS_MAX {
        let fault = Fault::limited("edits", FaultCode::TooMany, EDITS_MAX.cast_signed() as i64);
        return Err(
            Error::new(ErrorCode::Invalid, format!("A push has at most {EDITS_MAX} edits.")).with_faults(vec![fault])
        );
    }
    edits.iter().enumerate().map(|(number, edit)| read_edit(number, edit.get())).collect()
}

fn read_edit(number: usize, json: &str) -> Result<Incoming, Error> {
    match serde_json::from_str::<Edit>(json) {
        Ok(edit) => Ok(Incoming { key: edit.key, edit: Ok(edit) }),
        Err(_) => {
            let keyed: Keyed = serde_json::from_str(json).map_err(|_| {
                Error::fault(
                    &format!("edits[{number}].key"),
                    FaultCode::Unreadable,
                    "An edit has no key that can be read.",
                )
                .with_code(ErrorCode::Unreadable)
            })?;
            Ok(Incoming { key: keyed.key, edit: Err(unreadable(json)) })
        }
    }
}

/// Which field of an edit stands in the way.
fn unreadable(json: &str) -> Fault {
    let refused = read_json::<Edit>(json.as_bytes()).err();
    match refused {
        Some(Error::Refused(refusal)) if !refusal.faults.is_empty() => refusal.faults[0].clone(),
        _ => Fault::new("fields", FaultCode::Unreadable),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::{Value, json};

    const STAMP: &str = "0191d3f2c4e0.0003.00000000000000ff";
    const KEY: &str = "00000000-0000-0000-0000-000000000001";

    fn edit(field: &str, value: Value) -> Value {
        let mut edit = json!({"key": KEY, "id": KEY, "kind": "note", "stamp": STAMP, "fields": {}});
        edit[field] = value;
        edit
    }

    fn read_value(push: &Value) -> Result<Vec<Incoming>, Error> {
        read(push.to_string().as_bytes())
    }

    #[test]
    fn an_edit_that_cannot_be_read_does_not_hide_the_others() {
        let push = json!({"edits": [edit("stamp", json!("soon")), edit("kind", json!("entry")), edit("id", json!(7))]});
        let read = read_value(&push).expect("every edit has a key");
        let fields: Vec<Option<String>> = read.into_iter().map(|one| one.edit.err().map(|fault| fault.field)).collect();
        assert_eq!(fields, [Some("stamp".into()), None, Some("id".into())]);
    }

    #[test]
    fn a_field_that_is_missing_is_named() {
        let mut without = edit("kind", json!("entry"));
        without.as_object_mut().expect("an object").remove("stamp");
        let read = read_value(&json!({"edits": [without]})).expect("it has a key");
        assert_eq!(read[0].edit.as_ref().expect_err("no stamp").field, "stamp");
    }

    #[test]
    fn what_cannot_be_answered_one_by_one_is_refused_as_a_whole() {
        let many: Vec<Value> = vec![edit("kind", json!("entry")); EDITS_MAX + 1];
        let rows = [
            (json!({"edits": [edit("key", json!("x"))]}), ErrorCode::Unreadable),
            (json!({"edits": [7]}), ErrorCode::Unreadable),
            (json!({"edits": many}), ErrorCode::Invalid),
            (json!({}), ErrorCode::Unreadable),
        ];
        for (push, expected) in rows {
            assert_eq!(read_value(&push).expect_err("refused").code(), expected);
        }
    }
}
