//! Reading lists of units.

use crate::blob::Chosen;
use import::input::Input;
use import::units::talk::Answers;
use import::units::{Asked, Units};
use model::{Date, Record, RecordId};
use serde::Deserialize;
use wasm_bindgen::prelude::*;
use web_sys::Blob;
use words::Language;

/// Lists of units, from the files to what has to be written.
#[wasm_bindgen]
pub struct Listing {
    units: Units,
    language: Language,
}

/// What is asked for with a preview.
#[derive(Deserialize)]
struct Wanted {
    answers: Answers,
    records: Vec<Record>,
    today: Date,
}

#[wasm_bindgen]
impl Listing {
    /// Opens `files`, called `names`, for a person who speaks `language`.
    #[wasm_bindgen(constructor)]
    pub fn new(files: Vec<Blob>, names: Vec<String>, language: &str) -> Self {
        let input = |(blob, name)| Input { name, content: Box::new(Chosen(blob)) };
        Self {
            units: Units::open(files.into_iter().zip(names).map(input).collect()),
            language: Language::of_tag(language),
        }
    }

    /// What was found in them (`import::units::talk::Found`).
    pub fn found(&self, answers: &str) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.units.found(&serde_json::from_str(answers)?))?)
    }

    /// What would become of the scheme (`import::units::talk::Preview`).
    pub fn preview(&mut self, wanted: &str) -> Result<String, JsError> {
        let wanted: Wanted = serde_json::from_str(wanted)?;
        let words = self.language.words();
        let asked = Asked { records: &wanted.records, answers: &wanted.answers, today: wanted.today, words };
        Ok(serde_json::to_string(&self.units.preview(&asked, &mut fresh))?)
    }

    /// What the last preview showed, as changes of records.
    pub fn changes(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(self.units.changes())?)
    }

    /// First records of the logbooks that would be kept.
    pub fn logbooks(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(self.units.logbooks())?)
    }
}

fn fresh() -> RecordId {
    RecordId(uuid::Uuid::now_v7())
}
