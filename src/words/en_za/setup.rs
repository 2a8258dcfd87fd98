//! Setting a home up, in English as in South Africa.

use super::count;
use crate::place::Setup;

pub(crate) static SETUP: Setup = Setup {
    title: "Set up your home",
    offer: "Set up in five minutes",
    offer_lead: "Press the pictures of what your house has; each gets a page with its age, its plate and where it shuts off.",
    resume: "Go on where you left",
    resume_lead: "Some of the systems that you chose have not been asked about yet. What you answered is kept.",
    menu: "Set up several at once",
    missing: "The pictures are not on this device yet, and there is no connection to fetch them.",
    choose: "What does your house have?",
    choose_lead: "Press everything that is there. Then each gets one short card: a photo of its plate, where it stands, how old it is. Skip what you do not know; you can leave at any time and go on later.",
    chosen: "Chosen",
    known: "already in the logbook",
    count: |chosen| if chosen == 0 { "None chosen yet".into() } else { format!("{chosen} chosen") },
    go_on: "Go on",
    step: |at, of| format!("System {at} of {of}"),
    saved: |saved| format!("{saved} saved"),
    pictures: "Change what I chose",
    photos: "Photos",
    photos_hint: |photos| format!("Of {photos}."),
    place: "Where is it?",
    life: |life, source, note| {
        let note = if note.is_empty() { String::new() } else { format!(" {note}") };
        format!("Usually {life}.{note} Source: {source}. Your own figure goes before it.")
    },
    life_example: |min, max| if min == max { min.to_string() } else { format!("{min}–{max}") },
    life_none: "No sourced figure for this type. With your own, its age is told against it.",
    source_says: |title, says| if says.is_empty() { title.to_owned() } else { format!("{title} ({says})") },
    parts: |parts| format!("{}, in plain words", count(parts, "part", "parts")),
    part_life: |life, source| format!("{life}; source: {source}"),
    save_next: "Save and next",
    save_last: "Save and finish",
    skip: "Skip",
    another: "Save, and another like it",
    done: |saved| match saved {
        1 => "1 system is in the logbook".into(),
        saved => format!("{saved} systems are in the logbook"),
    },
    done_lead: "Each has a page of its own now: what is due shows there and on the home screen before it fails.",
    done_nothing: "Nothing was saved",
    done_saved: "In the logbook now",
    no_photo: "No photo yet",
    skipped: "Skipped",
    skipped_text: "Answer it now",
    papers: "Look for these papers next",
    set_up_more: "Set up more",
    open_systems: "See the systems",
};
