//! The rule's number, the least that the regulations ask, and what is needed: side by side.

use super::figure::{NeededCents, RuleCents};
use super::item::{Item, Missing, Plan};
use super::minimum::{Budget, Minimum, minimum};
use super::need::{Need, need};
use super::statutory::{Statutory, statutory};
use crate::id::RecordId;

/// What is said of an item's first year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Line {
    /// The item.
    pub item: RecordId,
    /// Whether the written plan has to have it: of what falls due later the rule asks nothing yet.
    pub is_in_rule: bool,
    /// What the rule says.
    pub rule: Statutory,
    /// What it needs.
    pub need: Result<Need, Missing>,
}

/// What is said of the first year of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Beside {
    /// Whether rule 22 and regulation 2 bind the scheme. Where they do not, the rule's number is shown as what they would ask.
    pub is_bound: bool,
    /// By the item.
    pub lines: Vec<Line>,
    /// The rule's number for the written plan.
    pub rule: RuleCents,
    /// Items of the written plan that have no number by the rule.
    pub without_rule: Vec<RecordId>,
    /// What is needed for all items.
    pub needed: NeededCents,
    /// Items of which nobody can say what they need.
    pub without_need: Vec<RecordId>,
    /// The least that the regulations ask of the year, whatever the plan says.
    pub minimum: Minimum,
    /// What was contributed for items, as they say, beyond what the reserve holds, cents; nought where it holds as much.
    pub unheld: i64,
}

/// An amount that is put to the meeting, beside the others: cents by which it is more, below nothing where it is less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Adopted {
    /// The amount, cents a year.
    pub cents: i64,
    /// Beside the rule's number.
    pub over_rule: i64,
    /// Beside the least that the regulations ask; none where that cannot be told or does not hold.
    pub over_minimum: Option<i64>,
    /// Beside what is needed.
    pub over_needed: i64,
}

impl Beside {
    /// How an amount stands beside the others. It is told and never put right.
    pub fn adopted(&self, cents: i64) -> Adopted {
        Adopted {
            cents,
            over_rule: cents.saturating_sub(self.rule.cents()),
            over_minimum: self.minimum.cents().map(|least| cents.saturating_sub(least)),
            over_needed: cents.saturating_sub(self.needed.cents()),
        }
    }
}

/// What is said of the first year of a plan.
pub fn beside(plan: &Plan, budget: &Budget) -> Beside {
    let line = |item: &Item| {
        let (rule, need) = (statutory(item), need(item, plan.first));
        Line { item: item.id, is_in_rule: item.is_in_rule(plan.first), rule, need }
    };
    let lines: Vec<Line> = plan.items.iter().map(line).collect();
    let in_rule = || lines.iter().filter(|line| line.is_in_rule);
    let pasts = plan.items.iter().filter_map(|item| item.past).fold(0, i64::saturating_add);
    Beside {
        is_bound: !budget.is_association,
        rule: in_rule().filter_map(|line| line.rule.cents()).sum(),
        without_rule: in_rule().filter(|line| line.rule.cents().is_none()).map(|line| line.item).collect(),
        needed: lines.iter().filter_map(|line| line.need.ok()).map(|need| need.cents).sum(),
        without_need: lines.iter().filter(|line| line.need.is_err()).map(|line| line.item).collect(),
        minimum: minimum(budget),
        unheld: pasts.saturating_sub(plan.fund.opening).max(0),
        lines,
    }
}
