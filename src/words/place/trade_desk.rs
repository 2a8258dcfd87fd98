//! The trade desk: the day, what is waited for, the calendar and the money of all jobs together.

use model::portal::VisitState;
use model::trade_desk::{Age, Missing, Sort};

/// What these pages say.
pub struct TradeDesk {
    /// The desk.
    pub title: &'static str,
    /// What its parts are, for a screen reader.
    pub parts_label: &'static str,
    /// Its parts: the day, the inbox, the calendar, the money.
    pub parts: [&'static str; 4],
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
    /// Calls a client, by name.
    pub call: fn(&str) -> String,
    /// Moves something to an earlier place.
    pub earlier: fn(&str) -> String,
    /// Moves something to a later place.
    pub later: fn(&str) -> String,
    /// Something was moved: to which place of how many.
    pub moved: fn(&str, usize, usize) -> String,
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
}
