//! How a scheme stands: overview, units by systems, units by certificates.

use model::basis::Purpose;
use model::estate::grid::{Cause, Column, Mark};
use model::estate::matrix::Code;
use model::estate::score::{Part, WeightFault};
use model::health::State;

/// What these pages say.
pub struct Board {
    /// A mark of the grid.
    pub mark: fn(Mark) -> &'static str,
    /// The one reason for it, and its figure: days or per cent.
    pub cause: fn(Cause, u16) -> String,
    /// The one thing to do about it; nothing where there is nothing to do.
    pub step: fn(Cause) -> &'static str,
    /// A reason by itself, to filter by.
    pub cause_name: fn(Cause) -> &'static str,
    /// A column of the grid.
    pub column: fn(Column) -> &'static str,
    /// How many systems stand in a cell, of which the worst shows.
    pub systems: fn(u8) -> String,
    /// A score, and how much is known: "62 of 100, of which 40 are known".
    pub scored: fn(u8, u8) -> String,
    /// How a certificate stands.
    pub code: fn(Code) -> &'static str,
    /// The same as a sentence.
    pub code_told: fn(Code) -> &'static str,
    /// The one thing to do about it.
    pub code_step: fn(Code) -> &'static str,
    /// It only may be so.
    pub unsure: &'static str,
    /// Until which day it is so.
    pub until: fn(&str) -> String,
    /// Since which day it is over.
    pub since: fn(&str) -> String,
    /// What a certificate has to be good for.
    pub purpose: fn(Purpose) -> &'static str,
    /// The question for that.
    pub purpose_label: &'static str,
    /// The question for the day.
    pub day_label: &'static str,
    /// What stands in no building.
    pub no_building: &'static str,
    /// "Disa · 12 units · 3 badly".
    pub group: fn(&str, u32, u32) -> String,
    /// A place of the common property, beside its name.
    pub common: &'static str,
    /// The head of the names.
    pub unit: &'static str,
    /// The grid, for a screen reader.
    pub grid_label: &'static str,
    /// The matrix, for a screen reader.
    pub matrix_label: &'static str,
    /// How to use either with the keyboard.
    pub keys: &'static str,
    /// Filter by building, by mark, by reason, by column, by code.
    pub filters: [&'static str; 5],
    /// Lets a filter go.
    pub clear: &'static str,
    /// The question for the order.
    pub order_label: &'static str,
    /// Worst first, by name, by building.
    pub orders: [&'static str; 3],
    /// "48 of 51 shown".
    pub shown: fn(usize, usize) -> String,
    /// It is still being read.
    pub reading: &'static str,
    /// There are no units yet.
    pub empty_title: &'static str,
    /// What there would be.
    pub empty_lead: &'static str,
    /// Leads to the units.
    pub empty_action: &'static str,
    /// What the signs mean.
    pub legend: &'static str,
    /// Leads to a unit.
    pub open_unit: fn(&str) -> String,
    /// Over the one thing to do.
    pub to_do: &'static str,
    /// Nothing has to be done.
    pub nothing_to_do: &'static str,
    /// Who answers for a unit.
    pub answers: fn(&str) -> String,
    /// Nobody is named.
    pub nobody: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// Over what is printed: the day.
    pub printed: fn(&str) -> String,
    /// How certificates stand, counted.
    pub counts: &'static str,
    /// The columns of that: how, how many, of which not certain.
    pub counts_columns: [&'static str; 3],
    /// What is overdue.
    pub overdue: &'static str,
    /// Its columns: unit, certificate, why, since, who.
    pub overdue_columns: [&'static str; 5],
    /// Nothing is.
    pub none_overdue: &'static str,
    /// How many more there are.
    pub more: fn(usize) -> String,
    /// Asking all owners.
    pub ask: &'static str,
    /// What that does.
    pub ask_lead: &'static str,
    /// For which certificate.
    pub ask_sort: &'static str,
    /// By which day.
    pub ask_by: &'static str,
    /// What they should know.
    pub ask_text: &'static str,
    /// The title of what is asked, with the certificate.
    pub ask_title: fn(&str) -> String,
    /// How many will be asked.
    pub ask_count: fn(usize) -> String,
    /// Asks so many.
    pub ask_send: fn(usize) -> String,
    /// It was asked.
    pub asked: fn(usize) -> String,
    /// Nobody lacks it.
    pub ask_nobody: &'static str,
    /// What was asked before.
    pub asked_before: &'static str,
    /// "12 units, by 5 January 2027".
    pub asked_told: fn(usize, &str) -> String,
    /// The trend of certificates: per cent of those asked for that are good.
    pub paper_trend: &'static str,
    /// "84 of 100 (210 of 250)".
    pub paper_share: fn(u32, u32, u32) -> String,
    /// The trend of the score.
    pub trend: &'static str,
    /// Nothing was noted in that month.
    pub not_noted: &'static str,
    /// The score.
    pub score: &'static str,
    /// "62 of 100".
    pub of_hundred: fn(u32) -> String,
    /// A band.
    pub band: fn(State) -> &'static str,
    /// How much is known, and so how far it can be trusted.
    pub confidence: fn(u32) -> String,
    /// Too little is known for a score.
    pub untold: &'static str,
    /// That emergencies hold it down.
    pub held: fn(u32) -> String,
    /// A part.
    pub part: fn(Part) -> &'static str,
    /// What it counts.
    pub part_told: fn(Part) -> &'static str,
    /// "21 of 35 points".
    pub points: fn(&str, u32) -> String,
    /// "40 well, 3 badly, 5 not known".
    pub evidence: fn(u64, u64, u64) -> String,
    /// What the reserve holds, and what is used up.
    pub reserve: fn(&str, &str) -> String,
    /// Nobody said.
    pub no_reserve: &'static str,
    /// How much of a part is known.
    pub known: fn(&str, u32) -> String,
    /// Leads to the grid, the matrix, the plan.
    pub leads: [&'static str; 3],
    /// What needs the trustees now.
    pub needs: &'static str,
    /// Nothing does.
    pub no_needs: &'static str,
    /// Nothing is shown by which it could be told.
    pub nothing_known: &'static str,
    /// What to do about that.
    pub nothing_known_lead: &'static str,
    /// Leads to the units, and to where lists of them are brought in.
    pub make_known: [&'static str; 2],
    /// Emergencies, worst units, overdue certificates.
    pub needs_parts: [&'static str; 3],
    /// What the parts weigh.
    pub weights: &'static str,
    /// That they can be changed, and how they hang together.
    pub weights_lead: &'static str,
    /// Where a weight comes from; this program's own where nobody is named.
    pub weight_source: fn(u32, Option<&str>) -> String,
    /// What they sum to.
    pub weights_sum: fn(u64) -> String,
    /// What is wrong with them.
    pub weight_fault: fn(WeightFault) -> String,
    /// They are kept.
    pub weights_saved: &'static str,
    /// That it is no advice.
    pub advice: &'static str,
}
