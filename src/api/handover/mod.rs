//! Hand-overs whose time has come: done, lapsed, and both sides told.
//!
//! It is looked at every hour and whenever somebody asks about a hand-over, so that none waits for the clock. Whoever comes first does it; the database
//! decides who that is.

mod mail;

use crate::app::App;
use crate::error::Error;
use crate::outbox::words_for;
use crate::storage::HandoverRow;
use crate::sweep::remove_stale_files;
use model::Instant;
use model::handover::State;
use words::Language;

/// Does what is due, ends what has lapsed, and tells both sides.
pub async fn settle(app: &App) -> Result<(), Error> {
    let now = app.clock.now();
    let pending = app.storage.pending_handovers(now).await?;
    if pending.iter().any(|row| row.whole.state == State::Offered && row.whole.expires <= now) {
        app.storage.lapse_offers(now).await?;
    }
    let mut has_done = false;
    for row in pending.iter().filter(|row| is_due(row, now)) {
        match perform(app, row, now).await {
            Ok(done) => has_done |= done,
            // Nothing of it was done; it is tried again at the next look, and no other home waits for it.
            Err(error) => tracing::error!(?error, "a home could not be handed over"),
        }
    }
    if has_done {
        app.live.wake();
        remove_stale_files(app).await?;
    }
    if pending.is_empty() {
        return Ok(());
    }
    for row in app.storage.pending_handovers(now).await? {
        mail::tell(app, &row).await?;
    }
    Ok(())
}

fn is_due(row: &HandoverRow, now: Instant) -> bool {
    row.whole.state == State::Accepted && row.whole.due.is_some_and(|due| due <= now)
}

async fn perform(app: &App, row: &HandoverRow, now: Instant) -> Result<bool, Error> {
    let words = words_for(&app.storage, &row.whole.buyer, Language::default()).await?;
    app.storage.perform_handover(row.whole.id.clone(), words.handover().entry.to_owned(), now).await
}
