//! The systems of a home, and one of them.

use model::date::PartialDate;
use model::life::Stage;

/// What the list and the pages of systems say.
pub struct System {
    /// Adds one.
    pub add: &'static str,
    /// Searches them.
    pub search: &'static str,
    /// No systems yet: what to do first.
    pub empty_title: &'static str,
    /// Why.
    pub empty_lead: &'static str,
    /// The button.
    pub empty_action: &'static str,
    /// Those that stand in no zone.
    pub no_zone: &'static str,
    /// Those that were replaced or taken out of use: how many.
    pub retired: fn(usize) -> String,
    /// Where age stands against life.
    pub stage: fn(Stage) -> &'static str,
    /// Nobody knows when it was installed.
    pub age_unknown: &'static str,
    /// An age where room is short: "8 y".
    pub years_short: fn(u32) -> String,
    /// Younger than a year.
    pub under_a_year: &'static str,
    /// "8 years old".
    pub old: fn(&str) -> String,
    /// "8 to 12 years"; one figure where both are the same.
    pub life: fn(u32, u32) -> String,
    /// An expected life with its source.
    pub expected: fn(&str, &str) -> String,
    /// Changes the expected life.
    pub change: &'static str,
    /// Writes an entry about it.
    pub log: &'static str,
    /// Puts a new one in its place.
    pub replace: &'static str,
    /// Takes it out of use.
    pub retire: &'static str,
    /// When that was.
    pub retire_when: &'static str,
    /// It was taken out of use, by its name.
    pub was_retired: fn(&str) -> String,
    /// Puts it back into use.
    pub reinstate: &'static str,
    /// It was put back into use, by its name.
    pub was_reinstated: fn(&str) -> String,
    /// How many faults are open.
    pub open_faults: fn(usize) -> String,
    /// A fault and when it was reported.
    pub reported: fn(&str, &str) -> String,
    /// When it was taken out of use.
    pub removed_on: fn(&str) -> String,
    /// It was taken out of use.
    pub out_of_use: &'static str,
    /// What took its place.
    pub replaced_by: &'static str,
    /// What it took the place of.
    pub replaces: &'static str,
    /// The history of what it took the place of, by name.
    pub before_it: fn(&str) -> String,
    /// A field contradicts another one, by its name in the record.
    pub conflict: fn(&str) -> String,
    /// It is a part of something that is a part of it.
    pub cycle: fn(&str) -> String,
    /// Its sides, for a screen reader.
    pub sides: &'static str,
    /// What happened to it.
    pub history: &'static str,
    /// What it is.
    pub identity: &'static str,
    /// Its papers, tasks and readings.
    pub papers: &'static str,
    /// What it cost.
    pub cost: &'static str,
    /// Nothing happened to it yet.
    pub history_empty: &'static str,
    /// Leads to all its entries: how many.
    pub whole_history: fn(usize) -> String,
    /// What sort of system.
    pub sort: &'static str,
    /// Who made it.
    pub make: &'static str,
    /// The maker's model.
    pub model: &'static str,
    /// The maker's serial number.
    pub serial: &'static str,
    /// Size as its trade says it.
    pub size: &'static str,
    /// When it was installed.
    pub installed: &'static str,
    /// How exactly a date is known; empty for a day.
    pub precision: fn(PartialDate) -> &'static str,
    /// Who fitted it.
    pub fitted_by: &'static str,
    /// What it cost, fitted.
    pub price: &'static str,
    /// The zone it stands in.
    pub zone: &'static str,
    /// Where it is shut off.
    pub shut_off: &'static str,
    /// What it is a part of.
    pub part_of: &'static str,
    /// Its parts.
    pub parts: &'static str,
    /// Adds a part.
    pub add_part: &'static str,
    /// Its expected life.
    pub expected_life: &'static str,
    /// Its documents.
    pub documents: &'static str,
    /// Its warranties.
    pub warranties: &'static str,
    /// Its certificates.
    pub certificates: &'static str,
    /// What is to be done for it.
    pub tasks: &'static str,
    /// What its meter showed.
    pub readings: &'static str,
    /// There are no papers yet.
    pub no_papers: &'static str,
    /// A warranty that has ended: when.
    pub ended: fn(&str) -> String,
    /// A warranty of which nobody knows when it ends.
    pub end_unknown: &'static str,
    /// Its task that is due first.
    pub next_care: &'static str,
    /// What it usually needs.
    pub usual_care: &'static str,
    /// Nothing tells yet when a task is due.
    pub due_unknown: &'static str,
    /// A warranty that became void.
    pub void: &'static str,
    /// A task that was done.
    pub task_done: &'static str,
    /// What the bars of its cost are.
    pub cost_by_year: &'static str,
    /// All that was spent on it since it was installed.
    pub spent_since: fn(&str) -> String,
    /// All that was spent on it.
    pub spent: &'static str,
    /// Nothing was spent on it yet.
    pub cost_empty: &'static str,
    /// There is no such system any more.
    pub gone: &'static str,
    /// Reports that it is broken.
    pub report_fault: &'static str,
    /// What to do when it fails.
    pub emergency_card: &'static str,
}
