//! When an item is paid for, how often, and at what price.

use super::item::{Item, Missing};
use crate::estate::cents;
use crate::id::RecordId;

/// Nothing is said to last longer: years.
const LIFE_MAX: u32 = 200;
/// No work is spread over more years.
const OVER_MAX: u32 = 30;

/// Work that falls into a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Work {
    /// The item.
    pub item: RecordId,
    /// The financial year.
    pub year: i32,
    /// What it costs then, cents.
    pub cents: i64,
    /// Which time it is within the plan, from nought: an item comes round when its life is over.
    pub round: u32,
    /// Which part of it, from nought, where it is spread over years.
    pub part: u32,
    /// By how many years it is late; of what comes round nought.
    pub late: u32,
}

/// What of an item falls into the years from `first` on and before `end`, by the round. What is late falls into the first; what
/// lasts no years, or nobody knows how many, does not come round.
pub fn works(item: &Item, first: i32, end: i32) -> Result<Vec<Work>, Missing> {
    let mut works = rounds(item, first, end)?;
    works.retain(|work| work.year < end);
    Ok(works)
}

/// Every round that begins before `end`, and the one after it: that is saved for before.
pub(super) fn rounds(item: &Item, first: i32, end: i32) -> Result<Vec<Work>, Missing> {
    let cost = item.cost.ok_or(Missing::Cost)?.max(0);
    let due = item.due.ok_or(Missing::Due)?;
    let parts = item.over.clamp(1, OVER_MAX);
    let life = item.life.unwrap_or(0).min(LIFE_MAX).cast_signed();
    let mut works = Vec::new();
    let (mut year, mut round) = (due.max(first), 0);
    loop {
        let late = if round == 0 { item.late(first) } else { 0 };
        for part in 0..parts {
            let year = year.saturating_add(part.cast_signed());
            let today = cents::part(cost, parts, part);
            let cents = cents::grown(today, item.escalation, year.saturating_sub(first).unsigned_abs());
            works.push(Work { item: item.id, year, cents, round, part, late });
        }
        if life == 0 || year >= end {
            return Ok(works);
        }
        (year, round) = (year.saturating_add(life), round + 1);
    }
}
