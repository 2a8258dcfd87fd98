//! The maintenance plan of a scheme on paper and in a workbook, and what its page has in common with them.

use model::estate::capital::{Basis, Figure, Implemented, Minimum, Missing};
use model::estate::category::Category;
use model::estate::levy::{Quotas, Refusal};
use model::estate::responsibility::Regime;
use model::health::State;

/// What a resolution speaks of, every amount as it is read.
pub struct Resolved<'a> {
    /// Whether rule 22 and regulation 2 bind the scheme.
    pub is_bound: bool,
    /// The financial year.
    pub year: i32,
    /// What is put to the meeting; empty where nobody has said.
    pub adopted: &'a str,
    /// The rule's number.
    pub rule: &'a str,
    /// The least that the regulations ask, in a sentence.
    pub minimum: &'a str,
    /// What is needed.
    pub needed: &'a str,
    /// The conditions for paying out; empty where there are none.
    pub conditions: &'a str,
}

/// What stands on it.
pub struct EstatePaper {
    /// What the document is.
    pub title: &'static str,
    /// Above the name of the scheme.
    pub from: fn(Regime) -> &'static str,
    /// Above whom it is for.
    pub to: &'static str,
    /// Whom it is for.
    pub to_name: &'static str,
    /// The number of the scheme.
    pub number: fn(&str) -> String,
    /// Its managing agent.
    pub agent: fn(&str) -> String,
    /// The financial year.
    pub year: &'static str,
    /// The year, its first day and its last.
    pub year_of: fn(i32, &str, &str) -> String,
    /// It is not known when the year ends.
    pub year_assumed: &'static str,
    /// The day on which it was made.
    pub made: &'static str,
    /// The day on which members approved it.
    pub approved: &'static str,
    /// They have not.
    pub not_approved: &'static str,
    /// Conditions for paying out.
    pub conditions: &'static str,
    /// The items.
    pub items: &'static str,
    /// What the law asks of them.
    pub items_note: &'static str,
    /// Heads: item, condition, due, cost, life, anything else.
    pub item_columns: [&'static str; 6],
    /// There are none.
    pub no_items: &'static str,
    /// Names of the eleven categories.
    pub category: fn(Category) -> &'static str,
    /// How something stands.
    pub state: fn(State) -> &'static str,
    /// A particular that nobody has said.
    pub missing: fn(Missing) -> &'static str,
    /// In place of a figure that nobody has said.
    pub not_said: &'static str,
    /// Items of which something is missing: the names, and what.
    pub lacking: fn(&str, &str) -> String,
    /// "20 years".
    pub years: fn(u32) -> String,
    /// "2031, in 4 years", "2024, 3 years late".
    pub due: fn(i32, u32, u32) -> String,
    /// The numbers side by side.
    pub beside: &'static str,
    /// Heads: item, due, by the rule, needed, short when it falls due.
    pub beside_columns: [&'static str; 5],
    /// All items together.
    pub total: &'static str,
    /// The rule's formula, with its source.
    pub rule_formula: &'static str,
    /// The other formula.
    pub needed_formula: &'static str,
    /// The rule does not bind a homeowners' association.
    pub unbound: &'static str,
    /// The item is paid for already.
    pub covered: &'static str,
    /// It is expected to last no years.
    pub no_life: &'static str,
    /// The sums: by the rule, the least, needed, adopted.
    pub sums: [&'static str; 4],
    /// What regulation 2 asks: the case, and the amount as it is read.
    pub minimum: fn(Minimum, &str) -> String,
    /// Where that comes from.
    pub minimum_source: &'static str,
    /// A figure of the budget.
    pub figure: fn(Figure) -> &'static str,
    /// More was contributed for items than the reserve holds: by so much.
    pub unheld: fn(&str) -> String,
    /// The years ahead.
    pub flow: &'static str,
    /// Heads: year, opening, interest, contributions, special levies, loans, work, closing.
    pub flow_columns: [&'static str; 8],
    /// What contributions are by.
    pub basis: fn(Basis, &str) -> String,
    /// The plan as it is, among scenarios.
    pub as_is: &'static str,
    /// The year at whose end the money has run out.
    pub out_in: fn(i32) -> String,
    /// The year in which work comes before the money.
    pub short_in: fn(i32) -> String,
    /// The money lasts.
    pub lasts: &'static str,
    /// How much of what is used up is there: the share, the reserve, and what would be there.
    pub funded: fn(&str, &str, &str) -> String,
    /// Nothing is used up.
    pub unfunded: &'static str,
    /// Where that comes from.
    pub funded_source: &'static str,
    /// Scenarios side by side.
    pub scenarios: &'static str,
    /// Heads: scenario, contributions, special levies, interest on loans, lowest, outcome.
    pub scenario_columns: [&'static str; 6],
    /// Levies.
    pub levies: &'static str,
    /// Heads: unit, quota, a year, a month.
    pub levy_columns: [&'static str; 4],
    /// What is shared: the amount of the year.
    pub levied: fn(&str) -> String,
    /// Where sharing by quotas comes from.
    pub levy_source: &'static str,
    /// What the quotas come to; by how much they are off, as it is read.
    pub quotas: fn(Quotas, &str) -> String,
    /// Why nothing can be shared.
    pub refusal: fn(Refusal) -> &'static str,
    /// So many units more are in the workbook.
    pub more_units: fn(usize) -> String,
    /// The resolution.
    pub resolution: &'static str,
    /// Numbers of its lines.
    pub numerals: [&'static str; 6],
    /// Its lines.
    pub resolved: fn(&Resolved<'_>) -> Vec<String>,
    /// The report of the year.
    pub report: &'static str,
    /// What the law asks of it.
    pub report_note: &'static str,
    /// Heads: item, planned, how far, paid, beyond the plan.
    pub report_columns: [&'static str; 5],
    /// How far an item came; the day, as it is read.
    pub implemented: fn(Implemented, &str) -> String,
    /// That it was put off: until when, and why.
    pub postponed: fn(i32, &str) -> String,
    /// So many of so many were done; what share of the planned cost that was, empty where no cost was planned.
    pub done_of: fn(usize, usize, &str) -> String,
    /// Work that was not planned for the year.
    pub unplanned: &'static str,
    /// Nothing was planned for the year and nothing done.
    pub nothing_planned: &'static str,
    /// What stands small below it.
    pub foot: [&'static str; 2],
    /// Names of the leaves of the workbook: items, contributions, cash flow, scenarios, levies, report.
    pub leaves: [&'static str; 6],
    /// Heads of the leaf of items, beside those of the paper: category, contributed before, escalation, spread over.
    pub leaf_items: [&'static str; 4],
    /// Head of the leaves of years: the scenario.
    pub scenario: &'static str,
}
