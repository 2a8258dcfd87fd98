//! What stands beside and below the home screen.

/// What the outlook says.
pub struct Outlook {
    /// Warranties that end soon and certificates.
    pub papers: &'static str,
    /// All certificates.
    pub all_certificates: &'static str,
    /// The button at a warranty that ends.
    pub claim: &'static str,
    /// The button at a certificate that an alteration has overtaken.
    pub supplement: &'static str,
    /// The button at one that has to be renewed.
    pub renew: &'static str,
    /// What waits for a decision.
    pub decisions: &'static str,
    /// "2 things were sent by links".
    pub sent: fn(usize) -> String,
    /// They wait for a decision.
    pub waits: &'static str,
    /// The button that leads there.
    pub decide: &'static str,
    /// Systems past or near the end of their life.
    pub ageing: &'static str,
    /// All systems.
    pub all_systems: &'static str,
    /// Keep it safe: the offer of an account.
    pub keep_title: &'static str,
    /// Why.
    pub keep_lead: &'static str,
    /// The button.
    pub keep_action: &'static str,
    /// "11 years old; usually lasts 8 to 12".
    pub age_against_life: fn(&str, u32, u32) -> String,
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
    /// "issued 3 June 2023".
    pub issued: fn(&str) -> String,
    /// What a certificate covers was altered after it: surely, or maybe.
    pub altered: fn(bool) -> &'static str,
    /// "to be inspected by 3 December 2026".
    pub inspect: fn(&str) -> String,
    /// Where water and power are switched off.
    pub shut_off: &'static str,
    /// All emergency cards.
    pub all_emergency: &'static str,
    /// What looks after the home by walking through it.
    pub walk: &'static str,
    /// Faults and what became of them.
    pub faults: &'static str,
    /// What that is.
    pub faults_lead: &'static str,
    /// Inspections.
    pub inspections: &'static str,
    /// What that is.
    pub inspections_lead: &'static str,
    /// The first sync runs.
    pub arriving: &'static str,
    /// "Fetching 200 of 1 400".
    pub first_sync: fn(&str, &str) -> String,
}
