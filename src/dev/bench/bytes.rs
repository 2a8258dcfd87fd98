//! What a phone loads, next to the goals of the budget.

use anyhow::Result;

use super::row::Row;
use crate::budget;
use crate::bundle::{Manifest, Mode};

const KB: f64 = 1_024.0;

/// Rows for the first load, the heaviest lazy page and what the worker keeps.
pub(super) fn measure() -> Result<Vec<Row>> {
    let loads = budget::loads(&Manifest::read(Mode::Release)?);
    let row = |load: &budget::Load| {
        Row::new(format!("{}, KB", load.name()), load.sent_bytes() as f64 / KB).at_most(load.goal_bytes() as f64 / KB)
    };
    let (pages, others): (Vec<_>, Vec<_>) = loads.iter().partition(|load| load.is_page());
    let heaviest = pages.into_iter().max_by_key(|load| load.sent_bytes());
    Ok(others.into_iter().chain(heaviest).map(row).collect())
}
