//! What the systems of a country usually need: tasks that are proposed, each with its interval and where that comes from. The facts are data, one file for
//! each country and language beside its catalogue (`public/catalogue/*.care.json`), fetched when somebody looks at what is proposed.

use crate::catalogue::UsualSource;
use crate::date::Date;
use crate::entry::Part;
use crate::id::RecordId;
use crate::read::fielded;
use crate::recurrence::Recurrence;
use crate::schedule;
use crate::season::{Region, Season};
use crate::system::{System, SystemType};
use crate::task::{IntervalBasis, Task};
use serde::Serialize;

/// When nobody knows when something was last done, it is due in so many days: soon enough to be looked at, late enough to be planned.
const UNKNOWN_DAYS: u32 = 30;

/// What the systems of a country usually need.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UsualCare {
    /// The country, ISO 3166-1: `ZA`.
    pub country: String,
    /// The language it is written in, BCP 47: `en-ZA`.
    pub language: String,
    /// Sorts of system that need something.
    pub systems: Vec<SortCare>,
}

fielded!(UsualCare requires { "country" => country, "language" => language, "systems" => systems } {});

/// What a sort of system usually needs.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct SortCare {
    /// The sort.
    #[serde(rename = "type")]
    pub sort: SystemType,
    /// Its tasks, the most usual first.
    pub tasks: Vec<UsualTask>,
}

fielded!(SortCare requires { "type" => sort, "tasks" => tasks } {});

/// A task that is proposed.
#[derive(Clone, Debug, PartialEq, Eq, Default, Serialize)]
pub struct UsualTask {
    /// What it is known again by; never changed.
    pub key: String,
    /// What to do, in a line.
    pub title: String,
    /// Why.
    pub why: String,
    /// How it comes round; none for what is done by the season.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub recurrence: Option<Recurrence>,
    /// The season in which it is done where it rains in winter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub winter_rain: Option<Season>,
    /// The season in which it is done elsewhere.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub summer_rain: Option<Season>,
    /// How many days before it is due it is worth knowing.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lead_days: Option<i64>,
    /// The kind of trade that usually does it; the home's own people where it is empty.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub trade: String,
    /// How it is done, in plain words, a step each.
    pub how_to: Vec<String>,
    /// What is needed.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
    /// Where the interval comes from.
    pub source: UsualSource,
}

fielded!(UsualTask requires { "key" => key, "title" => title, "why" => why, "how_to" => how_to, "source" => source } {
    "recurrence" => recurrence,
    "winter_rain" => winter_rain,
    "summer_rain" => summer_rain,
    "lead_days" => lead_days,
    "trade" => trade,
    "parts" => parts,
});

impl UsualCare {
    /// Reads what a file says.
    ///
    /// # Errors
    /// What is not of this shape, as JSON says it.
    pub fn read(text: &str) -> Result<Self, serde_json::Error> {
        serde_json::from_str(text)
    }

    /// What a sort of system usually needs.
    pub fn tasks(&self, sort: SystemType) -> &[UsualTask] {
        self.systems.iter().find(|care| care.sort == sort).map_or(&[], |care| &care.tasks)
    }
}

impl UsualTask {
    /// How it comes round in a region; as in most of the country where that is not known.
    pub fn recurrence(&self, region: Option<Region>) -> Option<Recurrence> {
        let season = if region == Some(Region::WinterRain) { self.winter_rain } else { self.summer_rain };
        self.recurrence.clone().or(season.map(Recurrence::season))
    }

    /// The task as a home has it, for one of its systems.
    pub fn task(&self, id: RecordId, system: &System, region: Option<Region>, today: Date) -> Task {
        let recurrence = self.recurrence(region);
        let parts = self.parts.iter().map(|name| Part { name: name.clone(), quantity: 1, number: String::new() });
        let UsualSource { basis, title, says } = &self.source;
        let source = [title.as_str(), says].into_iter().filter(|text| !text.is_empty()).collect::<Vec<_>>().join(": ");
        Task {
            title: self.title.clone(),
            due: Some(first_due(recurrence.as_ref(), system, today)),
            recurrence,
            lead_days: self.lead_days,
            systems: vec![id],
            trade: self.trade.clone(),
            why: self.why.clone(),
            how_to: self.how_to.join("\n"),
            parts: parts.collect(),
            interval_basis: if basis == UsualSource::PUBLISHED {
                IntervalBasis::Published
            } else {
                IntervalBasis::Trade
            },
            interval_source: source,
            catalogue: self.key.clone(),
            ..Task::default()
        }
    }
}

/// The first day on which a task is due that nobody has done yet as far as anybody knows: one interval after the system was installed where that lies ahead, the next
/// season, else soon.
fn first_due(recurrence: Option<&Recurrence>, system: &System, today: Date) -> Date {
    let soon = today.plus_days(UNKNOWN_DAYS);
    let Some(recurrence) = recurrence else { return soon };
    let after = |day: Date| schedule::step_after(recurrence, day);
    if let Some(season) = recurrence.season {
        return season.after(today).unwrap_or(soon);
    }
    let installed = system.installed.and_then(|installed| after(schedule::done_on(installed)));
    match installed {
        Some(due) if due > today => due,
        _ => after(today).map_or(soon, |due| due.min(soon)),
    }
}
