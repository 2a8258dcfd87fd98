//! The contribution of rule 22(2), to the letter.

use super::figure::RuleCents;
use super::item::{Item, Missing};
use crate::estate::cents;
use crate::life::Source;

/// Where the formula comes from: annual contribution = (estimated cost − past contribution) ÷ expected life.
pub const SOURCE: Source =
    Source::Published("STSM Regulations 2016, Annexure 1, rule 22(2): source.acts.co.za/r1231_annexure_1_part_5_22");

/// What the rule says of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Statutory {
    /// So much a year.
    Yearly(RuleCents),
    /// Nothing: as much as it costs, or more, was contributed before.
    Covered,
    /// No number: it is expected to last no years, and the rule divides by them.
    NoLife {
        /// What is wanting, cents; how much of it a year the rule does not say.
        wanting: i64,
    },
    /// Nobody has said what it needs.
    Missing(Missing),
}

impl Statutory {
    /// The rule's number; none where it has none.
    pub fn cents(self) -> Option<RuleCents> {
        match self {
            Self::Yearly(cents) => Some(cents),
            Self::Covered => Some(RuleCents::default()),
            Self::NoLife { .. } | Self::Missing(_) => None,
        }
    }
}

/// What rule 22(2) says of an item. The expected life is that of rule 22(1)(e), once the work is done, however soon it falls due; the cost is
/// that of the plan, at today's prices. Broken cents are rounded up: less would not be the rule's.
pub fn statutory(item: &Item) -> Statutory {
    let (Some(cost), Some(past)) = (item.cost, item.past) else {
        return Statutory::Missing(if item.cost.is_none() { Missing::Cost } else { Missing::Past });
    };
    match (cost.saturating_sub(past), item.life) {
        (wanting, _) if wanting <= 0 => Statutory::Covered,
        (_, None) => Statutory::Missing(Missing::Life),
        (wanting, Some(0)) => Statutory::NoLife { wanting },
        (wanting, Some(life)) => Statutory::Yearly(RuleCents::of(cents::level(wanting, life))),
    }
}
