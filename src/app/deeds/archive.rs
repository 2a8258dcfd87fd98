//! Taking the open home out as an archive, and bringing a home back from one.

use super::carry::{broken, read};
use super::{Trouble, engine, estate, member, portal, team};
use crate::browser::photo::Picked;
use crate::browser::porter::{Piece, Porter};
use crate::browser::{clock, random};
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::access::deal::provides;
use model::import::Import;
use model::{Edit, FileRef, Instant, SpaceId};
use serde::Deserialize;
use serde_json::json;
use std::rc::Rc;
use wire::space::{Member, Members};

pub use crate::browser::porter::{Made, Way};

/// Records that the porter is told at once.
const PART_RECORDS: usize = 500;

/// An archive that was made.
#[derive(Clone, Debug, PartialEq)]
pub struct Taken {
    /// The file.
    pub made: Made,
    /// What to call it.
    pub name: String,
    /// Names of files that could not be had: they are neither on this device nor to be fetched now.
    pub missing: Vec<String>,
    /// Whether it tells how records came to be as they are: the server knows, and may be out of reach.
    pub has_history: bool,
}

/// Makes an archive of the open home from what is on this device, and fetches what is not. `way` says how far it has come.
pub async fn take(desk: Desk, way: RwSignal<Way>) -> Result<Taken, Trouble> {
    let engine = engine(desk)?;
    let space = engine.here()?;
    let porter = Porter::hire();
    begin(desk, &porter, space, member::list(desk).await.ok()).await?;
    engine.tell_parts(async |part| porter.text("know", &[&part]).await.map(drop).map_err(broken)).await?;
    let deals = know_deals(desk, &porter).await?;
    let has_history = know_history(desk, &porter).await?;
    let (made, missing) = write(&porter, way, async |file| content(desk, &deals, file).await).await?;
    let name = desk.library.property().map(|property| property.letter.name.clone()).unwrap_or_default();
    Ok(Taken { made, name: file_name(desk, &name), missing, has_history })
}

/// Makes an archive of a scheme that one looks after, in the same way. Its cases and the logbooks of its units are spaces of their own, and not in it.
pub async fn take_estate(desk: Desk, way: RwSignal<Way>) -> Result<Taken, Trouble> {
    let engine = engine(desk)?;
    let estate = estate::estate(desk).await?.filter(|one| !one.is_visit).ok_or(Trouble::Forbidden)?;
    let (space, porter) = (estate.space, Porter::hire());
    begin(desk, &porter, space, team::members(space).await.ok()).await?;
    for part in estate.records.chunks(PART_RECORDS) {
        let part = serde_json::to_string(part).expect("records are always writable");
        porter.text("know", &[&part]).await.map_err(broken)?;
    }
    let has_history = know_changes(&porter, space).await?;
    if has_history {
        porter.text("know_waiting", &["[]", "[]"]).await.map_err(broken)?;
    }
    let (made, missing) = write(&porter, way, async |file| engine.deal_file(space, file).await).await?;
    let name = estate.scheme().map(|(_, scheme)| scheme.name).unwrap_or_default();
    Ok(Taken { made, name: file_name(desk, &name), missing, has_history })
}

/// Begins an archive of that space. Without a network its members stay unnamed; who wrote what is in the records.
async fn begin(desk: Desk, porter: &Porter, space: SpaceId, members: Option<Members>) -> Result<(), Trouble> {
    let note = |member: Member| json!({"account": member.account, "name": member.email, "role": member.role, "since": member.since});
    let members = members.map(|members| members.members).unwrap_or_default();
    let members = serde_json::Value::from_iter(members.into_iter().map(note)).to_string();
    let language = desk.language.get_untracked().words().tag;
    porter.take(&space.to_string(), &members, clock::now_ms(), language).await.map_err(broken)
}

/// Writes what the archive was told, with the files that can be had; the archive, and the names of those that cannot.
async fn write(
    porter: &Porter,
    way: RwSignal<Way>,
    content: impl AsyncFn(&FileRef) -> Result<Vec<u8>, Trouble>,
) -> Result<(Made, Vec<String>), Trouble> {
    let files: Vec<FileRef> = read(&porter.text("files", &[]).await.map_err(broken)?)?;
    let all = files.len() as u32 * 2;
    let (mut had, mut missing) = (Vec::new(), Vec::new());
    for (done, file) in files.into_iter().enumerate() {
        way.try_set(Way { done: done as u32, all });
        match content(&file).await {
            Ok(_) => had.push(file),
            Err(_) => missing.push(file.name),
        }
    }
    let have = json!(had.iter().map(|file| file.hash).collect::<Vec<_>>()).to_string();
    porter.text("begin", &[&have]).await.map_err(broken)?;
    for (done, file) in had.iter().enumerate() {
        way.try_set(Way { done: (had.len() + missing.len() + done) as u32, all });
        let content = content(file).await?;
        porter.give("file", &file.hash.to_string(), &content).await.map_err(broken)?;
    }
    Ok((porter.made("finish").await.map_err(broken)?, missing))
}

