//! Items of the maintenance plan.

use super::CENTS_MAX;
use crate::estate::capital::{Condition, Item};
use crate::estate::category::Category;
use crate::estate::grid::Mark;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// A major capital item of the maintenance plan, with the particulars of rule 22(1)(a) to (f).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct CapitalItem {
    /// The category.
    pub category: Category,
    /// What it is: (a).
    pub name: String,
    /// How it stands at present: (b).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<Mark>,
    /// The same in words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub condition: String,
    /// The financial year in which work is due, by the year in which it ends: (c).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub due: Option<i32>,
    /// The estimated cost at today's prices, cents: (d).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost: Option<i64>,
    /// The expected life once maintained, repaired or replaced, years: (e). 0 is kept and told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life: Option<u32>,
    /// Anything else that is relevant: (f).
    #[serde(skip_serializing_if = "String::is_empty")]
    pub relevant: String,
    /// What was contributed to it already, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past: Option<i64>,
    /// By how much its cost grows in a year, basis points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub escalation: Option<i64>,
    /// Over how many years the work is spread.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<u32>,
    /// The systems that it is about.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(CapitalItem {
    "category" => category,
    "name" => name,
    "state" => state,
    "condition" => condition,
    "due" => due,
    "cost" => cost,
    "life" => life,
    "relevant" => relevant,
    "past" => past,
    "escalation" => escalation,
    "over" => over,
    "systems" => systems,
    "deleted" => deleted,
});

impl CapitalItem {
    /// What sums are made of: without its name and its condition, which they do not look at.
    pub fn counted(&self, id: RecordId) -> Item {
        Item {
            id,
            category: self.category,
            name: String::new(),
            condition: Condition::default(),
            due: self.due,
            cost: self.cost,
            life: self.life,
            relevant: String::new(),
            past: self.past,
            escalation: self.escalation.unwrap_or(0),
            over: self.over.unwrap_or(0),
        }
    }
}

impl Letter for CapitalItem {
    const KIND: &'static str = "capital_item";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.note("condition", &self.condition);
        check.within("due", self.due.unwrap_or(YEAR_MAX).into(), TOLD_YEAR_MIN.into(), YEAR_MAX.into());
        check.within("cost", self.cost.unwrap_or(0), 0, CENTS_MAX);
        check.within("life", self.life.unwrap_or(0).into(), 0, 200);
        check.note("relevant", &self.relevant);
        check.within("past", self.past.unwrap_or(0), 0, CENTS_MAX);
        check.within("escalation", self.escalation.unwrap_or(0), -10_000, 10_000);
        check.within("over", self.over.unwrap_or(0).into(), 0, 30);
        check.list("systems", &self.systems);
    }
}
