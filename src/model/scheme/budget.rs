//! The reserve, year by year.

use super::CENTS_MAX;
use crate::date::Date;
use crate::estate::capital::{self, Fund, Planned};
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter, TOLD_YEAR_MIN, YEAR_MAX};
use crate::read::{Fielded, fielded};
use serde::Serialize;

/// What was approved of an item for the year.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct PlannedItem {
    /// The item.
    pub item: RecordId,
    /// What it was to cost, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cents: Option<i64>,
}

fielded!(PlannedItem {
    "item" => item,
    "cents" => cents,
});

/// The reserve of a financial year: what it begins with, what the law asks, and what was decided.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Budget {
    /// The financial year, by the year in which it ends.
    pub year: Option<i32>,
    /// What the reserve holds at its beginning, cents; below nothing where it is overdrawn.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub opening: Option<i64>,
    /// What it earns in a year, basis points.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interest: Option<i64>,
    /// All contributions to the administrative fund of the year before, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contributed: Option<i64>,
    /// What is budgeted for the administrative fund this year, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub budgeted: Option<i64>,
    /// What of that is for repairs and maintenance of the common property, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub repairs: Option<i64>,
    /// What members decided to contribute to the reserve, cents.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub adopted: Option<i64>,
    /// The day on which members approved the plan in general meeting.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub approved_on: Option<Date>,
    /// The conditions that they set for paying out.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub conditions: String,
    /// What was planned for the year when it was approved.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub planned: Vec<PlannedItem>,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Budget {
    "year" => year,
    "opening" => opening,
    "interest" => interest,
    "contributed" => contributed,
    "budgeted" => budgeted,
    "repairs" => repairs,
    "adopted" => adopted,
    "approved_on" => approved_on,
    "conditions" => conditions,
    "planned" => planned,
    "deleted" => deleted,
});

impl Budget {
    /// What the reserve begins with. Where nobody has said, that is nothing, and the page says so.
    pub fn fund(&self) -> Fund {
        Fund { opening: self.opening.unwrap_or(0), interest: self.interest.unwrap_or(0) }
    }

    /// What regulation 2 looks at.
    pub fn regulation(&self, is_association: bool, is_first: bool) -> capital::Budget {
        capital::Budget {
            is_association,
            is_first,
            reserve: self.opening,
            contributed: self.contributed,
            budgeted: self.budgeted,
            repairs: self.repairs,
        }
    }

    /// What was planned for the year when members approved it.
    pub fn approved(&self) -> Vec<Planned> {
        self.planned.iter().map(|one| Planned { item: one.item, cents: one.cents }).collect()
    }
}

impl Letter for Budget {
    const KIND: &'static str = "budget";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.within("year", self.year.unwrap_or(YEAR_MAX).into(), TOLD_YEAR_MIN.into(), YEAR_MAX.into());
        if self.year.is_none() {
            check.fault("year", FaultCode::Missing);
        }
        check.within("opening", self.opening.unwrap_or(0), -CENTS_MAX, CENTS_MAX);
        check.within("interest", self.interest.unwrap_or(0), -10_000, 10_000);
        check.within("contributed", self.contributed.unwrap_or(0), 0, CENTS_MAX);
        check.within("budgeted", self.budgeted.unwrap_or(0), 0, CENTS_MAX);
        check.within("repairs", self.repairs.unwrap_or(0), 0, CENTS_MAX);
        check.within("adopted", self.adopted.unwrap_or(0), 0, CENTS_MAX);
        check.years("approved_on", self.approved_on.map(Into::into), TOLD_YEAR_MIN, YEAR_MAX);
        check.note("conditions", &self.conditions);
        check.many("planned", self.planned.len(), 500);
    }
}
