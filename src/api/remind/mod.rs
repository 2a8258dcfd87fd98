//! Reminding: what falls due in a home is told to each member who asked for it, by each way once.
//!
//! What is told is queued in the transaction that notes that it was ([`Storage::tell`](crate::storage::Storage::tell)): a process that is lost
//! loses nothing, and of several that see the same one tells it. A clock that was set back finds it told already.

mod message;
pub mod zone;

use crate::app::App;
use crate::auth::Token;
use crate::error::Error;
use crate::outbox::push::PUSHES;
use crate::storage::{DueHome, Scope, Telling, Watch, Way};
use model::reminder::{Due, LEAD_DAYS_MAX, MINUTES_OF_DAY, Settings, told};
use model::{Date, Instant};
use std::time::Duration;
use words::{Language, Words};

/// How often it is looked whose turn it is: whoever has just allowed notifications waits for the first.
const EVERY: Duration = Duration::from_secs(15);
/// Whoever wants to know as early as one may, and hears once a week, is told of nothing later than so many days from now, wherever the home is.
const AHEAD_DAYS: i64 = LEAD_DAYS_MAX + 7 + 1;
/// Milliseconds of a minute.
const MINUTE_MS: i64 = 60_000;

/// A home at the moment of a look.
struct Look {
    due: Vec<Due>,
    home: String,
    today: Date,
    minute: i64,
}

/// Looks four times a minute until the server stops. Several processes may do so at once.
pub async fn run(app: App) {
    loop {
        if let Err(error) = look(&app).await {
            tracing::warn!(?error, "it could not be looked whom to remind");
        }
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Tells everybody whose turn it is what they were not told.
pub async fn look(app: &App) -> Result<(), Error> {
    loop {
        let now = app.clock.now();
        let (watches, mut looked) = (app.storage.watches(now).await?, 0);
        let scopes: Vec<&Scope> = watches.iter().map(|watch| &watch.scope).collect();
        let until = now.date(0).plus_days(u32::try_from(AHEAD_DAYS).unwrap_or(u32::MAX));
        let homes = app.storage.due(&scopes, Some(until)).await?;
        for (watch, home) in watches.iter().zip(homes) {
            match look_at(app, watch, home).await {
                Ok(()) => looked += 1,
                // It is looked again in a moment, and no other home waits for this one.
                Err(error) => tracing::warn!(?error, "a member could not be reminded"),
            }
        }
        if looked == 0 || looked < watches.len() {
            return Ok(());
        }
    }
}

async fn look_at(app: &App, watch: &Watch, home: Result<DueHome, Error>) -> Result<(), Error> {
    let now = app.clock.now();
    let look = seen(home?, now);
    if !watch.settings.quiet.covers(look.minute) {
        let words = Language::of_tag(&watch.language).words();
        push(app, watch, &look, words, now).await?;
        mail(app, watch, &look, words, now).await?;
    }
    app.storage.note_looked(watch, now, next(&watch.settings, look.minute, now)).await
}

fn seen(DueHome { property, due }: DueHome, now: Instant) -> Look {
    let (today, minute) = zone::local(now, property.time_zone.as_deref());
    Look { due, home: property.name, today, minute }
}

/// When there is something to tell although nothing changes: when a day begins, or quiet hours end.
fn next(settings: &Settings, minute: i64, now: Instant) -> Instant {
    let until = |end: i64| (end - minute - 1).rem_euclid(MINUTES_OF_DAY) + 1;
    let quiet = if settings.quiet.covers(minute) { until(settings.quiet.until) } else { MINUTES_OF_DAY };
    let begun_ms = now.0.rem_euclid(MINUTE_MS);
    Instant(now.0 - begun_ms + quiet.min(until(0)) * MINUTE_MS)
}

async fn push(app: &App, watch: &Watch, look: &Look, words: &'static Words, now: Instant) -> Result<(), Error> {
    if !watch.settings.push {
        return Ok(());
    }
    let due = told(look.due.clone(), &watch.settings, look.today, 1);
    let (things, about) = (due.iter().map(Due::key).collect(), watch.scope.space());
    let write = Box::new(move |is_new: &[bool], browsers: &[String]| {
        message::pushes(&new_of(due, is_new), browsers, about, words)
    });
    let telling = Telling { way: Way::Push, things, period: None, unsubscribe: None, queue: PUSHES, write };
    app.storage.tell(watch, telling, now).await?;
    Ok(())
}

async fn mail(app: &App, watch: &Watch, look: &Look, words: &'static Words, now: Instant) -> Result<(), Error> {
    let digest = watch.settings.digest;
    let Some(period) = digest.period(look.today) else { return Ok(()) };
    let due = told(look.due.clone(), &watch.settings, look.today, digest.every_days());
    let token = Token::random();
    let letter = message::Letter {
        to: watch.email.clone(),
        about: watch.scope.space(),
        home: look.home.clone(),
        today: look.today,
        origin: app.config.origin.to_string(),
        unsubscribe: token.as_str().to_owned(),
    };
    let things = due.iter().map(Due::key).collect();
    let write = Box::new(move |is_new: &[bool], _: &[String]| message::mail(&new_of(due, is_new), letter, words));
    let unsubscribe = Some(token.hash());
    let telling =
        Telling { way: Way::Mail, things, period: Some(period), unsubscribe, queue: app.outbox.queue(), write };
    app.storage.tell(watch, telling, now).await?;
    Ok(())
}

fn new_of(due: Vec<Due>, is_new: &[bool]) -> Vec<Due> {
    due.into_iter().zip(is_new).filter_map(|(due, is_new)| is_new.then_some(due)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use model::reminder::Quiet;

    #[test]
    fn it_is_looked_again_when_a_day_begins_or_quiet_hours_end() {
        let rows = [
            ((1260, 420), 600, 840),
            ((1260, 420), 1260, 180),
            ((1260, 420), 0, 420),
            ((1260, 420), 419, 1),
            ((60, 120), 90, 30),
            ((0, 0), 0, 1440),
            ((0, 0), 1439, 1),
        ];
        for ((from, until), minute, expected) in rows {
            let quiet = Quiet { from, until };
            let settings = Settings { quiet, ..Settings::default() };
            let next = next(&settings, minute, Instant(7 * MINUTE_MS + 30_000));
            assert_eq!(next, Instant((7 + expected) * MINUTE_MS), "{quiet:?} {minute}");
        }
    }
}
