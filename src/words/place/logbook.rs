//! The logbook as a list.

/// What stands around the list of entries.
pub struct Logbook {
    /// The page.
    pub title: &'static str,
    /// Searches it.
    pub search: &'static str,
    /// Empties the search.
    pub clear_search: &'static str,
    /// The filters, for a screen reader.
    pub filters: &'static str,
    /// The filter by sort of event.
    pub kind: &'static str,
    /// The filter by system.
    pub system: &'static str,
    /// The filter by year.
    pub year: &'static str,
    /// The filter by cost.
    pub cost: &'static str,
    /// The filter by who did it.
    pub contact: &'static str,
    /// "From R 1 000"
    pub cost_from: fn(&str) -> String,
    /// Lets a filter go.
    pub clear_filter: &'static str,
    /// "412 entries"
    pub entries: fn(&str, usize) -> String,
    /// "412 entries, R 486 212,40 since March 2016"
    pub all: fn(&str, &str, &str) -> String,
    /// "7 of 412 entries, R 31 480,00"
    pub some: fn(&str, &str, &str) -> String,
    /// Entries whose date nobody knows.
    pub no_date: &'static str,
    /// Prints what is shown.
    pub print: &'static str,
    /// An empty logbook.
    pub empty_title: &'static str,
    /// What belongs into it.
    pub empty_text: &'static str,
    /// An example: title, kind, what and by whom.
    pub empty_example: [&'static str; 3],
    /// Writes the first entry.
    pub empty_action: &'static str,
    /// "Nothing found for “geysir”"
    pub nothing_for: fn(&str) -> String,
    /// Nothing passes the filters.
    pub nothing: &'static str,
    /// Where was looked.
    pub nothing_text: &'static str,
    /// Lets all filters go.
    pub clear_all: &'static str,
    /// The list is still arriving; what is found may be more.
    pub arriving: &'static str,
    /// What the keys do.
    pub keys: &'static str,
}
