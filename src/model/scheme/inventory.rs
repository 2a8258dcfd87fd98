//! What stands in a unit and falls due there.

use crate::date::Date;
use crate::date::PartialDate;
use crate::entry::Severity;
use crate::estate::grid::Cause;
use crate::estate::grid::Mark;
use crate::fault::FaultCode;
use crate::id::RecordId;
use crate::letter::{Check, Letter};
use crate::portal::line::is_default;
use crate::read::{Fielded, fielded};
use crate::system::SystemType;
use serde::Serialize;

/// A system of a unit, as the scheme is shown it.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Thing {
    /// The system.
    pub id: RecordId,
    /// What it is.
    pub sort: SystemType,
    /// Its name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Make and model.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub make: String,
    /// When it was installed; none where that is not known or not shown.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub installed: Option<PartialDate>,
    /// Years that it is expected to last.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub life: Option<u32>,
    /// How it stands.
    pub mark: Mark,
    /// Why.
    pub cause: Cause,
    /// The figure of that reason.
    #[serde(skip_serializing_if = "is_default")]
    pub amount: u16,
    /// From 0 to 100.
    #[serde(skip_serializing_if = "is_default")]
    pub score: u8,
    /// How much is known.
    #[serde(skip_serializing_if = "is_default")]
    pub confidence: u8,
    /// The worst fault that is open on it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fault: Option<Severity>,
    /// It stands in the scheme's own logbook of the unit.
    #[serde(skip_serializing_if = "is_default")]
    pub held: bool,
}

fielded!(Thing {
    "id" => id,
    "sort" => sort,
    "name" => name,
    "make" => make,
    "installed" => installed,
    "life" => life,
    "mark" => mark,
    "cause" => cause,
    "amount" => amount,
    "score" => score,
    "confidence" => confidence,
    "fault" => fault,
    "held" => held,
});

/// A task of a unit that falls due.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Task {
    /// The task.
    pub id: RecordId,
    /// What is to be done.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub title: String,
    /// Which task of the catalogue it is; nothing for one of the home's own.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub key: String,
    /// At what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sort: Option<SystemType>,
    /// The day by which.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Date>,
    /// What it takes, by names of part families.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

fielded!(Task {
    "id" => id,
    "title" => title,
    "key" => key,
    "sort" => sort,
    "by" => by,
    "parts" => parts,
});

/// What stands in a unit and falls due there, as far as the scheme is shown. Only the server writes it, from the logbooks of the unit.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct Inventory {
    /// The unit.
    pub unit: Option<RecordId>,
    /// The day on which that was so.
    pub on: Option<Date>,
    /// The systems.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub things: Vec<Thing>,
    /// What falls due within eighteen months.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tasks: Vec<Task>,
}

fielded!(Inventory {
    "unit" => unit,
    "on" => on,
    "things" => things,
    "tasks" => tasks,
});

impl Letter for Inventory {
    const KIND: &'static str = "inventory";
    const FIELDS: &'static [&'static str] = Self::NAMES;

    fn check(&self, check: &mut Check) {
        if self.unit.is_none() {
            check.fault("unit", FaultCode::Missing);
        }
        if self.on.is_none() {
            check.fault("on", FaultCode::Missing);
        }
        check.many("things", self.things.len(), 150);
        for one in &self.things {
            check.line("things.name", &one.name);
            check.line("things.make", &one.make);
        }
        check.many("tasks", self.tasks.len(), 150);
        for one in &self.tasks {
            check.line("tasks.title", &one.title);
            check.line("tasks.key", &one.key);
            check.list("tasks.parts", &one.parts);
        }
    }
}
