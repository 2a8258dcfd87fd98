//! What goes by itself after a while: files that no record names, files and mails of erased homes, sessions and codes that have ended.

use crate::app::App;
use crate::error::Error;
use crate::handover::settle;
use crate::register;
use model::Instant;
use std::time::Duration;

/// How often is looked.
const EVERY: Duration = Duration::from_secs(3_600);
/// How long a file may be without a record that names it, milliseconds: a holiday without a connection between the two.
const UNCLAIMED_MS_MAX: i64 = 7 * 86_400_000;

/// Looks, and calls to mind what is due, now and every hour until the server stops. Several servers on one database may do so at once.
pub async fn run(app: App) {
    // What was erased just before the last server ended may stand in the log still.
    if let Err(error) = app.storage.forget_log().await {
        tracing::warn!(?error, "the write-ahead log could not be emptied; it is with the next erasure");
    }
    loop {
        if let Err(error) = sweep(&app).await {
            tracing::warn!(?error, "not everything that has ended could be removed; the next look is in an hour");
        }
        if let Err(error) = register::remind(&app).await {
            tracing::warn!(?error, "nobody was reminded of the requests that are due");
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Removes what has ended, and hands over what is due. Content goes before the row that knows of it, so that what a crash leaves is found again.
pub async fn sweep(app: &App) -> Result<(), Error> {
    remove_stale_files(app).await?;
    for space in app.storage.erased_spaces().await? {
        app.blobs.remove_space(space).await?;
        app.outbox.forget_home(space).await?;
        app.storage.note_emptied(space, app.clock.now()).await?;
    }
    app.storage.remove_ended(app.clock.now()).await?;
    settle(app).await?;
    app.storage.forget_log().await
}

/// Removes files that no record has named for too long.
pub(crate) async fn remove_stale_files(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    loop {
        let stale = app.storage.stale_files(Instant(now.0 - UNCLAIMED_MS_MAX)).await?;
        if stale.is_empty() {
            return Ok(());
        }
        for (space, hash) in stale {
            app.blobs.remove_file(space, hash).await?;
            app.storage.forget_stale_file(space, hash).await?;
        }
    }
}
