//! What somebody reads who scanned a label of a home that is not theirs.

/// What that page says.
pub struct Stranger {
    /// What can be done here.
    pub title: &'static str,
    /// That this is all.
    pub lead: &'static str,
    /// What is wrong.
    pub what: &'static str,
    /// An example.
    pub what_example: &'static str,
    /// How bad it is.
    pub severity: &'static str,
    /// A photo of it.
    pub photo: &'static str,
    /// Their name.
    pub name: &'static str,
    /// Their number.
    pub phone: &'static str,
    /// What both are for.
    pub who_hint: &'static str,
    /// How the number stands in the notes.
    pub phone_note: fn(&str) -> String,
    /// Sends it.
    pub send: &'static str,
    /// It was sent.
    pub sent: &'static str,
    /// What happens now.
    pub sent_lead: &'static str,
    /// There is no connection.
    pub offline: &'static str,
    /// The label leads nowhere.
    pub closed: &'static str,
    /// So many photos at most.
    pub photos_max: fn(usize) -> String,
}
