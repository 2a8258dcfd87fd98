//! The first visit.

/// What a newcomer reads.
pub struct Welcome {
    /// The promise.
    pub title: &'static str,
    /// What it means.
    pub lead: &'static str,
    /// Label of the home's name.
    pub home_name: &'static str,
    /// An example of one.
    pub home_name_hint: &'static str,
    /// Starts a logbook.
    pub start: &'static str,
    /// Nothing leaves the device yet.
    pub start_note: &'static str,
    /// For somebody who has a logbook already.
    pub sign_in: &'static str,
    /// For somebody who took a home out of another.
    pub restore: &'static str,
    /// What it does, three lines.
    pub points: [(&'static str, &'static str); 3],
}
