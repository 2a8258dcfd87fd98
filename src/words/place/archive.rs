//! A home in one file: the page in it that shows everything, its tables, and what is wrong with such a file.

/// What it says.
pub struct Archive {
    /// Above the name of the home.
    pub kicker: &'static str,
    /// What the file is.
    pub lead: &'static str,
    /// "Made 26 November 2026".
    pub made: fn(&str) -> String,
    /// What entries cost, year by year.
    pub costs: &'static str,
    /// The head of a column: the year.
    pub year: &'static str,
    /// The head of a column: entries of a year.
    pub entries: &'static str,
    /// All years together.
    pub total: &'static str,
    /// "Written 14 March 2019 by ann@example.org".
    pub written: fn(&str, &str) -> String,
    /// "Amended twice".
    pub amended: fn(usize) -> String,
    /// "Why: wrong day".
    pub why: fn(&str) -> String,
    /// Entries that were taken back.
    pub withdrawn: &'static str,
    /// What that means.
    pub withdrawn_lead: &'static str,
    /// Systems that are no longer in use.
    pub retired: &'static str,
    /// A warranty or certificate of a system, with its end: "Geyser tank, until 14 March 2024".
    pub until: fn(&str, &str) -> String,
    /// A task that is still open.
    pub open: &'static str,
    /// Tasks that were done.
    pub done: &'static str,
    /// A fault that nothing has settled.
    pub unsettled: &'static str,
    /// In no zone.
    pub elsewhere: &'static str,
    /// A quantity of items: "3 ×".
    pub times: fn(&str) -> String,
    /// What a meter showed.
    pub reading: &'static str,
    /// What was used since the reading before.
    pub used: &'static str,
    /// The people of the home.
    pub people: &'static str,
    /// "Owner since 14 March 2019".
    pub since: fn(&str, &str) -> String,
    /// Records of a kind that this version does not know: how many, kind, file.
    pub unknown: fn(u64, &str, &str) -> String,
    /// A file that was not at hand when the archive was made.
    pub missing: &'static str,
    /// What else is in the archive.
    pub about: &'static str,
    /// Each part of the archive, and what it is for.
    pub parts: [(&'static str, &'static str); 4],
    /// The heads of columns in tables.
    pub column: Column,
    /// Its bytes could not be read.
    pub unread: &'static str,
    /// It is no zip.
    pub not_zip: &'static str,
    /// It is cut off.
    pub cut_off: &'static str,
    /// It is not safe to read.
    pub not_safe: &'static str,
    /// It is a zip, and no archive of a home.
    pub not_archive: &'static str,
    /// It is of a newer schema than is known: both.
    pub newer: fn(u32, u32) -> String,
    /// A file in it is damaged: its name.
    pub damaged: fn(&str) -> String,
}

/// Heads of columns that no page has.
pub struct Column {
    /// The currency of the amount in that column.
    pub currency: fn(&str) -> String,
    /// How often it was amended.
    pub amended: &'static str,
    /// Why it was withdrawn.
    pub withdrawn: &'static str,
    /// Who wrote it.
    pub written_by: &'static str,
    /// When it was written.
    pub written_on: &'static str,
    /// Its files.
    pub files: &'static str,
    /// Its notes.
    pub notes: &'static str,
    /// What took its place.
    pub replaced_by: &'static str,
    /// When it was taken out of use.
    pub removed: &'static str,
    /// Where an expected life comes from.
    pub life_source: &'static str,
    /// Country.
    pub country: &'static str,
    /// Time zone.
    pub time_zone: &'static str,
    /// Where water shuts off.
    pub water_shut_off: &'static str,
    /// Where power switches off.
    pub power_shut_off: &'static str,
    /// What was done, in a line.
    pub title: &'static str,
    /// What sort.
    pub sort: &'static str,
    /// The day on which it ends.
    pub ends: &'static str,
    /// The day by which it should be done.
    pub due: &'static str,
    /// Who usually does it.
    pub usually: &'static str,
    /// Months that a warranty runs.
    pub months: &'static str,
    /// What was measured.
    pub value: &'static str,
    /// In which unit.
    pub unit: &'static str,
    /// Which field was written.
    pub field: &'static str,
    /// What was written into it.
    pub set_to: &'static str,
    /// The format that an import read.
    pub format: &'static str,
    /// When it was begun.
    pub began: &'static str,
    /// Records that it made.
    pub new: &'static str,
    /// Records that it changed.
    pub changed: &'static str,
    /// Whether it was taken back.
    pub undone: &'static str,
}
