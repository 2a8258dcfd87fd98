//! A visit by the link of a scheme: its records and its cases, as they stand or as its meeting pack holds them.

use crate::app::App;
use crate::error::Error;
use crate::storage::{Pack, Scope, ShareRow, Visitor};
use model::grant::{Grant, estate::gives_cases};
use model::visit::{estate, estate_case};
use model::{FileHash, Record, SpaceId};
use std::collections::BTreeMap;

/// How often a meeting pack is read at most, where the scheme is written to meanwhile.
const TRIES_MAX: usize = 8;

/// The records of the scheme that a visitor sees.
pub async fn records(app: &App, visitor: &Visitor) -> Result<Vec<Record>, Error> {
    let records = match (pack(app, visitor).await?, visitor.snapshot) {
        (Some(pack), _) => pack.records,
        // It was made before packs were kept.
        (None, Some(rev)) => app.storage.records_at(visitor.behind(), rev).await?,
        (None, None) => app.storage.records(visitor.behind()).await?,
    };
    let grant = visitor.grant.clone();
    tokio::task::spawn_blocking(move || estate::seen(&records, &grant)).await.map_err(Error::broken)
}

/// The cases that a visitor sees, each with its records in the order in which they were written; none where the link gives none.
pub async fn cases(app: &App, visitor: &Visitor) -> Result<Vec<Vec<Record>>, Error> {
    if !gives_cases(&visitor.grant) {
        return Ok(Vec::new());
    }
    let cases = match (pack(app, visitor).await?, visitor.snapshot) {
        (Some(pack), _) => pack.cases,
        (None, Some(_)) => Vec::new(),
        (None, None) => app.storage.cases_of(visitor.behind()).await?,
    };
    let grant = visitor.grant.clone();
    tokio::task::spawn_blocking(move || estate_case::seen(&cases, &grant)).await.map_err(Error::broken)
}

/// The files of those cases, and the media type by which each is known.
pub async fn files(app: &App, visitor: &Visitor) -> Result<BTreeMap<FileHash, String>, Error> {
    Ok(model::visit::files(&cases(app, visitor).await?.concat()))
}

/// Where a file of a case of the scheme lies.
pub async fn place(app: &App, visitor: &Visitor, hash: FileHash) -> Result<Option<(SpaceId, String)>, Error> {
    app.storage.file_of_case(visitor.behind(), hash).await
}

/// Makes the link of a meeting pack. A scheme of many homes goes on changing: what the link shows is read again where it did meanwhile.
///
/// # Errors
/// `Conflict` where there is one of that id, or the scheme never stood still; what refuses any link.
pub async fn add(app: &App, scope: &Scope, row: ShareRow) -> Result<(), Error> {
    let mut tries = 0;
    loop {
        let pack = freeze(app, scope, row.grant.clone()).await?;
        let head = pack.head;
        let Err(refused) = app.storage.add_share(scope, ShareRow { pack: Some(pack), ..row.clone() }).await else {
            return Ok(());
        };
        tries += 1;
        if tries == TRIES_MAX || app.storage.head(scope).await? == head {
            return Err(refused);
        }
    }
}

/// A pack of what a link is to give, as it stands now.
async fn freeze(app: &App, scope: &Scope, grant: Grant) -> Result<Pack, Error> {
    let head = app.storage.head(scope).await?;
    let records = app.storage.records(scope).await?;
    let cases = if gives_cases(&grant) { app.storage.cases_of(scope).await? } else { Vec::new() };
    let cut = move || Pack { records: estate::seen(&records, &grant), cases: estate_case::seen(&cases, &grant), head };
    tokio::task::spawn_blocking(cut).await.map_err(Error::broken)
}

async fn pack(app: &App, visitor: &Visitor) -> Result<Option<Pack>, Error> {
    if visitor.snapshot.is_none() { Ok(None) } else { app.storage.pack(visitor.share).await }
}
