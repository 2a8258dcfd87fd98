//! Questions that many forms ask.

/// What forms say.
pub struct Form {
    /// How exactly a date is known.
    pub date_how: &'static str,
    /// Exact day, month, year, before a year, about a year, not known.
    pub date_precisions: [&'static str; 6],
    /// The day of a date.
    pub date_day: &'static str,
    /// The month of a date.
    pub date_month: &'static str,
    /// The year of a date.
    pub date_year: &'static str,
    /// What stands in front of an amount of rand.
    pub rand: &'static str,
    /// Something was started and not finished.
    pub draft_title: &'static str,
    /// Lets it go and begins with an empty form.
    pub draft_fresh: &'static str,
}
