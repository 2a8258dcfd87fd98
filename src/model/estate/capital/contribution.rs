//! What the years bring to the reserve.

use super::figure::NeededCents;
use super::item::{Item, Missing, Plan};
use super::need;
use super::statutory::{Statutory, statutory};
use crate::estate::cents;
use crate::id::RecordId;

/// What contributions are by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// Rule 22(2) as the first year has it, the same in every year.
    Rule,
    /// The rule's formula with the years that remain in place of the expected life. That is no rule: it is offered under its own name.
    RemainingLife,
    /// What every item needs until it falls due, at the prices of then.
    Needed,
    /// An amount that somebody chose.
    Own {
        /// In the first year, cents.
        cents: i64,
        /// What it rises by.
        rise: Rise,
    },
}

/// What a contribution rises by each year after the first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rise {
    /// By so many basis points of the year before.
    Share(i64),
    /// By so many cents.
    Cents(i64),
}

/// What each of so many years brings, cents. Items that bring nothing because something is missing are added to what is left out.
pub(super) fn yearly(plan: &Plan, basis: Basis, years: u32, left_out: &mut Vec<(RecordId, Missing)>) -> Vec<i64> {
    let of_item: fn(&Item, i32, u32) -> Result<Vec<i64>, Missing> = match basis {
        Basis::Own { cents, rise } => return own(cents, rise, years),
        Basis::Rule => by_rule,
        Basis::RemainingLife => by_remaining_life,
        Basis::Needed => by_need,
    };
    let mut sums: Vec<i64> = (0..years).map(|_| 0).collect();
    for item in &plan.items {
        match of_item(item, plan.first, years) {
            Ok(own) => sums.iter_mut().zip(own).for_each(|(sum, own)| *sum = sum.saturating_add(own)),
            Err(missing) if left_out.contains(&(item.id, missing)) => {}
            Err(missing) => left_out.push((item.id, missing)),
        }
    }
    sums
}

fn own(cents: i64, rise: Rise, years: u32) -> Vec<i64> {
    let next = |cents: &i64| match rise {
        Rise::Share(rate) => Some(cents::grown(*cents, rate, 1)),
        Rise::Cents(more) => Some(cents.saturating_add(more)),
    };
    std::iter::successors(Some(cents), next).zip(0..years).map(|(cents, _)| cents).collect()
}

/// The rule asks nothing yet of what falls due after its ten years.
fn by_rule(item: &Item, first: i32, years: u32) -> Result<Vec<i64>, Missing> {
    if !item.is_in_rule(first) {
        return Ok(Vec::new());
    }
    match statutory(item) {
        Statutory::Yearly(rule) => Ok((0..years).map(|_| rule.cents()).collect()),
        Statutory::Covered => Ok(Vec::new()),
        Statutory::NoLife { .. } => Err(Missing::Life),
        Statutory::Missing(missing) => Err(missing),
    }
}

fn by_remaining_life(item: &Item, first: i32, years: u32) -> Result<Vec<i64>, Missing> {
    by_need(&Item { escalation: 0, ..item.clone() }, first, years)
}

fn by_need(item: &Item, first: i32, years: u32) -> Result<Vec<i64>, Missing> {
    Ok(need::schedule(item, first, years)?.into_iter().map(NeededCents::cents).collect())
}
