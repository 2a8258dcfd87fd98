//! Boxes and lists that many pages have.

/// What boxes and lists say.
pub struct Field {
    /// A record that was brought in: by the name of its format.
    pub brought_in: fn(&str) -> String,
    /// What an archive claims of a record: by whom, when, its number.
    pub claimed: fn(&str, &str, &str) -> String,
    /// Any notes.
    pub notes: &'static str,
    /// Shows a photo large, by its name.
    pub open_photo: fn(&str) -> String,
    /// A photo that this browser cannot show.
    pub not_shown: &'static str,
    /// Offers to make what was typed into something new.
    pub new_named: fn(&str) -> String,
    /// Takes a record away.
    pub delete: &'static str,
    /// A record was taken away, by its name.
    pub deleted: fn(&str) -> String,
    /// Further things that can be done.
    pub more: &'static str,
    /// Where a page stands below others, for a screen reader.
    pub trail: &'static str,
    /// The filters of a list, for a screen reader.
    pub filters: &'static str,
    /// Nothing in a list fits what was looked for.
    pub nothing_found: &'static str,
    /// How many of a list fit what was looked for, in words.
    pub found: fn(usize) -> String,
}
