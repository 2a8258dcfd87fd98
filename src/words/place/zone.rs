//! Zones, and the home as a whole.

/// What the pages of zones say.
pub struct Zone {
    /// The zones of the home.
    pub title: &'static str,
    /// There is none.
    pub none: &'static str,
    /// What zones are for, while there is none.
    pub lead: &'static str,
    /// A new one.
    pub new: &'static str,
    /// Its name.
    pub name: &'static str,
    /// An example of a name.
    pub example: &'static str,
    /// What sort of place.
    pub place: &'static str,
    /// The zone it lies in.
    pub parent: &'static str,
    /// Adds it.
    pub add: &'static str,
    /// Changes one.
    pub edit: &'static str,
    /// Changes one, by its name.
    pub edit_named: fn(&str) -> String,
    /// How many systems stand in it.
    pub systems: fn(usize) -> String,
    /// What becomes of its systems when it is deleted.
    pub delete_hint: &'static str,
}
