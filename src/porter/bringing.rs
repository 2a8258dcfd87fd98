//! Bringing records in.

use crate::blob::Chosen;
use import::batch::Settings;
use import::input::Input;
use import::plan::Change;
use import::session::{Piece, Session, Wish};
use import::talk::Answers;
use import::undo::undo;
use js_sys::{Object, Reflect, Uint8Array};
use model::{Date, Instant, Letter, Record, RecordId};
use serde::Deserialize;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use wasm_bindgen::prelude::*;
use web_sys::Blob;
use words::Language;

/// An import, from its files to the last piece that has to be written.
#[wasm_bindgen]
pub struct Bringing {
    session: Session,
    records: Vec<Record>,
    language: Language,
}

/// What is asked for with a preview.
#[derive(Deserialize)]
struct Asked {
    answers: Answers,
    wanted: BTreeSet<String>,
    import: RecordId,
    currency: String,
    today: Date,
}

#[wasm_bindgen]
impl Bringing {
    /// Opens `files`, called `names`, for a home whose people speak `language`.
    #[wasm_bindgen(constructor)]
    pub fn new(files: Vec<Blob>, names: Vec<String>, language: &str) -> Self {
        let input = |(blob, name)| Input { name, content: Box::new(Chosen(blob)) };
        let session = Session::open(files.into_iter().zip(names).map(input).collect());
        Self { session, records: Vec::new(), language: Language::of_tag(language) }
    }

    /// What was found in them (`import::talk::Found`) on the day `today`, with the answers that are known from an earlier import.
    pub fn found(&self, answers: &str, today: &str) -> Result<String, JsError> {
        let today = today.parse().map_err(JsError::new)?;
        Ok(serde_json::to_string(&self.session.found(&serde_json::from_str(answers)?, today))?)
    }

    /// Takes note of records that the home has; none takes them all away again.
    pub fn know(&mut self, records: Option<String>) -> Result<(), JsError> {
        match records {
            Some(records) => self.records.extend(serde_json::from_str::<Vec<Record>>(&records)?),
            None => self.records.clear(),
        }
        Ok(())
    }

    /// What would become of the home (`import::talk::Preview`).
    pub fn preview(&mut self, asked: &str) -> Result<String, JsError> {
        let asked: Asked = serde_json::from_str(asked)?;
        let words = self.language.words();
        let settings = Settings { words, currency: &asked.currency, today: asked.today };
        let wish = Wish { settings, wanted: &asked.wanted, import: asked.import };
        let preview = self.session.preview(&self.records, &asked.answers, &wish, &mut fresh);
        Ok(serde_json::to_string(&preview)?)
    }

    /// The fields of the import's own record, which is written first.
    pub fn letter(&self, began_ms: f64) -> Result<String, JsError> {
        Ok(serde_json::to_string(&self.session.letter(Instant(began_ms as i64)).fields())?)
    }

    /// The next piece: `{changes: JSON}` or `{file: JSON, content: bytes}`, with `done` of `all` steps; nothing when all was handed over.
    pub fn next(&mut self) -> Result<JsValue, JsError> {
        let Some(piece) = self.session.next(self.language.words()) else { return Ok(JsValue::UNDEFINED) };
        let told = Object::new();
        match piece {
            Piece::Changes(changes) => set(&told, "changes", &written(&changes)?.into()),
            Piece::File(file, content) => {
                set(&told, "file", &serde_json::to_string(&file)?.into());
                set(&told, "content", &Uint8Array::from(content.as_slice()));
            }
        }
        let (done, all) = self.session.progress();
        set(&told, "done", &(done as f64).into());
        set(&told, "all", &(all as f64).into());
        Ok(told.into())
    }

    /// Files that could not be brought in (`import::proposal::Problem`), once all pieces were handed over.
    pub fn missing(&self) -> Result<String, JsError> {
        Ok(serde_json::to_string(self.session.missing())?)
    }
}

/// An import that is being taken back.
#[wasm_bindgen]
pub struct Undoing {
    import: RecordId,
    language: Language,
    records: Vec<Record>,
    changes: Vec<Change>,
    done: usize,
}

/// Changes of one piece when an import is taken back.
const PIECE_CHANGES: usize = 400;

#[wasm_bindgen]
impl Undoing {
    /// Of the import that the record `import` tells of.
    #[wasm_bindgen(constructor)]
    pub fn new(import: &str, language: &str) -> Result<Self, JsError> {
        let import = import.parse().map_err(|_| JsError::new("an import is named by its record"))?;
        let language = Language::of_tag(language);
        Ok(Self { import, language, records: Vec::new(), changes: Vec::new(), done: 0 })
    }

    /// Takes note of records that the home has.
    pub fn know(&mut self, records: &str) -> Result<(), JsError> {
        self.records.extend(serde_json::from_str::<Vec<Record>>(records)?);
        Ok(())
    }

    /// Works out what has to be written, once all records are known.
    pub fn begin(&mut self) {
        let reason = self.language.words().carry().taken_back;
        self.changes = undo(&self.records, self.import, reason, &mut fresh);
        self.records = Vec::new();
    }

    /// The next piece, as that of [`Bringing::next`].
    pub fn next(&mut self) -> Result<JsValue, JsError> {
        let end = (self.done + PIECE_CHANGES).min(self.changes.len());
        if end == self.done {
            return Ok(JsValue::UNDEFINED);
        }
        let told = Object::new();
        set(&told, "changes", &written(&self.changes[self.done..end])?.into());
        self.done = end;
        set(&told, "done", &(end as f64).into());
        set(&told, "all", &(self.changes.len() as f64).into());
        Ok(told.into())
    }
}

fn written(changes: &[Change]) -> Result<String, JsError> {
    let change = |change: &Change| json!({"id": change.id, "kind": change.kind, "fields": change.fields});
    Ok(Value::from_iter(changes.iter().map(change)).to_string())
}

fn set(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect("a plain object takes any property");
}

fn fresh() -> RecordId {
    RecordId(uuid::Uuid::now_v7())
}
