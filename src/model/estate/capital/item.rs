//! An item of the written plan.

use crate::estate::category::Category;
use crate::health::State;
use crate::id::RecordId;

/// The written plan looks so many years ahead. Source: rule 22(1)(a) of Annexure 1, STSM Regulations 2016.
pub const RULE_YEARS: i32 = 10;

/// An item with the particulars of rule 22(1)(a) to (f), and what sums need besides. What nobody has said is none.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Tells it from the others.
    pub id: RecordId,
    /// (a) What sort of major capital item it is.
    pub category: Category,
    /// (a) Which it is.
    pub name: String,
    /// (b) Its present condition.
    pub condition: Condition,
    /// (c) The financial year in which the work is expected; see [`FinancialYear::by`](crate::estate::year::FinancialYear::by).
    pub due: Option<i32>,
    /// (d) What the work is estimated to cost, cents at today's prices.
    pub cost: Option<i64>,
    /// (e) How long it is expected to last once maintained, repaired or replaced, years.
    pub life: Option<u32>,
    /// (f) Anything else that is relevant.
    pub relevant: String,
    /// What was contributed for it before, cents.
    pub past: Option<i64>,
    /// By how much its price rises each year, basis points.
    pub escalation: i64,
    /// Over so many years, one after the other, the work is spread; nought is one.
    pub over: u32,
}

/// A condition: as the systems tell it, and in words.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Condition {
    /// How it stands; none where nothing is known of it.
    pub state: Option<State>,
    /// What was seen.
    pub told: String,
}

/// A figure or a particular that nobody has said.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// (a) What it is.
    Name,
    /// (b) Its condition.
    Condition,
    /// (c) When.
    Due,
    /// (d) The cost.
    Cost,
    /// (e) The life; where the rule divides by it also one of no years.
    Life,
    /// What was contributed before.
    Past,
}

/// The money that is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Fund {
    /// The reserve on the first day of the plan, cents; below nothing where it is overdrawn.
    pub opening: i64,
    /// What it earns in a year, basis points.
    pub interest: i64,
}

/// A plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The financial year in which it begins: that of today's prices.
    pub first: i32,
    /// Its items.
    pub items: Vec<Item>,
    /// The money.
    pub fund: Fund,
}

impl Item {
    /// Years from the first of the plan until the work falls due; nought where it is due or late, none where nobody has said.
    pub fn remaining(&self, first: i32) -> Option<u32> {
        Some(u32::try_from(self.due?.saturating_sub(first)).unwrap_or(0))
    }

    /// By how many years it is late.
    pub fn late(&self, first: i32) -> u32 {
        self.due.map_or(0, |due| u32::try_from(first.saturating_sub(due)).unwrap_or(0))
    }

    /// Whether the written plan has to have it: it falls due within ten years, or nobody has said when.
    pub fn is_in_rule(&self, first: i32) -> bool {
        self.due.is_none_or(|due| due < first.saturating_add(RULE_YEARS))
    }
}

/// What an item still has to say before the plan is one as rule 22(1) asks for; (f) is said where there is something to say.
pub fn missing(item: &Item) -> Vec<Missing> {
    let condition = &item.condition;
    let is_told = !condition.told.trim().is_empty() || condition.state.is_some_and(|state| state != State::Untold);
    let rows = [
        (Missing::Name, item.name.trim().is_empty()),
        (Missing::Condition, !is_told),
        (Missing::Due, item.due.is_none()),
        (Missing::Cost, item.cost.is_none()),
        (Missing::Life, item.life.is_none()),
        (Missing::Past, item.past.is_none()),
    ];
    rows.into_iter().filter(|(_, is_missing)| *is_missing).map(|(what, _)| what).collect()
}
