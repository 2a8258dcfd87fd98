//! Noting how a scheme stands, for its trend.

use super::day_turns;
use crate::app::App;
use crate::error::Error;
use crate::storage::Weighed;
use model::date::HOME_AHEAD_MINUTES;
use model::estate::score::{Reserve, Weights, score};
use model::scheme::board::reserve;
use model::scheme::{Budget, CapitalItem, Scheme, Tally};
use model::standing::living;
use model::{Date, Instant, RecordId};

/// How long a process has for one scheme, milliseconds: longer than the pause between two notes, so that a change meanwhile is told from none.
const LEASE_MS: i64 = 90_000;

/// Notes one scheme whose turn it is; whether there was one.
pub(super) async fn look(app: &App) -> Result<bool, Error> {
    let now = app.clock.now();
    let Some(due) = app.storage.lease_tally(now, Instant(now.0 + LEASE_MS)).await? else { return Ok(false) };
    let weighed = app.storage.weighed(&due).await?;
    if !weighed.is_any {
        // Nobody has looked at any of its units: there is nothing to note.
        app.storage.skip_tally(due, day_turns(now)).await?;
        return Ok(true);
    }
    let tally = tally(&weighed, now.date(HOME_AHEAD_MINUTES));
    app.storage.note_tally(due, tally, day_turns(now), now).await?;
    app.live.wake();
    Ok(true)
}

/// How a scheme stands on a day.
fn tally(weighed: &Weighed, today: Date) -> Tally {
    let scheme = living::<Scheme>(&weighed.records).into_iter().next().map(|one| one.letter).unwrap_or_default();
    let named: Vec<_> = scheme.weights.iter().map(|one| (one.part, one.points)).collect();
    let weights = Weights::of(&named).unwrap_or_default();
    let score = score(&weighed.total, held(weighed, &scheme, today), &weights);
    let papers = weighed.total.compliance.evidence;
    let count = |count: u64| u32::try_from(count).unwrap_or(u32::MAX);
    Tally {
        on: Some(today),
        units: weighed.units,
        score: score.health.score,
        confidence: score.health.confidence,
        parts: score.parts.iter().map(|part| part.hundredths).collect(),
        fine: count(papers.good),
        lacking: count(papers.bad),
        unknown: count(papers.unknown),
    }
}

/// What the reserve holds of what it needs.
fn held(weighed: &Weighed, scheme: &Scheme, today: Date) -> Option<Reserve> {
    let budgets: Vec<Budget> = living(&weighed.records).into_iter().map(|one| one.letter).collect();
    let items: Vec<(RecordId, CapitalItem)> =
        living(&weighed.records).into_iter().map(|one| (one.root, one.letter)).collect();
    reserve(scheme, &items, &budgets, today)
}
