//! Schemes: how their units stand is worked out from logbooks whenever something changes, when the day turns, and for nobody in particular.
//!
//! What has to be looked at stands in the database ([`crate::storage::Place`]), noted in the transaction of the change: a process that is lost loses nothing, and several
//! share the work. What changed while it was looked is looked at again, and nothing is written of what is no longer so.

pub mod notice;
mod tally;
pub mod view;

use crate::app::App;
use crate::error::Error;
use crate::storage::{Place, Seen, UnitTold as Unit};
use model::date::HOME_AHEAD_MINUTES;
use model::scheme::project::{Logbook, Place as Known, told};
use model::scheme::{Hidden, Siting, Twin, Unit as Letter};
use model::standing::living;
use model::{Date, Instant, SpaceId};
use std::collections::BTreeMap;
use std::time::Duration;
use tokio::sync::Notify;

/// How often it is looked without a change: one that was made through another server is seen within this.
const EVERY: Duration = Duration::from_millis(500);
/// Between two looks at least, however many changes there are.
const PAUSE: Duration = Duration::from_millis(20);
/// Units of one look: what is worked out of them is written together.
const PLACES_MAX: i64 = 32;
/// How long a process has for that, milliseconds.
const LEASE_MS: i64 = 60_000;
/// Milliseconds of a day.
const DAY_MS: i64 = 86_400_000;

/// Wakes who looks.
#[derive(Default)]
pub struct Waker(Notify);

impl Waker {
    /// Something may have changed.
    pub fn wake(&self) {
        self.0.notify_one();
    }
}

/// Looks until the server stops. Several processes may do so at once.
pub async fn run(app: App) {
    loop {
        if let Err(error) = look(&app).await {
            tracing::warn!(?error, "it could not be looked how units stand");
        }
        tokio::time::sleep(PAUSE).await;
        tokio::select! {
            () = app.stop.cancelled() => return,
            () = app.estates.0.notified() => {}
            () = tokio::time::sleep(EVERY) => {}
        }
    }
}

/// Works out everything that has to be looked at.
///
/// # Errors
/// Where the database does not answer; what was not written is looked at again.
pub async fn look(app: &App) -> Result<(), Error> {
    while look_at_places(app).await? {}
    while tally::look(app).await? {}
    notice::look(app).await
}

async fn look_at_places(app: &App) -> Result<bool, Error> {
    let now = app.clock.now();
    let leased = app.storage.lease_places(now, Instant(now.0 + LEASE_MS), PLACES_MAX).await?;
    let is_full = !leased.is_empty();
    let mut by_estate: BTreeMap<SpaceId, Vec<(Place, Option<Unit>)>> = BTreeMap::new();
    for place in leased {
        match look_at(app, &place, now).await {
            Ok(told) => by_estate.entry(place.estate).or_default().push((place, told)),
            // It is looked at again when its lease ends, and no other unit waits for it.
            Err(error) => tracing::warn!(?error, "it could not be worked out how a unit stands"),
        }
    }
    for (estate, told) in by_estate {
        if app.storage.tell_places(estate, told, day_turns(now), now).await? {
            app.live.wake();
        }
    }
    Ok(is_full)
}

async fn look_at(app: &App, place: &Place, now: Instant) -> Result<Option<Unit>, Error> {
    let seen = app.storage.place_seen(place).await?;
    let (unit, today) = (place.clone(), now.date(HOME_AHEAD_MINUTES));
    tokio::task::spawn_blocking(move || worked_out(&unit, &seen, today)).await.map_err(Error::broken)
}

/// When the next day begins, by the clocks of homes.
fn day_turns(now: Instant) -> Instant {
    let ahead_ms = i64::from(HOME_AHEAD_MINUTES) * 60_000;
    Instant(((now.0 + ahead_ms).div_euclid(DAY_MS) + 1) * DAY_MS - ahead_ms)
}

/// What is told of a unit; none where there is no such unit.
fn worked_out(place: &Place, seen: &Seen, today: Date) -> Option<Unit> {
    let unit = living::<Letter>(&seen.about).into_iter().find(|unit| unit.root == place.unit)?.letter;
    let of_unit = |unit: Option<model::RecordId>| unit == Some(place.unit);
    let sitings = living::<Siting>(&seen.about).into_iter().map(|one| one.letter);
    let sitings: Vec<Siting> = sitings.filter(|siting| of_unit(siting.unit)).collect();
    let twins = living::<Twin>(&seen.about).into_iter().map(|one| one.letter);
    let twins: Vec<Twin> = twins.filter(|twin| of_unit(twin.unit)).collect();
    let held = seen.held.as_ref().map(|records| Logbook { records, shows: Hidden::ALL });
    let own = seen.own.as_ref().map(|own| Logbook { records: &own.records, shows: &own.shows });
    let is_common = unit.common == Some(true);
    let known = Known { unit: place.unit, is_common, sitings: &sitings, twins: &twins };
    let mut told = told(known, held.as_ref(), own.as_ref(), today);
    told.standing.since = seen.own.as_ref().map(|own| own.since.date(HOME_AHEAD_MINUTES));
    Some(Unit { told, is_common })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_turns_at_midnight_in_johannesburg() {
        for (now, turns) in [
            ("2026-11-21T21:59:59.999Z", "2026-11-21T22:00:00.000Z"),
            ("2026-11-21T22:00:00.000Z", "2026-11-22T22:00:00.000Z"),
            ("2026-11-21T07:00:00.000Z", "2026-11-21T22:00:00.000Z"),
        ] {
            assert_eq!(day_turns(now.parse().expect("a moment")).to_string(), turns);
        }
    }
}
