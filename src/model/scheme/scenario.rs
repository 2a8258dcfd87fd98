//! Scenarios of the maintenance plan.

use super::CENTS_MAX;
use crate::choice::choice;
use crate::estate::capital::{Basis, Change, Loan, Rise, Scenario, Special};
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

impl ScenarioChange {
    /// The change as sums read it; none where a figure of it is missing or no loan is like that.
    pub fn change(&self) -> Option<Change> {
        let contribute = |basis| Some(Change::Contribute(basis));
        match self.what {
            ChangeType::Move => Some(Change::Move { item: self.item?, to: self.year? }),
            ChangeType::Phase => Some(Change::Phase { item: self.item?, from: self.year?, over: self.over? }),
            ChangeType::Levy => Some(Change::Levy(Special { year: self.year?, cents: self.cents? })),
            ChangeType::Loan => {
                Loan::of(self.year?, self.cents?, self.rate.unwrap_or(0), self.over?).map(Change::Borrow)
            }
            ChangeType::Rule => contribute(Basis::Rule),
            ChangeType::RemainingLife => contribute(Basis::RemainingLife),
            ChangeType::Needed => contribute(Basis::Needed),
            ChangeType::Own => contribute(Basis::Own { cents: self.cents?, rise: Rise::Share(self.rate.unwrap_or(0)) }),
        }
    }
}

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

impl CapitalScenario {
    /// The scenario as sums read it, without changes of which a figure is missing ([`CapitalScenario::unread`]).
    pub fn scenario(&self) -> Scenario {
        let changes = self.changes.iter().filter_map(ScenarioChange::change).collect();
        Scenario { name: self.name.clone(), changes }
    }

    /// So many changes are left out, because a figure of them is missing.
    pub fn unread(&self) -> usize {
        self.changes.iter().filter(|change| change.change().is_none()).count()
    }
}

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
