//! What is ahead: tasks by their days, what they cost, one task, and what systems usually need.

use model::recurrence::Recurrence;
use model::task::IntervalBasis;

/// What these pages say.
pub struct Plan {
    /// Tasks whose day has passed.
    pub late: &'static str,
    /// Those of the next thirty days.
    pub next: &'static str,
    /// Later ones, until this day in a year.
    pub later: &'static str,
    /// Those after that.
    pub beyond: &'static str,
    /// Nothing is planned.
    pub empty_title: &'static str,
    /// Why a plan is worth having.
    pub empty_lead: &'static str,
    /// Adds a task.
    pub add: &'static str,
    /// What systems usually need.
    pub usual: &'static str,
    /// All tasks, those that are done too.
    pub all_tasks: &'static str,
    /// Nothing fits the filters.
    pub none_fit: &'static str,
    /// The filter by system.
    pub system: &'static str,
    /// The filter by who does it.
    pub who: &'static str,
    /// The filter by sort of system.
    pub sort: &'static str,
    /// What nobody is asked for.
    pub yourself: &'static str,
    /// The coming year, month by month.
    pub year: &'static str,
    /// A month.
    pub month: &'static str,
    /// How many tasks.
    pub tasks: &'static str,
    /// Which.
    pub what: &'static str,
    /// What they cost.
    pub cost: &'static str,
    /// "3 tasks".
    pub count: fn(usize) -> String,
    /// What the plan costs.
    pub costs: &'static str,
    /// The bars of twelve months.
    pub by_month: &'static str,
    /// The bars of ten years.
    pub by_year: &'static str,
    /// Where the figures come from.
    pub cost_note: &'static str,
    /// How many tasks have no price.
    pub unpriced: fn(usize) -> String,
    /// "R 500 to R 900".
    pub range: fn(&str, &str) -> String,
    /// Nobody knows the price.
    pub no_price: &'static str,
    /// What the home itself paid before.
    pub paid_before: &'static str,
    /// What the task says.
    pub expected: &'static str,
    /// How a task comes round, with the figure of it: "every 12 months after it was done".
    pub recurrence: fn(&Recurrence, &str) -> String,
    /// It is done once.
    pub once: &'static str,
    /// What an interval rests on, with its source.
    pub interval: fn(IntervalBasis, &str) -> String,
    /// The interval's name in a list of facts.
    pub interval_name: &'static str,
    /// When it is due.
    pub due: &'static str,
    /// "due 3 December 2026".
    pub due_on: fn(&str) -> String,
    /// "late since 3 December 2026".
    pub late_since: fn(&str) -> String,
    /// How many rounds were missed.
    pub missed: fn(usize) -> String,
    /// It was put off: until when, and when it was due.
    pub put_off_until: fn(&str, &str) -> String,
    /// How it comes round.
    pub comes_round: &'static str,
    /// Which systems.
    pub systems: &'static str,
    /// Days for which it is told beforehand.
    pub lead: &'static str,
    /// "30 days before".
    pub lead_days: fn(i64) -> String,
    /// Why it should be done.
    pub why: &'static str,
    /// How it is done.
    pub how_to: &'static str,
    /// What is needed.
    pub parts: &'static str,
    /// Anything else.
    pub notes: &'static str,
    /// What was done of it.
    pub history: &'static str,
    /// Nothing was, as far as anybody knows.
    pub no_history: &'static str,
    /// Several entries say that the same round was done.
    pub told_twice: fn(usize) -> String,
    /// What was put off or left out.
    pub deferrals: &'static str,
    /// It was left out: the round.
    pub left_out: fn(&str) -> String,
    /// Takes that back.
    pub take_back: &'static str,
    /// Writes down that it was done.
    pub log_done: &'static str,
    /// Asks a tradesperson for a quote.
    pub ask_quote: &'static str,
    /// Puts it off.
    pub put_off: &'static str,
    /// Until when?
    pub until: &'static str,
    /// Leaves it out this time.
    pub leave_out: &'static str,
    /// Why?
    pub reason: &'static str,
    /// It was put off.
    pub was_put_off: fn(&str) -> String,
    /// It was left out.
    pub was_left_out: &'static str,
    /// It was done, and does not come again.
    pub never: &'static str,
    /// No reading tells when it is due.
    pub no_reading: &'static str,
    /// Its systems are gone.
    pub orphan: &'static str,
    /// Why it is not due then.
    pub orphan_lead: &'static str,
    /// Brings its system back.
    pub restore_system: &'static str,
    /// Deletes the task.
    pub delete: &'static str,
    /// The task is not there.
    pub gone: &'static str,
    /// What stands above the proposals.
    pub usual_lead: &'static str,
    /// No system that anything is known of.
    pub usual_none: &'static str,
    /// Writes systems down.
    pub usual_setup: &'static str,
    /// The proposals cannot be fetched.
    pub usual_missing: &'static str,
    /// Takes one proposal into the plan.
    pub accept: &'static str,
    /// Takes all of a system's.
    pub accept_all: fn(usize) -> String,
    /// It was taken in.
    pub accepted: fn(&str) -> String,
    /// Several were.
    pub accepted_all: fn(usize) -> String,
    /// All of a system's proposals are in the plan.
    pub all_accepted: &'static str,
    /// The first time.
    pub first: fn(&str) -> String,
}
