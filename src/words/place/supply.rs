//! What suppliers may expect: agreeing that a home is counted, and what a supplier reads.

/// What these pages say.
pub struct Supply {
    /// Agreeing.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// The switch.
    pub counted: &'static str,
    /// What that means.
    pub counted_hint: &'static str,
    /// Since when.
    pub since: fn(&str) -> String,
    /// Who may say so.
    pub owner_only: &'static str,
    /// It takes an account.
    pub needs_account: &'static str,
    /// It counts.
    pub agreed: &'static str,
    /// It counts no more.
    pub taken_back: &'static str,
    /// What is told.
    pub told: &'static str,
    /// Of that, a line each.
    pub told_lines: [&'static str; 3],
    /// What never is.
    pub never: &'static str,
    /// Of that, a line each.
    pub never_lines: [&'static str; 4],
    /// What keeps it so.
    pub kept: &'static str,
    /// Of that, a line each.
    pub kept_lines: [&'static str; 4],

    /// The supplier's page.
    pub needed: &'static str,
    /// Whom it is for, and until when.
    pub for_whom: fn(&str, &str) -> String,
    /// No link, or one that was cut.
    pub no_link: &'static str,
    /// A link that has ended.
    pub ended: &'static str,
    /// Nothing is published.
    pub none: &'static str,
    /// Why.
    pub none_lead: &'static str,
    /// Nothing of what was chosen.
    pub none_chosen: &'static str,
    /// The suburb.
    pub suburb: &'static str,
    /// All of them.
    pub all_suburbs: &'static str,
    /// The family of parts.
    pub family: &'static str,
    /// All of them.
    pub all_families: &'static str,
    /// The month.
    pub month: &'static str,
    /// How many pieces.
    pub pieces: &'static str,
    /// When that was published.
    pub published: &'static str,
    /// What the bars of a suburb show, and when it was published.
    pub caption: fn(&str, &str) -> String,
    /// Saves the list.
    pub save: &'static str,
    /// The file's name.
    pub file: &'static str,
    /// Where the figures come from.
    pub method: &'static str,
    /// Of that, a line each.
    pub method_lines: [&'static str; 5],
}
