//! Files that a home takes over from its deals. Their content goes first and is noted with the records that name it: a copy that nothing names in the end is
//! found by nobody, and is there when it is asked for again.

use crate::app::App;
use crate::error::Error;
use crate::storage::{InDeal, Incoming, Scope, files_named};
use model::FileHash;
use model::access::Sort;

/// Copies into the home what the edits name and only its deals have.
pub async fn copied(app: &App, scope: &Scope, edits: &[Incoming]) -> Result<Vec<InDeal>, Error> {
    let named = files_named(edits);
    if scope.sort() != Sort::Home || named.is_empty() {
        return Ok(Vec::new());
    }
    let mut copied = Vec::new();
    for file in app.storage.in_deals(scope, &named).await? {
        match app.blobs.copy(file.deal, file.hash, scope.space()).await {
            Ok(()) => copied.push(file),
            // What is damaged there holds up nothing that is written here.
            Err(error) => tracing::warn!(hash = %file.hash, ?error, "a file of a deal cannot be taken over"),
        }
    }
    Ok(copied)
}

/// A file has come into a deal after what it belongs to: its home takes it over, if something there names it.
pub async fn arrived(app: &App, deal: &Scope, hash: FileHash) -> Result<(), Error> {
    if let Some(home) = app.storage.home_without(deal, hash).await? {
        app.blobs.copy(deal.space(), hash, home).await?;
        app.storage.take_file(deal, hash, home, app.clock.now()).await?;
    }
    Ok(())
}
