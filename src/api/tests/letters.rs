//! Letters of every kind with a text of one's choosing wherever one fits: the places are found by trying, so that a new kind or field is among them.

use super::fuzz::letters;
use model::Body;
use model::kind::{KINDS, Kind, edit_faults};
use serde_json::{Map, Value, json};

/// What is tried: no name of a choice, no date and no number, and nothing that a parser takes for something else.
const TRIAL: &str = "a text like any other";

/// A kind, a full letter of it, and the places of the letter that take any text, as JSON pointers.
pub(crate) struct Form {
    pub(crate) kind: &'static str,
    letter: Value,
    pub(crate) places: Vec<String>,
}

/// A form of every kind.
pub(crate) fn forms() -> Vec<Form> {
    let samples = letters();
    let sample = |kind: &Kind| samples.iter().find(|(name, _)| *name == kind.name).map(|(_, letter)| letter.clone());
    KINDS.iter().map(|kind| Form::of(kind, sample(kind).expect("every kind has a sample"))).collect()
}

impl Form {
    fn of(kind: &Kind, mut letter: Value) -> Self {
        for field in kind.fields.iter().filter(|field| **field != "amends") {
            if letter.get(field).is_none() {
                try_value(kind, &mut letter, field, json!(TRIAL));
            }
        }
        try_value(
            kind,
            &mut letter,
            model::source::FIELD,
            json!({"from": "table", "key": TRIAL, "claimed": {"name": TRIAL}}),
        );
        let mut all = Vec::new();
        texts(&letter, String::new(), &mut all);
        let takes_any = |place: &String| {
            let mut tried = letter.clone();
            *tried.pointer_mut(place).expect("it was there") = json!(TRIAL);
            is_right(kind, &tried)
        };
        let places = all.into_iter().filter(takes_any).collect();
        Self { kind: kind.name, letter, places }
    }

    /// The letter with another text in each of its places.
    pub(crate) fn filled(&self, mut text: impl FnMut() -> String) -> Value {
        let mut letter = self.letter.clone();
        for place in &self.places {
            *letter.pointer_mut(place).expect("it is there") = json!(text());
        }
        letter
    }
}

/// Gives a letter one more field, if it is right with it.
fn try_value(kind: &Kind, letter: &mut Value, field: &str, value: Value) {
    let mut tried = letter.clone();
    tried[field] = value;
    if is_right(kind, &tried) {
        *letter = tried;
    }
}

fn is_right(kind: &Kind, letter: &Value) -> bool {
    let body = Body::from_text(letter.to_string()).expect("JSON");
    edit_faults(kind.name, &body, false).is_empty()
}

/// Where texts stand in a value.
fn texts(value: &Value, at: String, found: &mut Vec<String>) {
    match value {
        Value::String(_) => found.push(at),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(number, value)| texts(value, format!("{at}/{number}"), found));
        }
        Value::Object(fields) => inner(fields, &at, found),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}

fn inner(fields: &Map<String, Value>, at: &str, found: &mut Vec<String>) {
    fields.iter().for_each(|(name, value)| texts(value, format!("{at}/{name}"), found));
}
