//! What a year has to bring, so that the money is there when the work falls due.

use super::figure::NeededCents;
use super::item::{Item, Missing};
use super::work;
use crate::estate::cents;

/// What an item needs in the first year of the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Need {
    /// So much, with what its next round needs already.
    pub cents: NeededCents,
    /// What of it has to be there at once, because the work or a part of it falls into this very year.
    pub at_once: NeededCents,
    /// The financial year in which the work begins.
    pub by: i32,
    /// By how many years it is late.
    pub late: u32,
}

/// A straight line along which money is put by for one work.
struct Line {
    /// What is wanting, cents.
    wanting: i64,
    /// So many years after the first it begins.
    from: u32,
    /// Over so many years; nought where all of it is due in the year in which it begins.
    span: u32,
}

impl Line {
    /// What it needs in a year, counted from the first.
    fn needs(&self, year: u32) -> i64 {
        let at = year.checked_sub(self.from).filter(|at| *at < self.span.max(1));
        at.map_or(0, |at| cents::part(self.wanting, self.span, at))
    }
}

/// What an item needs in the first year: (cost in the due year − past contribution) ÷ years until then, which is arithmetic and no law. The
/// years are those before the due year: what comes in during that year may come after the work.
pub fn need(item: &Item, first: i32) -> Result<Need, Missing> {
    let lines = lines(item, first, 1)?;
    let sum = |lines: &mut dyn Iterator<Item = &Line>| NeededCents::of(total(lines.map(|line| line.needs(0))));
    let at_once = sum(&mut lines.iter().filter(|line| line.span == 0));
    let by = item.due.map_or(first, |due| due.max(first));
    Ok(Need { cents: sum(&mut lines.iter()), at_once, by, late: item.late(first) })
}

/// What an item needs in each of so many years: for every round the straight line from the one before it, or from the first year, to the year
/// in which it falls due. Whole cents that make the cost; what was contributed before goes to the earliest work.
pub fn schedule(item: &Item, first: i32, years: u32) -> Result<Vec<NeededCents>, Missing> {
    let lines = lines(item, first, years)?;
    let year = |year| NeededCents::of(total(lines.iter().map(|line| line.needs(year))));
    Ok((0..years).map(year).collect())
}

fn lines(item: &Item, first: i32, years: u32) -> Result<Vec<Line>, Missing> {
    let mut past = item.past.ok_or(Missing::Past)?;
    let works = work::rounds(item, first, first.saturating_add_unsigned(years))?;
    let parts = works.iter().take_while(|work| work.round == 0).count();
    let mut lines = Vec::with_capacity(works.len());
    for (at, work) in works.iter().enumerate() {
        let held = past.min(work.cents);
        past -= held;
        let begins = at.checked_sub(parts).map_or(first, |before| works[before].year);
        let years = |from: i32, to: i32| to.saturating_sub(from).unsigned_abs();
        let wanting = work.cents.saturating_sub(held);
        lines.push(Line { wanting, from: years(first, begins), span: years(begins, work.year) });
    }
    Ok(lines)
}

fn total(each: impl Iterator<Item = i64>) -> i64 {
    each.fold(0, i64::saturating_add)
}
