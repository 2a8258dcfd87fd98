//! Rows that have ended, and erased spaces whose files are still to be removed.

use super::Storage;
use super::address::BACK_MS_MAX;
use super::row::parsed;
use super::session::{AGE_MS_MAX, IDLE_MS_MAX};
use crate::error::Error;
use model::request::KEPT_MS;
use model::{Instant, SpaceId};

/// How long attempts are counted at the longest, milliseconds.
const ATTEMPTS_MS_MAX: i64 = 86_400_000;

/// How long it is known that a visit has ended, milliseconds: who comes back is told so.
const VISITS_MS_MAX: i64 = 14 * 86_400_000;
/// How long it is kept who opened what, milliseconds: a little longer than any link lasts.
const SIGHTS_MS_MAX: i64 = 400 * 86_400_000;

/// How long it is kept that a home changed hands, or did not, milliseconds.
const HANDOVERS_MS_MAX: i64 = 366 * 86_400_000;

/// How long it is known that the link of a supplier has ended, milliseconds: who comes back is told so.
const OUTLOOK_LINKS_MS_MAX: i64 = 366 * 86_400_000;

/// How long a browser takes pushes in which nobody has opened the app, milliseconds: more than a year, so that what comes round yearly is told once more.
const REMINDED_DEVICE_MS_MAX: i64 = 400 * 86_400_000;
/// How long it is known what somebody was told, milliseconds: longer than the year before and the year after its day in which it can be told.
const REMINDED_MS_MAX: i64 = 800 * 86_400_000;
/// How long a mail can be used to end mails, milliseconds: longer than anybody leaves one unread.
const UNSUBSCRIBES_MS_MAX: i64 = 400 * 86_400_000;

/// A statement, and how long ago a row has to have ended, milliseconds.
const ENDED: [(&str, i64); 16] = [
    // Reminders are for who does not open the app: a browser that takes pushes goes on taking them when its session opens nothing any more.
    (
        "delete from sessions where seen < $1 and not exists (select 1 from subscriptions where session = sessions.id)",
        IDLE_MS_MAX,
    ),
    (
        "delete from sessions where began < $1 and not exists (select 1 from subscriptions where session = sessions.id)",
        AGE_MS_MAX,
    ),
    ("delete from sessions where seen < $1", REMINDED_DEVICE_MS_MAX),
    ("delete from codes where expires < $1", 0),
    ("delete from ceremonies where expires < $1", 0),
    ("delete from invitations where expires < $1", 0),
    ("delete from logbook_invitations where expires < $1", 0),
    ("delete from visits where began < $1", VISITS_MS_MAX),
    ("delete from sights where at < $1", SIGHTS_MS_MAX),
    ("delete from email_changes where at < $1", BACK_MS_MAX),
    ("delete from requests where closed < $1", KEPT_MS),
    ("delete from attempts where began < $1", ATTEMPTS_MS_MAX),
    ("delete from outlook_links where expires < $1", OUTLOOK_LINKS_MS_MAX),
    ("delete from handovers where ended < $1", HANDOVERS_MS_MAX),
    ("delete from reminded where at < $1", REMINDED_MS_MAX),
    ("delete from unsubscribes where made < $1", UNSUBSCRIBES_MS_MAX),
];

impl Storage {
    /// Erased spaces whose files may still be there.
    pub async fn erased_spaces(&self) -> Result<Vec<SpaceId>, Error> {
        let text = "select id from spaces where erased is not null and emptied is null";
        let rows: Vec<(String,)> = self.readers.all(sqlx::query_as(text)).await?;
        rows.iter().map(|(space,)| parsed(space)).collect()
    }

    /// Notes that the files of an erased space are gone.
    pub async fn note_emptied(&self, space: SpaceId, now: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                let note = sqlx::query("update spaces set emptied = $2 where id = $1");
                note.bind(space.to_string()).bind(now.to_string()).execute(connection).await?;
                Ok(())
            })
        })
        .await
    }

    /// Removes sessions, codes, ceremonies, invitations and counts of attempts that have ended.
    pub async fn remove_ended(&self, now: Instant) -> Result<(), Error> {
        self.write(move |connection| {
            Box::pin(async move {
                for (statement, ago_ms) in ENDED {
                    let before = Instant(now.0 - ago_ms).to_string();
                    sqlx::query(statement).bind(before).execute(&mut *connection).await?;
                }
                Ok(())
            })
        })
        .await
    }
}