/// Tells what the home asked of providers: the deals, each with the text of its records.
async fn know_deals(desk: Desk, porter: &Porter) -> Result<Vec<(SpaceId, String)>, Trouble> {
    let own = portal::deals(desk).await?.into_iter().filter(|dealt| !provides(dealt.role));
    let mut deals = Vec::new();
    for dealt in own {
        let records = serde_json::to_string(&dealt.records).expect("records are always writable");
        porter.text("know_deal", &[&dealt.space.to_string(), &records]).await.map_err(broken)?;
        deals.push((dealt.space, records));
    }
    Ok(deals)
}

/// The bytes of a file of the home, or of the deal that names it.
async fn content(desk: Desk, deals: &[(SpaceId, String)], file: &FileRef) -> Result<Vec<u8>, Trouble> {
    let of_home = engine(desk)?.content(file).await;
    let hash = file.hash.to_string();
    match deals.iter().find(|(_, records)| of_home.is_err() && records.contains(&hash)) {
        Some((deal, _)) => portal::content(desk, *deal, file).await,
        None => of_home,
    }
}

/// Tells how the records of the open home came to be as they are: what waits here, then what the server knows. Whether that could be had.
async fn know_history(desk: Desk, porter: &Porter) -> Result<bool, Trouble> {
    let engine = engine(desk)?;
    let (bases, edits) = engine.tell_waiting();
    if desk.joined() && !know_changes(porter, engine.here()?).await? {
        return Ok(false);
    }
    porter.text("know_waiting", &[&bases, &edits]).await.map_err(broken)?;
    Ok(true)
}

/// Tells what the server knows of how the records of a space came to be as they are. Whether that could be had.
async fn know_changes(porter: &Porter, space: SpaceId) -> Result<bool, Trouble> {
    let mut after = String::from("0");
    while !after.is_empty() {
        let page = format!("{}?after={after}", wire::path::changes(space));
        let Ok(page) = net::get_text(&page).await else { return Ok(false) };
        after = porter.text("know_changes", &[&page]).await.map_err(broken)?;
    }
    Ok(true)
}

/// "codessa-14-protea-street-2026-11-26.zip"
fn file_name(desk: Desk, name: &str) -> String {
    let plain: String =
        name.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let words: Vec<&str> = plain.split('-').filter(|word| !word.is_empty()).collect();
    format!("codessa-{}-{}.zip", words.join("-"), desk.today())
}

/// An archive that was opened. A handle.
#[derive(Clone)]
pub struct Restoring {
    porter: Rc<Porter>,
    /// What it says of itself.
    pub manifest: Manifest,
}

/// What an archive says of itself.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Manifest {
    /// When it was made.
    pub made: Instant,
    /// What the home is called.
    #[serde(default)]
    pub home: String,
    /// Records of each kind.
    #[serde(default)]
    pub counts: std::collections::BTreeMap<String, u64>,
    /// Files.
    #[serde(default)]
    pub files: FileCount,
}

/// Files of an archive.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
pub struct FileCount {
    /// How many.
    #[serde(default)]
    pub count: u64,
    /// Their bytes.
    #[serde(default)]
    pub bytes: u64,
}

/// What could not be brought back.
#[derive(Clone, Debug, PartialEq, Eq, Default, Deserialize)]
pub struct Missing {
    /// Names of files.
    pub files: Vec<String>,
    /// Damaged lines.
    pub lines: Vec<serde_json::Value>,
}

/// Opens an archive; none if the file is none, with the reason in words for a log.
pub async fn open(file: &Picked) -> Result<Restoring, Trouble> {
    let porter = Porter::hire();
    porter.restore(file).await.map_err(broken)?;
    let manifest = read(&porter.text("manifest", &[]).await.map_err(broken)?)?;
    Ok(Restoring { porter: Rc::new(porter), manifest })
}

impl Restoring {
    /// Brings the home back as one of its own, which is then to be [entered](enter). What could not be brought back is told.
    pub async fn perform(&self, desk: Desk, way: RwSignal<Way>) -> Result<(SpaceId, Missing), Trouble> {
        let engine = engine(desk)?;
        let (space, import) = (random::space_id(), random::record_id());
        self.porter.text("prepare", &[&import.to_string()]).await.map_err(broken)?;
        while let Some((piece, at)) = self.porter.next().await.map_err(broken)? {
            match piece {
                Piece::Changes(edits) => engine.take_edits(space, read::<Vec<Edit>>(&edits)?, false).await?,
                Piece::File(file, content) => engine.take_file(space, &file, &content).await?,
            }
            way.try_set(at);
        }
        let began = Some(Instant(clock::now_ms().cast_signed()));
        let count = |count: u64| i64::try_from(count).unwrap_or(i64::MAX);
        let new = count(self.manifest.counts.values().sum());
        let letter = Import { from: "codessa".into(), began, new, ..Import::default() };
        engine.save_in(space, vec![super::Change::new(import, &letter)]).await?;
        let missing = read(&self.porter.text("missing", &[]).await.map_err(broken)?)?;
        engine.note_new(space, &self.manifest.home).await?;
        Ok((space, missing))
    }
}

/// Opens a home that was brought back, and takes it into the account.
pub async fn enter(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    engine.enter(space).await?;
    if desk.account.with_untracked(Option::is_some) {
        // Without a network it stays on the device; the next start tries again.
        let _ = engine.join(space).await;
    }
    Ok(())
}
