//! Bringing records in from other programs, and taking an import back.

use super::{Trouble, engine};
use crate::browser::photo::Picked;
use crate::browser::porter::{Piece, Porter};
use crate::browser::{clock, random};
use crate::desk::Desk;
use import::proposal::Problem;
use import::talk::{Answers, Found, Preview};
use leptos::prelude::*;
use model::import::Import;
use model::{Letter, RecordId, SpaceId};
use serde::de::DeserializeOwned;
use serde_json::json;
use std::collections::BTreeSet;
use std::rc::Rc;
use sync::{Store, StoreError};

pub use crate::browser::porter::Way;

/// Where answers are kept for the next import of the same form.
const ANSWERS: &str = "import-answers";

/// Money of a home that says nothing else.
const CURRENCY: &str = "ZAR";

/// An import of the open home that is being made ready, or is under way. A handle: copies are the same import.
#[derive(Clone)]
pub struct Importing {
    porter: Rc<Porter>,
    space: SpaceId,
    id: RecordId,
}

/// What came of an import.
#[derive(Clone, Debug, PartialEq)]
pub struct Done {
    /// Its record, by which it is taken back.
    pub id: RecordId,
    /// Records made and changed.
    pub import: Import,
    /// Files that could not be brought in.
    pub missing: Vec<Problem>,
}

/// Opens `files`. What was found in them, and the answers of the last import.
pub async fn open(desk: Desk, files: &[Picked]) -> Result<(Importing, Answers), Trouble> {
    let engine = engine(desk)?;
    let space = engine.here()?;
    let porter = Porter::hire();
    porter.bring(files, desk.language.get_untracked().words().tag).await.map_err(broken)?;
    let answers = engine.device().note(ANSWERS).await.ok().flatten();
    let answers = answers.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    Ok((Importing { porter: Rc::new(porter), space, id: random::record_id() }, answers))
}

impl Importing {
    /// What was found in the files.
    pub async fn found(&self, desk: Desk, answers: &Answers) -> Result<Found, Trouble> {
        let today = desk.today().to_string();
        read(&self.porter.text("found", &[&written(answers), &today]).await.map_err(broken)?)
    }

    /// What would become of the home. The answers are kept for the next time.
    pub async fn preview(&self, desk: Desk, answers: &Answers, wanted: &BTreeSet<String>) -> Result<Preview, Trouble> {
        let engine = engine(desk)?;
        self.porter.call_none("know").await.map_err(broken)?;
        engine.tell_parts(async |part| self.porter.text("know", &[&part]).await.map(drop).map_err(broken)).await?;
        let currency = answers.currency.as_deref().unwrap_or(CURRENCY);
        let (import, today) = (self.id, desk.today());
        let asked =
            json!({"answers": answers, "wanted": wanted, "import": import, "currency": currency, "today": today});
        let preview = self.porter.text("preview", &[&asked.to_string()]).await.map_err(broken)?;
        // Answers that cannot be kept are asked for again.
        let _ = engine.device().set_note(ANSWERS, Some(&written(answers))).await;
        read(&preview)
    }

    /// Does what the last preview showed. `way` says how far it has come. One that breaks off can be taken back, or gone on with by the same files.
    pub async fn perform(&self, desk: Desk, way: RwSignal<Way>) -> Result<Done, Trouble> {
        let engine = engine(desk)?;
        let began = clock::now_ms() as f64;
        let letter = self.porter.number("letter", began).await.map_err(broken)?;
        let import: Import = read(&letter)?;
        let own = json!([{"id": self.id, "kind": Import::KIND, "fields": import.fields()}]).to_string();
        engine.take_in(self.space, &own, false).await?;
        while let Some((piece, at)) = self.porter.next().await.map_err(broken)? {
            match piece {
                Piece::Changes(changes) => engine.take_in(self.space, &changes, false).await?,
                Piece::File(file, content) => engine.take_file(self.space, &file, &content).await?,
            }
            way.try_set(at);
        }
        engine.take_in(self.space, "[]", true).await?;
        let missing = read(&self.porter.text("missing", &[]).await.map_err(broken)?)?;
        Ok(Done { id: self.id, import, missing })
    }
}

/// Takes an import back: what it made is deleted or withdrawn, what it changed is as it was before.
pub async fn take_back(desk: Desk, import: RecordId, way: RwSignal<Way>) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    let space = engine.here()?;
    let porter = Porter::hire();
    let language = desk.language.get_untracked().words().tag;
    porter.text("undo", &[&import.to_string(), language]).await.map_err(broken)?;
    engine.tell_parts(async |part| porter.text("know", &[&part]).await.map(drop).map_err(broken)).await?;
    porter.text("begin", &[]).await.map_err(broken)?;
    while let Some((Piece::Changes(changes), at)) = porter.next().await.map_err(broken)? {
        engine.take_in(space, &changes, at.done == at.all).await?;
        way.try_set(at);
    }
    Ok(())
}

/// The imports of the open home that can be taken back, the latest first.
pub fn imports(desk: Desk) -> Vec<(RecordId, Import)> {
    let Ok(engine) = engine(desk) else { return Vec::new() };
    let letter = |record: model::Record| Some((record.id, record.body.read::<Import>().ok()?));
    let mut imports: Vec<_> = engine.of_kind(Import::KIND).into_iter().filter_map(letter).collect();
    // What came as an archive is a home of its own, which goes as a whole or not at all.
    imports.retain(|(_, import)| import.undone != Some(true) && import.from != "codessa");
    imports.sort_by_key(|(id, import)| std::cmp::Reverse((import.began, *id)));
    imports
}

pub(super) fn broken(why: String) -> Trouble {
    leptos::logging::warn!("the porter: {why}");
    if crate::browser::network::is_online() { Trouble::Store(StoreError::Failed(why)) } else { Trouble::Offline }
}

pub(super) fn read<T: DeserializeOwned>(text: &str) -> Result<T, Trouble> {
    serde_json::from_str(text).map_err(|error| Trouble::Store(StoreError::Failed(error.to_string())))
}

fn written(answers: &Answers) -> String {
    serde_json::to_string(answers).expect("answers are always writable")
}
