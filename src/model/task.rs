//! Something to do for the home, by a day: once, or again and again.

use crate::choice::choice;
use crate::date::Date;
use crate::entry::Part;
use crate::fault::{Fault, FaultCode};
use crate::id::{AccountId, RecordId};
use crate::letter::{Check, Letter, YEAR_MAX};
use crate::money::Money;
use crate::read::{Fielded, fielded};
use crate::recurrence::Recurrence;
use serde::Serialize;

/// The longest time for which somebody wants to know of a task beforehand, days.
const LEAD_DAYS_MAX: i64 = 366;

/// Something to do. When it is next due follows from what was done of it (`schedule`).
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Task {
    /// What to do, in a line.
    pub title: String,
    /// The day by which it should be done; of what comes round, the first time.
    pub due: Option<Date>,
    /// How it comes round; none for what is done once.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// How many days before it is due it is worth knowing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<i64>,
    /// The systems it concerns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub systems: Vec<RecordId>,
    /// The meter by which it comes round: a system with readings.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub meter: Option<RecordId>,
    /// Who usually does it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub contact: Option<RecordId>,
    /// The member of the home who sees to it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<AccountId>,
    /// The kind of trade that usually does it, in plain words; the home's own people where it is empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub trade: String,
    /// What it costs, at least.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_min: Option<Money>,
    /// What it costs, at most.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cost_max: Option<Money>,
    /// Why it should be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub why: String,
    /// How it is done, a step a line.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub how_to: String,
    /// What is needed for it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
    /// What the time between two rounds rests on.
    #[serde(skip_serializing_if = "is_own")]
    pub interval_basis: IntervalBasis,
    /// Where that was published, as it would be cited.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub interval_source: String,
    /// What the catalogue calls it, of a task that the catalogue proposed: it is not proposed again.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub catalogue: String,
    /// The entry that records that it was done, of what was done once and before entries said so themselves.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done: Option<RecordId>,
    /// The fault that it is about, whose photos are shown with it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<RecordId>,
    /// Anything else.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub notes: String,
    /// Deleted by a person.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deleted: Option<bool>,
}

fielded!(Task {
    "title" => title,
    "due" => due,
    "recurrence" => recurrence,
    "lead_days" => lead_days,
    "systems" => systems,
    "meter" => meter,
    "contact" => contact,
    "member" => member,
    "trade" => trade,
    "cost_min" => cost_min,
    "cost_max" => cost_max,
    "why" => why,
    "how_to" => how_to,
    "parts" => parts,
    "interval_basis" => interval_basis,
    "interval_source" => interval_source,
    "catalogue" => catalogue,
    "done" => done,
    "fault" => fault,
    "notes" => notes,
    "deleted" => deleted,
});

choice! {
    /// What the time between two rounds of a task rests on.
    IntervalBasis {
        /// What the home's people decided.
        Owner = "owner",
        /// A published source.
        Published = "published",
        /// General trade knowledge without a source.
        Trade = "trade",
    }
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes what it asks about")]
fn is_own(basis: &IntervalBasis) -> bool {
    *basis == IntervalBasis::Owner
}

impl Letter for Task {
    const KIND: &'static str = "task";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        check.name("title", &self.title);
        if self.due.is_none() {
            check.fault("due", FaultCode::Missing);
        }
        check.years("due", self.due.map(Into::into), 1950, YEAR_MAX);
        if let Some(recurrence) = &self.recurrence {
            recurrence.check(check);
        }
        check.within("lead_days", self.lead_days.unwrap_or(0), 0, LEAD_DAYS_MAX);
        check.list("systems", &self.systems);
        check.line("trade", &self.trade);
        check.money("cost_min", self.cost_min.as_ref());
        check.money("cost_max", self.cost_max.as_ref());
        check.note("why", &self.why);
        check.note("how_to", &self.how_to);
        check.parts(&self.parts);
        check.line("interval_source", &self.interval_source);
        check.line("catalogue", &self.catalogue);
        check.note("notes", &self.notes);
    }

    fn conflicts(&self) -> Vec<Fault> {
        match (&self.cost_min, &self.cost_max) {
            (Some(min), Some(max)) if min.currency == max.currency && min.cents > max.cents => {
                vec![Fault::new("cost_max", FaultCode::Contradicts)]
            }
            _ => Vec::new(),
        }
    }
}
