//! Noting how a scheme stands, for its trend.

use super::day_turns;
use crate::app::App;
use crate::error::Error;
use crate::storage::Weighed;
use model::date::HOME_AHEAD_MINUTES;
use model::estate::capital::{Fund, Plan, funded};
use model::estate::score::{Reserve, Weights, score};
use model::estate::year::FinancialYear;
use model::scheme::{Budget, CapitalItem, Scheme, Tally};
use model::standing::living;
use model::{Date, Instant};

/// The month in which the financial year of a scheme ends that has not said: the end of February, as most do. Trade experience, no source.
const YEAR_END: u32 = 2;

/// How long a process has for one scheme, milliseconds: longer than the pause between two notes, so that a change meanwhile is told from none.
const LEASE_MS: i64 = 90_000;

/// Notes one scheme whose turn it is; whether there was one.
pub(super) async fn look(app: &App) -> Result<bool, Error> {
    let now = app.clock.now();
    let Some(due) = app.storage.lease_tally(now, Instant(now.0 + LEASE_MS)).await? else { return Ok(false) };
    let weighed = app.storage.weighed(&due).await?;
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
    let score = score(&weighed.total, reserve(weighed, &scheme, today), &weights);
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

/// The reserve by the plan and the budget of the year, or the latest before; none where nobody has said what it holds or the plan has no item that can be counted.
fn reserve(weighed: &Weighed, scheme: &Scheme, today: Date) -> Option<Reserve> {
    let year = FinancialYear::ending(scheme.year_end.unwrap_or(YEAR_END))?.of(today);
    let budgets = living::<Budget>(&weighed.records).into_iter().map(|one| one.letter);
    let told = budgets.filter(|budget| budget.opening.is_some() && budget.year.is_some_and(|own| own <= year));
    let opening = told.max_by_key(|budget| budget.year)?.opening?;
    let items = living::<CapitalItem>(&weighed.records).into_iter().map(|one| one.letter.item(one.root)).collect();
    let plan = Plan { first: year, items, fund: Fund { opening, interest: 0 } };
    let funded = funded(&plan);
    let is_counted = funded.left_out.len() < plan.items.len();
    is_counted.then_some(Reserve { held_cents: opening, needed_cents: funded.full })
}
