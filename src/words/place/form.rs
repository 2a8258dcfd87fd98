//! What the forms of all pages say.

/// What the forms of all pages say.
pub struct Form {
    /// How exactly a date is known.
    pub how_exactly: &'static str,
    /// Exact day, month, year, before a year, about a year, not known.
    pub precisions: [&'static str; 6],
    /// The day of a date.
    pub day: &'static str,
    /// The month of a date.
    pub month: &'static str,
    /// The year of a date.
    pub year: &'static str,
    /// A fault of something that has no box: what, and what is wrong with it.
    pub other_fault: fn(&str, &str) -> String,
    /// Opens the camera.
    pub take_photo: &'static str,
    /// Chooses a file.
    pub add_file: &'static str,
    /// Takes a file away: "Remove invoice.pdf".
    pub remove_file: fn(&str) -> String,
    /// Takes one of several off: "Remove Main geyser".
    pub take_off: fn(&str) -> String,
    /// In place of a picture that is not here.
    pub photo_waiting: &'static str,
}
