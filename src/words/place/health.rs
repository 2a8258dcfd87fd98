//! How a home stands: what is said of it wherever it is told.

use model::entry::Severity;
use model::health::{Part, Reason, State};

/// What is said of how a home stands.
pub struct Health {
    /// The page, and the section of a report.
    pub title: &'static str,
    /// The heading on the home screen.
    pub of_home: &'static str,
    /// Leads to the page.
    pub all: &'static str,
    /// How something stands.
    pub state: fn(State) -> &'static str,
    /// "78 of 100".
    pub score: fn(u32) -> String,
    /// "confidence 64 of 100".
    pub confidence: fn(u32) -> String,
    /// That a fault holds a score down, to how much at most.
    pub held: fn(Severity, u32) -> String,
    /// Where too little is known to tell.
    pub untold: &'static str,
    /// What a score is made of.
    pub part: fn(Part) -> &'static str,
    /// Why points are missing, of what is called so: a fault, a task, a certificate.
    pub reason: fn(Reason, &str) -> String,
    /// What can be done about it, where there is something.
    pub step: fn(Reason) -> &'static str,
    /// "15 points".
    pub points: fn(u32) -> String,
    /// In a report: the day on which it was worked out.
    pub worked_out: &'static str,
    /// In a report: scores.
    pub scores: &'static str,
    /// In a report: how far they can be trusted.
    pub confidences: &'static str,
    /// In a report: what costs most.
    pub why: &'static str,
    /// In a report: what a score is and is not.
    pub note: &'static str,
}

/// What the page of it says besides.
pub struct HealthPage {
    /// "On 27 November 2026".
    pub on: fn(&str) -> String,
    /// No systems: what there would be.
    pub empty_title: &'static str,
    /// Why.
    pub empty_lead: &'static str,
    /// The button.
    pub empty_action: &'static str,
    /// What costs most.
    pub worst: &'static str,
    /// Nothing is missing.
    pub whole: &'static str,
    /// The zones.
    pub zones: &'static str,
    /// How many systems are in a zone.
    pub systems_in: fn(usize) -> String,
    /// The systems.
    pub systems: &'static str,
    /// How many more stand better.
    pub better: fn(usize) -> String,
    /// What concerns no system.
    pub own: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// Leads to the system.
    pub open: &'static str,
    /// There is no such system in use.
    pub gone: &'static str,
    /// "15 of 30 points".
    pub left: fn(u32, u32) -> String,
    /// "adds 35 to the confidence, of which 35 are missing".
    pub known: fn(u32, u32) -> String,
    /// Nothing is missing of a part.
    pub nothing_missing: &'static str,
    /// "12 years is the longest that it usually lasts. Source: …".
    pub life: fn(&str, &str) -> String,
    /// How much a system counts beside others.
    pub counts: fn(model::health::weight::Risk, u32) -> String,
    /// How it is worked out.
    pub how: &'static str,
    /// In words, a paragraph each.
    pub how_told: [&'static str; 7],
    /// Where a weight comes from; this program's own where nobody is named.
    pub source: fn(Option<&'static str>) -> String,
    /// The table of parts.
    pub weights: &'static str,
    /// Column: what is counted.
    pub what: &'static str,
    /// Column: points.
    pub most: &'static str,
    /// Column: confidence.
    pub sure: &'static str,
    /// Column: where it comes from.
    pub from: &'static str,
    /// The table of what takes points.
    pub taken: &'static str,
    /// "An open fault: emergency".
    pub fault: fn(&str) -> String,
    /// "A task that is late by 31 days or more".
    pub late: fn(i64) -> String,
    /// Nothing is known of care, or of age.
    pub unknown: &'static str,
    /// Make and model.
    pub make: &'static str,
    /// A photo.
    pub photo: &'static str,
    /// A paper.
    pub paper: &'static str,
    /// A certificate.
    pub certificate: &'static str,
    /// "4 to 8".
    pub between: fn(u32, u32) -> String,
    /// The table of how much systems count.
    pub shares: &'static str,
    /// Column: how many times.
    pub times: &'static str,
    /// What happens when a thing fails.
    pub risk: fn(model::health::weight::Risk) -> &'static str,
}
