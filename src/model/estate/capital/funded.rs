//! How much of what is used up is there in money: the percentage funded.

use super::item::{Item, Missing, Plan};
use crate::estate::cents::WHOLE;
use crate::id::RecordId;
use crate::life::Source;
use crate::portal::money::scaled;

/// Where the formula comes from, first, and what it is in South Africa: a custom of reserve studies abroad that no local rule names.
pub const SOURCES: [Source; 2] = [
    Source::Published(
        "National Reserve Study Standards (USA): girardlawgroup.com, 23 January 2014; nssreservestudies.com/faq",
    ),
    Source::Trade,
];

/// The reserve beside what it would be if every year of wear had been paid for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Funded {
    /// The reserve, cents.
    pub reserve: i64,
    /// What would be there, cents: of every item its cost × the years of its life that are used up ÷ its life.
    pub full: i64,
    /// Items that cannot be counted, and why. While there are any, less is wanting than in truth.
    pub left_out: Vec<(RecordId, Missing)>,
}

impl Funded {
    /// The reserve as a part of what would be there, basis points; below nothing where it is overdrawn. None where nothing is used up.
    pub fn share(&self) -> Option<i64> {
        (self.full > 0).then(|| scaled(self.reserve, WHOLE, self.full))
    }
}

/// How far a plan is funded on its first day.
pub fn funded(plan: &Plan) -> Funded {
    let mut funded = Funded { reserve: plan.fund.opening, full: 0, left_out: Vec::new() };
    for item in &plan.items {
        match used_up(item, plan.first) {
            Ok(cents) => funded.full = funded.full.saturating_add(cents),
            Err(missing) => funded.left_out.push((item.id, missing)),
        }
    }
    funded
}

/// What of an item's cost is used up. The life is that of the plan, once the work is done: nobody is asked for that of what is there. What lasts
/// no years is used up at once, what is late altogether.
fn used_up(item: &Item, first: i32) -> Result<i64, Missing> {
    let cost = item.cost.ok_or(Missing::Cost)?.max(0);
    let life = item.life.ok_or(Missing::Life)?;
    let remaining = item.remaining(first).ok_or(Missing::Due)?;
    if life == 0 {
        return Ok(cost);
    }
    Ok(scaled(cost, life.saturating_sub(remaining).into(), life.into()))
}
