//! Rounds that are counted by a meter: foreseen by how fast it has counted so far.

use crate::date::Date;

/// What a meter showed on a day, in thousandths of its unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Count {
    /// The day.
    pub on: Date,
    /// What it showed.
    pub value_milli: i64,
}

/// A round that lies farther ahead is not foreseen: a century, in days.
const AHEAD_DAYS_MAX: i64 = 36_525;

/// The day on which the meter has counted `every` since `answered`, or since its first reading; foreseen if it has not yet. None if nothing tells.
pub(super) fn due(every: i64, shown: &[Count], answered: Option<Date>) -> Option<Date> {
    let counted = counted(shown);
    let (first, last) = (counted.first()?, counted.last()?);
    let before = counted.iter().rev().find(|count| answered.is_some_and(|day| count.on <= day)).unwrap_or(first);
    let target = before.value_milli.saturating_add(every);
    let reached = counted.iter().find(|count| count.value_milli >= target);
    reached.map(|count| count.on).or_else(|| ahead(target.saturating_sub(last.value_milli), first, last))
}

/// The day on which it will have counted `every` more than on `day`.
pub(super) fn later(every: i64, shown: &[Count], day: Date) -> Option<Date> {
    let counted = counted(shown);
    let (first, last) = (counted.first()?, counted.last()?);
    let reached = ahead(every, first, last)?;
    let wait = u32::try_from(reached.days_since(last.on).max(1)).ok()?;
    Some(day.plus_days(wait))
}

/// The day on which it will show `left` more than in its last reading.
fn ahead(left: i64, first: &Count, last: &Count) -> Option<Date> {
    let (days, speed) = (last.on.days_since(first.on), last.value_milli);
    if days < 1 || speed < 1 {
        return None;
    }
    let wait = left.saturating_mul(days) / speed;
    (wait <= AHEAD_DAYS_MAX).then(|| u32::try_from(wait).ok()).flatten().map(|wait| last.on.plus_days(wait))
}

/// What it has counted since its first reading. A meter that shows less than before was exchanged, and counts on from there.
fn counted(shown: &[Count]) -> Vec<Count> {
    let mut total = 0_i64;
    let mut before = shown.first().map_or(0, |count| count.value_milli);
    let add = |count: &Count| {
        total = total.saturating_add(count.value_milli.saturating_sub(before).max(0));
        before = count.value_milli;
        Count { on: count.on, value_milli: total }
    };
    shown.iter().map(add).collect()
}
