//! The home screen.

/// What the home screen says.
pub struct Home {
    /// Open faults.
    pub faults: &'static str,
    /// Tasks whose day has passed.
    pub overdue: &'static str,
    /// Tasks of the next thirty days.
    pub next_30_days: &'static str,
    /// Latest entries.
    pub latest: &'static str,
    /// All entries.
    pub all_entries: &'static str,
    /// Nothing asks for attention.
    pub calm: &'static str,
    /// An empty logbook: what to do first.
    pub empty_title: &'static str,
    /// Why.
    pub empty_lead: &'static str,
    /// The button.
    pub empty_action: &'static str,
    /// "due 3 December 2026".
    pub due: fn(&str) -> String,
    /// "Three things need you".
    pub needs_you: fn(usize) -> String,
    /// Faults and what is overdue.
    pub needs_now: &'static str,
    /// A fault without a severity.
    pub open_fault: &'static str,
    /// Logs what settled a fault.
    pub log_repair: &'static str,
    /// Leads to the emergency cards, beside an open fault.
    pub emergency: &'static str,
    /// Logs that a task was done.
    pub log_done: &'static str,
    /// All tasks.
    pub all_tasks: &'static str,
    /// Searches the logbook.
    pub search: &'static str,
    /// An entry waits to be sent.
    pub waits: &'static str,
    /// An entry was refused.
    pub was_refused: &'static str,
    /// "2 papers".
    pub papers_of: fn(usize) -> String,
    /// "done by Thandi".
    pub done_by: fn(&str) -> String,
}
