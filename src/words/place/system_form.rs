//! Writing a system down.

/// What the form of a system says.
pub struct SystemForm {
    /// A new one.
    pub title_new: &'static str,
    /// One there is.
    pub title_edit: &'static str,
    /// One that takes the place of another.
    pub title_replace: &'static str,
    /// Which type.
    pub sort: &'static str,
    /// Help with that.
    pub sort_example: &'static str,
    /// What it is called.
    pub name: &'static str,
    /// An example of a size.
    pub size_example: &'static str,
    /// Years.
    pub years: &'static str,
    /// The default life and where it comes from.
    pub life_default: fn(&str, &str) -> String,
    /// There is no default life.
    pub life_none: &'static str,
    /// Where the person's own figure comes from.
    pub life_source: &'static str,
    /// An example of that.
    pub life_source_example: &'static str,
    /// Where it is shut off.
    pub shut_off: &'static str,
    /// Why that matters.
    pub shut_off_hint: &'static str,
    /// What is asked for the emergency card.
    pub card: &'static str,
    /// A photo of where it shuts off.
    pub shut_off_photo: &'static str,
    /// What that is good for.
    pub shut_off_photo_hint: &'static str,
    /// What to do first.
    pub steps: &'static str,
    /// How to write that down.
    pub steps_hint: &'static str,
    /// Whom to call.
    pub call: &'static str,
    /// A number that is answered day and night.
    pub call_number: &'static str,
    /// Whose that may be.
    pub call_number_hint: &'static str,
    /// Photos of it and of its plate.
    pub photos: &'static str,
    /// What to take a photo of.
    pub photos_hint: &'static str,
    /// What else can be said.
    pub more: &'static str,
    /// What becomes of the one that is replaced, by its name.
    pub replace_lead: fn(&str) -> String,
    /// The old one was replaced.
    pub replaced: fn(&str) -> String,
    /// It was added, by its name.
    pub added: fn(&str) -> String,
    /// The name of another of the same type, with its number.
    pub numbered: fn(&str, usize) -> String,
}
