//! Scenarios of the maintenance plan.

use super::CENTS_MAX;
use crate::choice::choice;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

choice! {
    /// What is other.
    ChangeType {
        /// An item falls due in another year.
        Move = "move",
        /// An item's work is spread over years.
        Phase = "phase",
        /// A special levy is raised.
        Levy = "levy",
        /// A loan is taken.
        Loan = "loan",
        /// Contributions are by the rule.
        Rule = "rule",
        /// Contributions are by the rule's formula with the years that remain.
        RemainingLife = "remaining_life",
        /// Contributions are what every item needs.
        Needed = "needed",
        /// Contributions are an amount of the scheme's own.
        Own = "own",
    }
}

/// Something that is other than in the plan.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct ScenarioChange {
    /// What.
    pub what: ChangeType,
    /// The item, of a move or a phase.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub item: Option<RecordId>,
    /// The financial year: to which, from which, or of the levy or loan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
    /// Over how many years a phase goes, or months a loan is paid back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub over: Option<u32>,
    /// Of a levy or a loan, or the first year's own contribution.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<i64>,
    /// Interest of a loan, or what an own contribution rises by in a year: basis points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rate: Option<i64>,
}

fielded!(ScenarioChange {
    "what" => what,
    "item" => item,
    "year" => year,
    "over" => over,
    "cents" => cents,
    "rate" => rate,
});

/// A scenario of the maintenance plan.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct CapitalScenario {
    /// Its name.
    pub name: String,
    /// What is other than in the plan, one after the other.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<ScenarioChange>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(CapitalScenario {
    "name" => name,
    "changes" => changes,
    "deleted" => deleted,
});

impl Letter for CapitalScenario {
    const KIND: &'static str = "scenario";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("name", &self.name);
        check.list("changes", &self.changes);
        for one in &self.changes {
            check.within("changes.year", one.year.unwrap_or(YEAR_MAX).into(), TOLD_YEAR_MIN.into(), YEAR_MAX.into());
            check.within("changes.over", one.over.unwrap_or(0).into(), 0, 360);
            check.within("changes.cents", one.cents.unwrap_or(0), 0, CENTS_MAX);
            check.within("changes.rate", one.rate.unwrap_or(0), -10_000, 10_000);
        }
    }
}
