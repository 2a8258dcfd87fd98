//! Setting a home up: from pictures of what it has to its systems.

/// What the guided set-up says.
pub struct Setup {
    /// The page.
    pub title: &'static str,
    /// Leads to it from an empty home.
    pub offer: &'static str,
    /// What it is.
    pub offer_lead: &'static str,
    /// Leads back to it where the person left in the middle.
    pub resume: &'static str,
    /// That nothing was lost.
    pub resume_lead: &'static str,
    /// Leads to it from the list of systems.
    pub menu: &'static str,
    /// The catalogue is not here and cannot be fetched.
    pub missing: &'static str,
    /// Which systems there are.
    pub choose: &'static str,
    /// How that goes on.
    pub choose_lead: &'static str,
    /// Beside a picture that was pressed.
    pub chosen: &'static str,
    /// Beside the picture of something that the home has already.
    pub known: &'static str,
    /// How many were chosen.
    pub count: fn(usize) -> String,
    /// Leads from the pictures to the first card.
    pub go_on: &'static str,
    /// "System 3 of 15".
    pub step: fn(usize, usize) -> String,
    /// Beside it, how many cards were saved.
    pub saved: fn(usize) -> String,
    /// Leads back to the pictures.
    pub pictures: &'static str,
    /// Photos.
    pub photos: &'static str,
    /// What to take photos of.
    pub photos_hint: fn(&str) -> String,
    /// Where it stands.
    pub place: &'static str,
    /// Its usual life and where that comes from: life, source, note.
    pub life: fn(&str, &str, &str) -> String,
    /// An example of a life: the usual one.
    pub life_example: fn(u32, u32) -> String,
    /// No figure has a source.
    pub life_none: &'static str,
    /// What a source says, behind its title.
    pub source_says: fn(&str, &str) -> String,
    /// What it is made of.
    pub parts: fn(usize) -> String,
    /// How long a part lasts, and where that comes from.
    pub part_life: fn(&str, &str) -> String,
    /// Keeps the card and goes on.
    pub save_next: &'static str,
    /// Keeps the last card.
    pub save_last: &'static str,
    /// Goes on without keeping the card.
    pub skip: &'static str,
    /// Keeps the card and makes another of the same sort.
    pub another: &'static str,
    /// All cards are done: how many were saved.
    pub done: fn(usize) -> String,
    /// What that is good for.
    pub done_lead: &'static str,
    /// Nothing was saved.
    pub done_nothing: &'static str,
    /// What was saved.
    pub done_saved: &'static str,
    /// It has no photo yet.
    pub no_photo: &'static str,
    /// Cards that were skipped.
    pub skipped: &'static str,
    /// Asks for a card again.
    pub skipped_text: &'static str,
    /// Papers to look for.
    pub papers: &'static str,
    /// Leads to the pictures once more.
    pub set_up_more: &'static str,
    /// Leads to the systems.
    pub open_systems: &'static str,
}
