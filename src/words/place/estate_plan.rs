//! The maintenance plan of a scheme, as it is worked on.

use model::scheme::ChangeType;

/// What its page says beside what stands on paper.
pub struct EstatePlan {
    /// What the parts are together.
    pub parts_label: &'static str,
    /// The parts: items, years ahead, scenarios, levies, general meeting.
    pub parts: [&'static str; 5],
    /// There are no items.
    pub none: &'static str,
    /// What items are good for.
    pub none_lead: &'static str,
    /// Adds an item.
    pub add_item: &'static str,
    /// The item that is written.
    pub edit_item: &'static str,
    /// The numbers side by side.
    pub sides: &'static str,
    /// Why there is more than one.
    pub sides_lead: &'static str,
    /// By how much the rule is short, over all items.
    pub short: fn(&str) -> String,
    /// The year's budget.
    pub budget: &'static str,
    /// The budget of a year.
    pub budget_of: fn(i32) -> String,
    /// Nothing is said of the year.
    pub no_budget: fn(i32) -> String,
    /// What follows from that.
    pub no_budget_lead: &'static str,
    /// The question for the year.
    pub year: &'static str,
    /// The workbook.
    pub workbook: &'static str,
    /// The PDF.
    pub pdf: &'static str,
    /// One of them is being made.
    pub making: &'static str,
    /// Prints the page.
    pub print: &'static str,
    /// They need a connection.
    pub offline: &'static str,
    /// This server makes none.
    pub not_offered: &'static str,
    /// The name of the file, by the name of the scheme.
    pub file: fn(&str) -> String,
    /// Boxes of an item.
    pub item: ItemBoxes,
    /// Boxes of a budget.
    pub money: BudgetBoxes,
    /// How far ahead is looked.
    pub horizon: &'static str,
    /// So many years.
    pub horizon_years: fn(u32) -> String,
    /// What the drawing shows.
    pub chart: &'static str,
    /// There are no scenarios.
    pub no_scenarios: &'static str,
    /// What they are good for.
    pub no_scenarios_lead: &'static str,
    /// Adds one.
    pub add_scenario: &'static str,
    /// Proposes three.
    pub propose: &'static str,
    /// Their names, by the name of the item.
    pub proposed: fn(&str) -> [String; 3],
    /// So many changes are left out.
    pub unread: fn(usize) -> String,
    /// Changes an item, a budget or a scenario.
    pub edit: &'static str,
    /// Boxes of a scenario.
    pub scenario: ScenarioBoxes,
    /// Heads of monthly levies: unit, quota, by the rule, needed, adopted.
    pub levy_columns: [&'static str; 5],
    /// All units.
    pub all_units: fn(usize) -> String,
    /// Approving the plan.
    pub approve: &'static str,
    /// What that does.
    pub approve_lead: &'static str,
    /// The day of the meeting.
    pub approved_on: &'static str,
    /// Work on the plan.
    pub jobs: &'static str,
    /// There is none.
    pub no_jobs: &'static str,
    /// What is written down there.
    pub no_jobs_lead: &'static str,
    /// Writes down what was done, or put off.
    pub add_job: &'static str,
    /// What the logbook tells.
    pub found: &'static str,
    /// Where that comes from.
    pub found_lead: &'static str,
    /// Takes it into the report.
    pub take: fn(&str) -> String,
    /// Boxes of a job.
    pub job: JobBoxes,
}

/// Boxes of an item.
pub struct ItemBoxes {
    /// (a) The category.
    pub category: &'static str,
    /// (a) What it is.
    pub name: &'static str,
    /// The systems that it is about.
    pub systems: &'static str,
    /// (b) How it stands.
    pub state: &'static str,
    /// Nobody has said.
    pub no_state: &'static str,
    /// What the systems say.
    pub seen: fn(&str) -> String,
    /// (b) In words.
    pub condition: &'static str,
    /// (c) When.
    pub due: &'static str,
    /// How it is written.
    pub due_hint: &'static str,
    /// (d) The cost.
    pub cost: &'static str,
    /// At which prices.
    pub cost_hint: &'static str,
    /// (e) The life.
    pub life: &'static str,
    /// Of what.
    pub life_hint: &'static str,
    /// (f) Anything else.
    pub relevant: &'static str,
    /// Asking vendors about it.
    pub quotes: &'static str,
    /// What was contributed.
    pub past: &'static str,
    /// That nothing is nothing, and unknown is unknown.
    pub past_hint: &'static str,
    /// What the price rises by.
    pub escalation: &'static str,
    /// Over how many years.
    pub over: &'static str,
    /// What figures are in.
    pub years: &'static str,
    /// The same.
    pub percent: &'static str,
    /// Takes it away.
    pub remove: &'static str,
    /// Takes the state that is seen.
    pub take: &'static str,
}

/// Boxes of a budget.
pub struct BudgetBoxes {
    /// The year.
    pub year: &'static str,
    /// What the reserve begins with.
    pub opening: &'static str,
    /// That it may be below nothing.
    pub opening_hint: &'static str,
    /// What it earns.
    pub interest: &'static str,
    /// Contributions of the year before.
    pub contributed: &'static str,
    /// Contributions of this year.
    pub budgeted: &'static str,
    /// Repairs.
    pub repairs: &'static str,
    /// What regulation 2 needs these for.
    pub base_hint: &'static str,
    /// What was adopted.
    pub adopted: &'static str,
    /// Conditions for paying out.
    pub conditions: &'static str,
}

/// Boxes of a scenario.
pub struct ScenarioBoxes {
    /// Its name.
    pub name: &'static str,
    /// Change by number.
    pub change: fn(usize) -> String,
    /// What it is.
    pub what: &'static str,
    /// Each.
    pub changes: fn(ChangeType) -> &'static str,
    /// The item.
    pub item: &'static str,
    /// The year.
    pub year: &'static str,
    /// Years of a phase.
    pub over_years: &'static str,
    /// Months of a loan.
    pub over_months: &'static str,
    /// The amount.
    pub cents: &'static str,
    /// The rate of a loan, or the rise.
    pub rate: &'static str,
    /// Adds a change.
    pub add: &'static str,
    /// Takes the last away.
    pub less: &'static str,
    /// Takes the scenario away.
    pub remove: &'static str,
}

/// Boxes of a job.
pub struct JobBoxes {
    /// What is told: work, or that it was put off.
    pub what: &'static str,
    /// Each.
    pub whats: [&'static str; 2],
    /// The item.
    pub item: &'static str,
    /// The day.
    pub on: &'static str,
    /// What it cost.
    pub cents: &'static str,
    /// Whether the item is finished for now.
    pub last: &'static str,
    /// Each.
    pub lasts: [&'static str; 2],
    /// Until when it was put off.
    pub to: &'static str,
    /// What was done, or why it was put off.
    pub reason: &'static str,
    /// Work in a line: the item, and what.
    pub done: fn(&str, &str) -> String,
}
