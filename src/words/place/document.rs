//! The papers of a home, and one of them.

/// What the list, the viewer and the form of papers say.
pub struct Document {
    /// Adds one.
    pub add: &'static str,
    /// Searches them.
    pub search: &'static str,
    /// No papers yet: what to do first.
    pub empty_title: &'static str,
    /// Why.
    pub empty_lead: &'static str,
    /// A paper: the head of its column.
    pub one: &'static str,
    /// Its type.
    pub sort: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// It is about the home as a whole.
    pub whole_home: &'static str,
    /// The date on it.
    pub dated: &'static str,
    /// Its size.
    pub size: &'static str,
    /// Who it came from.
    pub from: &'static str,
    /// The system it is about.
    pub system: &'static str,
    /// The entries that it belongs to.
    pub entries: &'static str,
    /// What it says.
    pub says: &'static str,
    /// Saves its file.
    pub save: &'static str,
    /// It is no longer in the logbook.
    pub gone: &'static str,
    /// A PDF, by the number of its pages where that is known.
    pub pdf: fn(Option<u32>) -> String,
    /// A photo.
    pub photo: &'static str,
    /// Any other file.
    pub file: &'static str,
    /// A page of so many.
    pub page_of: fn(u32, u32) -> String,
    /// The page before.
    pub page_before: &'static str,
    /// The page after.
    pub page_after: &'static str,
    /// Larger.
    pub zoom_in: &'static str,
    /// Smaller.
    pub zoom_out: &'static str,
    /// It can only be saved.
    pub only_saved: &'static str,
    /// It cannot be drawn here.
    pub not_drawn: &'static str,
    /// Its file is not on this device and cannot be fetched.
    pub not_here: &'static str,
    /// A new one.
    pub title_new: &'static str,
    /// One there is.
    pub title_edit: &'static str,
    /// Its title.
    pub title: &'static str,
    /// An example of one.
    pub title_example: &'static str,
    /// No file was chosen.
    pub file_missing: &'static str,
    /// What may be chosen.
    pub file_hint: &'static str,
    /// Chooses another file in place of the one there is.
    pub other_file: &'static str,
    /// What was read from it.
    pub facts: &'static str,
    /// Why that is worth it.
    pub facts_hint: &'static str,
    /// What: "policy number".
    pub fact_name: &'static str,
    /// An example of that.
    pub fact_name_example: &'static str,
    /// What it says.
    pub fact_value: &'static str,
    /// Another line of what it says.
    pub another_fact: &'static str,
    /// The number of a policy.
    pub policy_number: &'static str,
    /// What the insured pays of each claim.
    pub excess: &'static str,
    /// The number at which claims are taken.
    pub claims_phone: &'static str,
    /// What those three are good for.
    pub policy_hint: &'static str,
}
