//! What would be if: the same plan under other years and other money, side by side.

use super::contribution::Basis;
use super::flow::{Flow, Funding, Horizon, Row, Special, flow};
use super::item::{Item, Plan};
use super::loan::Loan;
use crate::id::RecordId;

/// A scenario.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Scenario {
    /// What it is called.
    pub name: String,
    /// What is other than in the plan, one after the other: levies and loans add up, of other changes of the same the later holds.
    pub changes: Vec<Change>,
}

/// Something that is other than in the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// An item falls due in another year.
    Move {
        /// The item.
        item: RecordId,
        /// The financial year.
        to: i32,
    },
    /// An item's work is spread over years.
    Phase {
        /// The item.
        item: RecordId,
        /// The financial year of the first part.
        from: i32,
        /// Over so many years.
        over: u32,
    },
    /// A special levy is raised.
    Levy(Special),
    /// A loan is taken.
    Borrow(Loan),
    /// Contributions are by something else than the rule.
    Contribute(Basis),
}

/// What becomes of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// What the scenario is called.
    pub name: String,
    /// The years.
    pub flow: Flow,
    /// All contributions of the horizon, cents.
    pub contributed: i64,
    /// All special levies, cents.
    pub special: i64,
    /// What loans cost beside what is lent, cents: all of their interest, whenever it is paid.
    pub interest: i64,
    /// What is paid for work, cents.
    pub spent: i64,
    /// The least of what the plan opens with and of every year's lowest, cents; below nothing is what is wanting.
    pub lowest: i64,
    /// Items that a change names and the plan has not.
    pub unknown: Vec<RecordId>,
}

/// What becomes of a plan under each scenario. One that says nothing of contributions has those of the rule; one without changes is the plan as it is.
pub fn side_by_side(plan: &Plan, scenarios: &[Scenario], horizon: Horizon) -> Vec<Outcome> {
    scenarios.iter().map(|scenario| outcome(plan, scenario, horizon)).collect()
}

fn outcome(plan: &Plan, scenario: &Scenario, horizon: Horizon) -> Outcome {
    let mut changed = plan.clone();
    let mut funding = Funding { basis: Basis::Rule, specials: Vec::new(), loans: Vec::new() };
    let mut unknown = Vec::new();
    for change in &scenario.changes {
        match *change {
            Change::Move { item, to } => put(&mut changed, &mut unknown, item, |item| item.due = Some(to)),
            Change::Phase { item, from, over } => {
                put(&mut changed, &mut unknown, item, |item| (item.due, item.over) = (Some(from), over));
            }
            Change::Levy(special) => funding.specials.push(special),
            Change::Borrow(loan) => funding.loans.push(loan),
            Change::Contribute(basis) => funding.basis = basis,
        }
    }
    let flow = flow(&changed, &funding, horizon);
    let sum = |each: fn(&Row) -> i64| flow.rows.iter().map(each).fold(0, i64::saturating_add);
    let (contributed, special, spent) = (sum(|row| row.contributions), sum(|row| row.special), sum(|row| row.spent));
    let interest = funding.loans.iter().flat_map(Loan::payments).map(|payment| payment.interest).sum();
    let lowest = flow.rows.iter().map(|row| row.lowest).min().unwrap_or(0).min(plan.fund.opening);
    Outcome { name: scenario.name.clone(), contributed, special, interest, spent, lowest, unknown, flow }
}

fn put(plan: &mut Plan, unknown: &mut Vec<RecordId>, id: RecordId, change: impl FnOnce(&mut Item)) {
    match plan.items.iter_mut().find(|item| item.id == id) {
        Some(item) => change(item),
        None => unknown.push(id),
    }
}
