//! What goes by itself after a while: files that no record names, files and mails of erased homes, sessions and codes that have ended.

use crate::app::App;
use crate::error::Error;
use crate::register;
use model::Instant;
use std::time::Duration;

/// How often is looked.
const EVERY: Duration = Duration::from_secs(3_600);
/// How long a file may be without a record that names it, milliseconds: a holiday without a connection between the two.
const UNCLAIMED_MS_MAX: i64 = 7 * 86_400_000;

/// Looks, and calls to mind what is due, now and every hour until the server stops. Several servers on one database may do so at once.
pub async fn run(app: App) {
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

/// Removes what has ended. Content goes before the row that knows of it, so that what a crash leaves is found again.
pub async fn sweep(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    loop {
        let stale = app.storage.stale_files(Instant(now.0 - UNCLAIMED_MS_MAX)).await?;
        if stale.is_empty() {
            break;
        }
        for (space, hash) in stale {
            app.blobs.remove_file(space, hash).await?;
            app.storage.forget_stale_file(space, hash).await?;
        }
    }
    for space in app.storage.erased_spaces().await? {
        app.blobs.remove_space(space).await?;
        app.outbox.forget_home(space).await?;
        app.storage.note_emptied(space, now).await?;
    }
    app.storage.remove_ended(now).await?;
    app.storage.forget_log().await
}
