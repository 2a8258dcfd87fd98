//! Lists of objects in JSON, as programs keep and export them.

use crate::column::Target;
use crate::proposal::ProblemCode;
use crate::row::Row;
use crate::table::{ROWS_MAX, Trouble};
use crate::text::readable;
use model::body::Fields;
use serde::de::{DeserializeSeed, Deserializer, SeqAccess, Visitor};
use serde_json::Value;
use std::borrow::Cow;
use std::fmt;

/// A list of objects in a file.
pub(crate) struct List {
    /// The file, and the entry in it.
    pub(crate) place: String,
    /// The format that it is of.
    pub(crate) format: &'static str,
    /// Which of the format's lists it is.
    pub(crate) name: &'static str,
    /// The objects.
    pub(crate) rows: Vec<Fields>,
    /// What was wrong with it.
    pub(crate) troubles: Vec<Trouble>,
}

impl List {
    /// Whether this is the list of that name.
    pub(crate) fn is(&self, format: &str, name: &str) -> bool {
        self.format == format && self.name == name
    }
}

/// Reads all objects of a list, as far as it can be read; none if the text is no list at all.
pub(crate) fn objects(text: &str) -> Option<(Vec<Fields>, Vec<Trouble>)> {
    let mut found = Found::default();
    let mut reader = serde_json::Deserializer::from_str(text);
    let read = Objects(&mut found).deserialize(&mut reader);
    if read.is_err() && found.rows.is_empty() {
        return None;
    }
    if let Err(error) = read {
        let row = found.rows.len() as u32 + 1;
        found.troubles.push(Trouble { row, code: ProblemCode::CutOff, text: error.to_string() });
    }
    Some((found.rows, found.troubles))
}

#[derive(Default)]
struct Found {
    rows: Vec<Fields>,
    troubles: Vec<Trouble>,
}

struct Objects<'a>(&'a mut Found);

impl<'de> DeserializeSeed<'de> for Objects<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, from: D) -> Result<(), D::Error> {
        from.deserialize_seq(self)
    }
}

impl<'de> Visitor<'de> for Objects<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list of objects")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut list: A) -> Result<(), A::Error> {
        let mut row = 0;
        while let Some(value) = list.next_element::<Value>()? {
            row += 1;
            match value {
                Value::Object(fields) if self.0.rows.len() < ROWS_MAX => self.0.rows.push(fields),
                other => {
                    let code = if other.is_object() { ProblemCode::CutOff } else { ProblemCode::Unexpected };
                    if self.0.troubles.len() < 100 {
                        self.0.troubles.push(Trouble { row, code, text: other.to_string() });
                    }
                }
            }
        }
        Ok(())
    }
}

/// A value as text; none where it says nothing.
pub(crate) fn text(value: &Value) -> Option<Cow<'_, str>> {
    match value {
        Value::Null => None,
        Value::String(text) => Some(Cow::Borrowed(text.as_str())).filter(|text| !text.trim().is_empty()),
        Value::Bool(_) | Value::Number(_) => Some(Cow::Owned(value.to_string())),
        Value::Array(values) => {
            let texts: Vec<_> = values.iter().filter_map(text).collect();
            (!texts.is_empty()).then(|| Cow::Owned(texts.join(", ")))
        }
        Value::Object(fields) => {
            let said = |(name, value): (&String, &Value)| Some(format!("{}: {}", readable(name), text(value)?));
            let texts: Vec<_> = fields.iter().filter_map(|(name, value)| said((name, value))).collect();
            (!texts.is_empty()).then(|| Cow::Owned(texts.join(", ")))
        }
    }
}

/// The text of a field; empty where there is none.
pub(crate) fn field<'a>(fields: &'a Fields, name: &str) -> Cow<'a, str> {
    fields.get(name).and_then(text).unwrap_or_default()
}

/// Whether a field is true; databases write 1.
pub(crate) fn is_true(fields: &Fields, name: &str) -> bool {
    match fields.get(name) {
        Some(Value::Bool(is)) => *is,
        Some(Value::Number(number)) => number.as_i64() == Some(1),
        Some(Value::String(text)) => matches!(text.as_str(), "1" | "true"),
        _ => false,
    }
}

/// The row of an object: its fields by `targets`, the rest as notes, but those of `none`.
pub(crate) fn row<'a>(
    place: &'a str,
    number: u32,
    fields: &'a Fields,
    targets: &[(&str, Target)],
    none: &[&str],
) -> Row<'a> {
    let mut row = Row::new(place, number);
    for (name, value) in fields {
        let target = targets.iter().find(|(known, _)| known == name).map_or(Target::Note, |(_, target)| *target);
        if let Some(text) = text(value).filter(|_| !none.contains(&name.as_str())) {
            row.push(target, readable(name), text);
        }
    }
    row
}
