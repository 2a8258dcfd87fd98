//! On paper: what the report of a home says, with its photos, the papers of deals and the plans of schemes, as PDF.

mod deal;
mod plan;
mod press;
mod statement;

use crate::app::App;
use crate::auth::Principal;
use crate::error::Error;
use crate::storage::Scope;
use bytes::Bytes;
pub use deal::{Reader, deal};
use futures_util::{StreamExt, stream};
use model::date::HOME_AHEAD_MINUTES;
use model::portal::Deal;
use model::{FileHash, Record, RecordId, SpaceId};
pub use plan::{plan, sheet as plan_sheet, workbook};
pub use press::Press;
use report::{Block, Maker, Photo, Records, Report, Sheet, Wish};
use serde::Serialize;
pub use statement::statement;
use std::collections::BTreeSet;
use words::{Language, Words};

/// Photos on one report: more make a file that no mail takes.
const PHOTOS_MAX: usize = 1_000;
/// Photos that are read at once.
const READ_AT_ONCE: usize = 4;

/// What is asked for.
#[derive(Clone, Debug)]
pub enum Asked {
    /// The history report.
    History(Wish),
    /// What an insurer is given after a fault.
    Claim(RecordId),
}

/// A report of a home as a PDF, as `principal` would make it.
///
/// # Errors
/// `NotFound` where there is no such fault, `NotOffered` where this server makes no PDF, `Busy` where another report of theirs is being made, or others' for long, `TooLarge` where it takes too long.
pub async fn report(app: &App, scope: &Scope, principal: &Principal, asked: Asked) -> Result<Bytes, Error> {
    let _place = app.press.enter(principal.account.0)?;
    let records = app.storage.records(scope).await?;
    let deals = app.storage.deals_of(scope).await?;
    let (account, words) = reader(app, principal).await?;
    let maker = Maker { words, today: app.clock.now().date(HOME_AHEAD_MINUTES), account };
    let written =
        tokio::task::spawn_blocking(move || write(&records, &deals, &asked, &maker)).await.map_err(Error::broken)?;
    let mut report = written.ok_or_else(Error::not_found)?;
    let blocks = report.sections.iter().flat_map(|section| &section.blocks);
    let (photos, missing) = photos(app, scope, blocks.flat_map(Block::photos)).await;
    if missing > 0 {
        report.left_out.lines.push((words.print().left_out.absent)(missing));
    }
    app.press.print(sheet(&report, photos, words)?).await
}

/// The address of an account, and its language.
async fn reader(app: &App, principal: &Principal) -> Result<(Option<String>, &'static Words), Error> {
    let account = app.storage.account(principal.account).await?.map(|account| account.email);
    let language = app.storage.language(account.as_deref().unwrap_or_default()).await?;
    Ok((account, language.map_or_else(Language::default, |tag| Language::of_tag(&tag)).words()))
}

fn write(records: &[Record], deals: &[(SpaceId, Vec<Record>)], asked: &Asked, maker: &Maker) -> Option<Report> {
    let deals = deals.iter().map(|(_, records)| Deal::of(records)).collect();
    let records = Records::read(records).with_deals(deals);
    match asked {
        Asked::History(wish) => Some(report::write(&records.home(), wish, maker)),
        Asked::Claim(fault) => report::claim(&records.home(), *fault, maker),
    }
}

fn sheet(report: &impl Serialize, photos: Vec<(FileHash, Bytes)>, words: &Words) -> Result<Sheet, Error> {
    Ok(Sheet {
        report: serde_json::to_vec(report).map_err(Error::broken)?,
        photos: photos.into_iter().map(|(hash, jpeg)| (hash.to_string(), jpeg.to_vec())).collect(),
        replaced: words.print().left_out.letters.to_owned(),
    })
}

/// Those photos, small; and how many are not to be had.
async fn photos<'a>(
    app: &App,
    scope: &Scope,
    wanted: impl Iterator<Item = &'a Photo>,
) -> (Vec<(FileHash, Bytes)>, usize) {
    let wanted: BTreeSet<FileHash> = wanted.map(|photo| photo.hash).collect();
    let few = wanted.iter().take(PHOTOS_MAX).copied();
    let read = few.map(|hash| async move { Some((hash, photo(app, scope, hash).await?)) });
    let found: Vec<(FileHash, Bytes)> =
        stream::iter(read).buffer_unordered(READ_AT_ONCE).filter_map(std::future::ready).collect().await;
    let missing = wanted.len() - found.len();
    (found, missing)
}

/// A photo, small; none where it has not come yet, or nobody here can read it.
async fn photo(app: &App, scope: &Scope, hash: FileHash) -> Option<Bytes> {
    let file = app.storage.file(scope, hash).await.ok()??;
    let shown = file.complete.then(|| app.previews.show(&app.blobs, scope.space(), hash, &file.media))?;
    shown.await.inspect_err(|error| tracing::debug!(%hash, %error, "a photo is left out of a report")).ok()
}
