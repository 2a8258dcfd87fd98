//! Writing an entry, and correcting one.

/// What is asked about an entry.
pub struct Add {
    /// In place of the form in a preview of a link.
    pub preview: &'static str,
    /// What a visitor would find there.
    pub preview_lead: &'static str,
    /// The page, for a new entry.
    pub title: &'static str,
    /// The page, for a correction.
    pub amend_title: &'static str,
    /// Opens the camera.
    pub take_photo: &'static str,
    /// Of what.
    pub photo_hint: &'static str,
    /// Chooses photos that are there.
    pub gallery: &'static str,
    /// Chooses a PDF or a scan.
    pub paper: &'static str,
    /// Takes one more photo.
    pub another_photo: &'static str,
    /// "Photo 2"
    pub photo: fn(usize) -> String,
    /// "Remove photo 2"
    pub remove_photo: fn(usize) -> String,
    /// "Remove invoice.pdf"
    pub remove_paper: fn(&str) -> String,
    /// "Keeping 2 files"
    pub keeping: fn(usize) -> String,
    /// A picture of so many pixels that nobody opens it: what to do instead.
    pub picture_too_large: fn(&str) -> String,
    /// In place of a photo that cannot be shown.
    pub no_picture: &'static str,
    /// What a photo shows.
    pub caption: &'static str,
    /// Shows this photo before the others.
    pub show_first: &'static str,
    /// What sort of event.
    pub kind: &'static str,
    /// The title.
    pub what: &'static str,
    /// A title from a kind and a system: "Repair: Main geyser"
    pub suggestion: fn(&str, Option<&str>) -> String,
    /// How bad a fault is.
    pub severity: &'static str,
    /// The system it concerns.
    pub system: &'static str,
    /// An example of how it is asked for.
    pub system_hint: &'static str,
    /// One more system.
    pub another_system: &'static str,
    /// Takes the box of one more system away.
    pub remove_system: &'static str,
    /// "Add “gate” as a new system"
    pub new_system: fn(&str) -> String,
    /// The day.
    pub when: &'static str,
    /// What stands in front of an amount of rand.
    pub rand: &'static str,
    /// What it cost in all.
    pub cost: &'static str,
    /// The questions that are folded away.
    pub more: &'static str,
    /// Who did it.
    pub done_by: &'static str,
    /// An example.
    pub done_by_hint: &'static str,
    /// Of the cost, labour.
    pub labour: &'static str,
    /// Of the cost, parts.
    pub parts_cost: &'static str,
    /// The parts that were used.
    pub parts: &'static str,
    /// What a part is.
    pub part_name: &'static str,
    /// How many of it.
    pub part_quantity: &'static str,
    /// Its number.
    pub part_number: &'static str,
    /// One more part.
    pub add_part: &'static str,
    /// "Remove part 2"
    pub remove_part: fn(usize) -> String,
    /// The zones.
    pub zones: &'static str,
    /// Several paragraphs.
    pub notes: &'static str,
    /// It altered an installation.
    pub alters: &'static str,
    /// What that means.
    pub alters_hint: &'static str,
    /// The fault that it settled.
    pub settles: &'static str,
    /// None of the open faults.
    pub settles_none: &'static str,
    /// "Marks the task “Gate motor service” as done."
    pub marks_done: fn(&str) -> String,
    /// Why an entry is corrected.
    pub reason: &'static str,
    /// What a correction does.
    pub reason_hint: &'static str,
    /// Something was started and not finished.
    pub draft_title: &'static str,
    /// Lets it go and begins with an empty form.
    pub draft_fresh: &'static str,
    /// What another app handed over did not arrive.
    pub share_lost: &'static str,
    /// It was saved.
    pub saved: &'static str,
    /// It was saved, and when its task is due again.
    pub saved_next: fn(&str) -> String,
    /// The correction was saved.
    pub amended: &'static str,
    /// Nothing differs from the entry as it stands.
    pub unchanged: &'static str,
}
