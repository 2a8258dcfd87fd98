//! The inside of an envelope as it travels: JSON text that is opened only where somebody reads the letter.

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// The fields of a letter by name, as plain JSON.
pub type Fields = Map<String, Value>;

/// A JSON object, kept as text. Ten thousand of them are read at a start; nearly all are never looked into.
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Body(Box<RawValue>);

impl Body {
    /// Seals `fields`, names in order.
    pub fn seal(fields: &Fields) -> Self {
        Self(serde_json::value::to_raw_value(fields).expect("a map of JSON values is always writable"))
    }

    /// The fields, or nothing at all if the text is no object.
    pub fn open(&self) -> Fields {
        serde_json::from_str(self.0.get()).unwrap_or_default()
    }

    /// The letter inside, if it is one. A record's body has no null fields: an edit's null takes the field out of it.
    pub fn read<T: serde::de::DeserializeOwned>(&self) -> Result<T, serde_json::Error> {
        serde_json::from_str(self.0.get())
    }

    /// The JSON text.
    pub fn text(&self) -> &str {
        self.0.get()
    }

    /// A body from JSON text.
    pub fn from_text(text: String) -> Result<Self, serde_json::Error> {
        RawValue::from_string(text).map(Self)
    }
}

impl Default for Body {
    fn default() -> Self {
        Self::from_text("{}".to_owned()).expect("an empty object is JSON")
    }
}

impl PartialEq for Body {
    fn eq(&self, other: &Self) -> bool {
        self.text() == other.text() || self.open() == other.open()
    }
}

impl Eq for Body {}
