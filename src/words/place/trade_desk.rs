//! The trade desk: the day, what is waited for, the calendar and the money of all jobs together.

use model::portal::{Share, VisitState};
use model::trade_desk::{Age, Missing, Sort};

/// What these pages say.
pub struct TradeDesk {
    /// The desk.
    pub title: &'static str,
    /// What its parts are, for a screen reader.
    pub parts_label: &'static str,
    /// Its parts: the day, the inbox, the calendar, the money, the prices.
    pub parts: [&'static str; 5],
    /// Leads to the firm and its team.
    pub team: &'static str,
    /// There are no jobs.
    pub none: &'static str,
    /// What would be here.
    pub none_lead: &'static str,
    /// Leads to the list of all jobs.
    pub to_jobs: &'static str,
    /// Days of the week, Monday first.
    pub weekdays: [&'static str; 7],
    /// A day with its day of the week.
    pub day: fn(&str, &str) -> String,
    /// The ways to other days, for a screen reader.
    pub days: &'static str,
    /// Leads to the day before.
    pub day_before: &'static str,
    /// Leads to the day after.
    pub day_after: &'static str,
    /// Leads to today.
    pub today: &'static str,
    /// Nobody is visited on a day.
    pub free: &'static str,
    /// How somebody comes to stand there.
    pub free_lead: &'static str,
    /// Visits of a day: how many, how many of them are still to be done, and their minutes.
    pub visits: fn(usize, usize, i64) -> String,
    /// Visits of a suburb: how many, and their minutes.
    pub round: fn(usize, i64) -> String,
    /// The client told no suburb.
    pub no_suburb: &'static str,
    /// Chooses whose visits are shown.
    pub who: &'static str,
    /// Shows everybody's again.
    pub everybody: &'static str,
    /// From one hour to another, which may be nothing.
    pub hours: fn(&str, &str) -> String,
    /// A visit whose time is over.
    pub late: &'static str,
    /// Where a visit stands.
    pub visit: fn(VisitState) -> &'static str,
    /// Says that one is on the way.
    pub on_my_way: &'static str,
    /// The client was told.
    pub told: &'static str,
    /// Calls a client: name and number.
    pub call: fn(&str, &str) -> String,
    /// Chooses who goes to a visit, by its title.
    pub who_for: fn(&str) -> String,
    /// Nobody was sent yet.
    pub nobody_yet: &'static str,
    /// Who goes was said.
    pub assigned: &'static str,
    /// Moves something to an earlier place.
    pub earlier: fn(&str) -> String,
    /// Moves something to a later place.
    pub later: fn(&str) -> String,
    /// Something was moved: to which place of how many.
    pub moved: fn(&str, usize, usize) -> String,
    /// Where the order is kept.
    pub order_kept: &'static str,
    /// Everybody of the firm sees it.
    pub order_written: &'static str,
    /// The office gave it.
    pub order_given: &'static str,
    /// Oneself, among the people of the firm.
    pub oneself: &'static str,
    /// What is overdue.
    pub overdue: &'static str,
    /// Chooses a sort.
    pub sorts: &'static str,
    /// All sorts.
    pub every_sort: &'static str,
    /// A sort.
    pub sort: fn(Sort) -> &'static str,
    /// A name with how many there are.
    pub counted: fn(&str, usize) -> String,
    /// What to do next.
    pub next: fn(Sort) -> &'static str,
    /// Since when it is so.
    pub since: fn(Sort, &str) -> String,
    /// It waits on this device.
    pub not_sent: &'static str,
    /// The provider has something to do.
    pub on_you: &'static str,
    /// The client has.
    pub on_client: &'static str,
    /// Nothing is waited for.
    pub nothing: &'static str,
    /// What would be.
    pub nothing_lead: &'static str,
    /// How the calendar is divided, for a screen reader.
    pub calendar_by: &'static str,
    /// By weeks.
    pub week: &'static str,
    /// By months.
    pub month: &'static str,
    /// A week: its first and its last day.
    pub week_of: fn(&str, &str) -> String,
    /// Leads to the week before.
    pub week_before: &'static str,
    /// Leads to the week after.
    pub week_after: &'static str,
    /// Leads to the month before.
    pub month_before: &'static str,
    /// Leads to the month after.
    pub month_after: &'static str,
    /// Nobody is visited on a day.
    pub nobody_expected: &'static str,
    /// A day of a month: how many are visited, and whether one of them is late.
    pub day_with: fn(&str, usize, bool) -> String,
    /// What is owed.
    pub owed: &'static str,
    /// Nothing is.
    pub owed_none: &'static str,
    /// What would be here.
    pub owed_none_lead: &'static str,
    /// What is owed, by age.
    pub owed_by_age: &'static str,
    /// What is owed, by client.
    pub owed_by_client: &'static str,
    /// The invoices that are owed.
    pub owed_invoices: &'static str,
    /// How long something has been owed.
    pub age: fn(Age) -> &'static str,
    /// The column of clients.
    pub client: &'static str,
    /// The client told no name.
    pub no_client: &'static str,
    /// The column of sums.
    pub total: &'static str,
    /// The day by which it was to be paid.
    pub due: fn(&str) -> String,
    /// Days beyond it; below nothing for days until then.
    pub days_over: fn(i64) -> String,
    /// An invoice, by its number.
    pub invoice: fn(&str) -> String,
    /// What jobs left over.
    pub profit: &'static str,
    /// How that is counted.
    pub profit_lead: &'static str,
    /// No job was agreed.
    pub profit_none: &'static str,
    /// What would be here.
    pub profit_none_lead: &'static str,
    /// The box for what an hour costs.
    pub hour: &'static str,
    /// Help above it.
    pub hour_hint: &'static str,
    /// The sign of the currency.
    pub rand: &'static str,
    /// The column of jobs.
    pub job: &'static str,
    /// The column of what was agreed.
    pub quoted: &'static str,
    /// The column of what was billed.
    pub billed: &'static str,
    /// The column of how long it took.
    pub time: &'static str,
    /// The column of what it cost.
    pub costs: &'static str,
    /// The column of what was left.
    pub margin: &'static str,
    /// What was left, and what share of the bill that is.
    pub margin_of: fn(&str, &str) -> String,
    /// How long something took.
    pub minutes: fn(i64) -> String,
    /// A figure that nobody knows.
    pub unknown: &'static str,
    /// What is missing, told after one another.
    pub not_known: fn(&str) -> String,
    /// Something that is missing.
    pub missing: fn(Missing) -> &'static str,
    /// The price book.
    pub price_book: &'static str,
    /// What it is for.
    pub price_book_lead: &'static str,
    /// The box that searches it.
    pub search: &'static str,
    /// Empties that box.
    pub search_clear: &'static str,
    /// Adds a price.
    pub add_price: &'static str,
    /// Changes one.
    pub edit_price: &'static str,
    /// There is none.
    pub no_prices: &'static str,
    /// What would be there.
    pub no_prices_lead: &'static str,
    /// What something costs the firm.
    pub costs_you: fn(&str) -> String,
    /// What is paid for.
    pub share: fn(Share) -> &'static str,
    /// Templates of quotes.
    pub templates: &'static str,
    /// There is none.
    pub no_templates: &'static str,
    /// How one is made.
    pub no_templates_lead: &'static str,
    /// How many lines.
    pub lines: fn(usize) -> String,
    /// Takes something away, by its name.
    pub remove: fn(&str) -> String,
    /// Checklists.
    pub routines: &'static str,
    /// There is none.
    pub no_routines: &'static str,
    /// What one does.
    pub no_routines_lead: &'static str,
    /// Adds one.
    pub add_routine: &'static str,
    /// Changes one.
    pub edit_routine: &'static str,
    /// It belongs to every job.
    pub every_job: &'static str,
    /// Points that must be done, and all of them.
    pub points: fn(usize, usize) -> String,
    /// The box for what is done or supplied.
    pub price_what: &'static str,
    /// The question what is paid for.
    pub price_share: &'static str,
    /// The box for the price.
    pub price_price: &'static str,
    /// The box for the unit.
    pub price_unit: &'static str,
    /// Help above it.
    pub price_unit_hint: &'static str,
    /// The question of the tax.
    pub price_tax: &'static str,
    /// No tax, in the price, on top.
    pub taxes: [&'static str; 3],
    /// What few ask for.
    pub price_more: &'static str,
    /// The box for what it costs the firm.
    pub price_cost: &'static str,
    /// Help above it.
    pub price_cost_hint: &'static str,
    /// The box for how long it takes.
    pub price_minutes: &'static str,
    /// Behind that box.
    pub minutes_unit: &'static str,
    /// The box for the trade's own description.
    pub price_detail: &'static str,
    /// Takes a price away.
    pub remove_price: &'static str,
    /// The box for the name of a checklist.
    pub routine_name: &'static str,
    /// The box for its jobs.
    pub routine_jobs: &'static str,
    /// Help above it.
    pub routine_jobs_hint: &'static str,
    /// The box for what must be done.
    pub routine_must: &'static str,
    /// Help above it.
    pub routine_must_hint: &'static str,
    /// The box for the rest.
    pub routine_also: &'static str,
    /// Takes a checklist away.
    pub remove_routine: &'static str,
    /// Nothing that was looked for is known.
    pub no_offers: &'static str,
    /// It comes from the price book.
    pub from_book: &'static str,
    /// It comes from a quote: what it was for, and its day.
    pub from_quote: fn(&str, &str) -> String,
    /// Takes a line, by what it says.
    pub take_line: fn(&str) -> String,
    /// It was taken.
    pub line_taken: fn(&str) -> String,
    /// There are more.
    pub more_offers: fn(usize) -> String,
    /// Begins from a template, by its name.
    pub begin: fn(&str) -> String,
    /// The box for the name of a template.
    pub template_name: &'static str,
    /// Help above it.
    pub template_hint: &'static str,
    /// Keeps a template.
    pub keep_template: &'static str,
    /// It was kept.
    pub template_kept: &'static str,
}
