//! The logbook on paper.

/// What the printed logbook says, and how it is asked for.
pub struct Print {
    /// The page.
    pub title: &'static str,
    /// "Logbook of 14 Protea Street"
    pub heading: fn(&str) -> String,
    /// "Printed 21 November 2026"
    pub printed: fn(&str) -> String,
    /// "412 entries since March 2016"
    pub since: fn(&str, &str) -> String,
    /// Only a part of the logbook is on it: by what it was chosen.
    pub only: fn(&str) -> String,
    /// Opens the browser's print dialog.
    pub print: &'static str,
    /// Which parts are printed.
    pub parts: &'static str,
    /// The home's facts.
    pub home: &'static str,
    /// The systems.
    pub systems: &'static str,
    /// The entries.
    pub entries: &'static str,
    /// Notes and parts used, below each entry.
    pub notes: &'static str,
    /// The contacts.
    pub contacts: &'static str,
    /// The head of a column: the date.
    pub date: &'static str,
    /// The head of a column: what was done.
    pub what: &'static str,
    /// The head of a column: the system.
    pub system: &'static str,
    /// The head of a column: by whom.
    pub by: &'static str,
    /// The head of a column: the cost.
    pub cost: &'static str,
    /// The head of a column: a system's make and model.
    pub make: &'static str,
    /// The head of a column: when a system was installed.
    pub installed: &'static str,
    /// The head of a column: where a system is.
    pub place: &'static str,
    /// The head of a column: a name.
    pub name: &'static str,
    /// The head of a column: a trade.
    pub trade: &'static str,
    /// The head of a column: telephone and e-mail.
    pub reach: &'static str,
    /// The head of a column: registrations.
    pub registered: &'static str,
    /// The sum of a year: "2026, 14 entries".
    pub year: fn(&str, &str) -> String,
    /// The sum of all.
    pub total: &'static str,
    /// What the document is and is not.
    pub foot: &'static str,
}
