//! The home screen.

/// What the home screen says.
pub struct Home {
    /// Open faults.
    pub faults: &'static str,
    /// Tasks whose day has passed.
    pub overdue: &'static str,
    /// Tasks of the next thirty days.
    pub next_30_days: &'static str,
    /// Warranties that end soon and certificates.
    pub papers: &'static str,
    /// Latest entries.
    pub latest: &'static str,
    /// All entries.
    pub all_entries: &'static str,
    /// Systems past or near the end of their life.
    pub ageing: &'static str,
    /// All systems.
    pub all_systems: &'static str,
    /// Nothing asks for attention.
    pub calm: &'static str,
    /// An empty logbook: what to do first.
    pub empty_title: &'static str,
    /// Why.
    pub empty_lead: &'static str,
    /// The button.
    pub empty_action: &'static str,
    /// Keep it safe: the offer of an account.
    pub keep_title: &'static str,
    /// Why.
    pub keep_lead: &'static str,
    /// The button.
    pub keep_action: &'static str,
    /// "11 years old; usually lasts 8 to 12".
    pub age_against_life: fn(&str, u32, u32) -> String,
    /// "due 3 December 2026".
    pub due: fn(&str) -> String,
    /// "ends 3 December 2026".
    pub ends: fn(&str) -> String,
    /// What was spent in the last twelve months.
    pub spent: &'static str,
    /// Where the water is shut off.
    pub water_off: &'static str,
    /// Where the power is switched off.
    pub power_off: &'static str,
    /// Where that is not written down yet.
    pub shut_off_unknown: &'static str,
    /// "Three things need you".
    pub needs_you: fn(usize) -> String,
    /// Faults and what is overdue.
    pub needs_now: &'static str,
    /// A fault without a severity.
    pub open_fault: &'static str,
    /// Logs what settled a fault.
    pub log_repair: &'static str,
    /// Logs that a task was done.
    pub log_done: &'static str,
    /// All tasks.
    pub all_tasks: &'static str,
    /// "issued 3 June 2023".
    pub issued: fn(&str) -> String,
    /// Where water and power are switched off.
    pub shut_off: &'static str,
    /// Searches the logbook.
    pub search: &'static str,
    /// The first sync runs.
    pub arriving: &'static str,
    /// An entry waits to be sent.
    pub waits: &'static str,
    /// An entry was refused.
    pub was_refused: &'static str,
    /// "2 papers".
    pub papers_of: fn(usize) -> String,
    /// "done by Thandi".
    pub done_by: fn(&str) -> String,
}
