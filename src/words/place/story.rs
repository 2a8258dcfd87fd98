//! Work that the home asked providers for, as reports and archives tell it.

/// The work, and what it came to.
pub struct Story {
    /// The section.
    pub title: &'static str,
    /// What was asked.
    pub work: &'static str,
    /// Who was asked.
    pub provider: &'static str,
    /// When it was asked.
    pub asked: &'static str,
    /// What was approved.
    pub approved: &'static str,
    /// "2 variations"
    pub variations: fn(usize) -> String,
    /// "approved by Thandi"
    pub by: fn(&str) -> String,
    /// When it was finished.
    pub finished: &'static str,
    /// What was billed.
    pub billed: &'static str,
    /// In place of the amount: "2 invoices"
    pub invoices: fn(usize) -> String,
    /// "R 120,00 above what was approved"
    pub above: fn(&str) -> String,
    /// What was paid.
    pub paid: &'static str,
    /// What both sides wrote to each other.
    pub messages: &'static str,
    /// Who wrote a message: the home.
    pub home: &'static str,
}
