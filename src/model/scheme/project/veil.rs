//! What an owner shows a scheme of their logbook, and what is taken out of it before anything is worked out.

use crate::date::{Date, PartialDate};
use crate::entry::{Entry, EntryType};
use crate::health::Part;
use crate::scheme::Hidden;
use crate::system::System;

/// What is shown unless the owner says otherwise: systems with their age and evidence, and certificates.
pub const SHOWN: [Hidden; 4] = [Hidden::Age, Hidden::Evidence, Hidden::Certificates, Hidden::Systems];

/// Whether records of a kind are looked at. Of costs, people, messages and contents none is.
pub fn is_read(kind: &str, is_shown: impl Fn(Hidden) -> bool) -> bool {
    let with = |other: Hidden| is_shown(Hidden::Systems) && is_shown(other);
    match kind {
        "property" | "withdrawal" => true,
        "system" => is_shown(Hidden::Systems),
        "certificate" => is_shown(Hidden::Certificates),
        "entry" => is_shown(Hidden::Systems),
        "document" | "warranty" => with(Hidden::Evidence),
        "task" | "deferral" | "reading" | "inspection" => with(Hidden::Care),
        _ => false,
    }
}

/// A system without what is not shown of it.
pub fn system(mut letter: System, is_shown: impl Fn(Hidden) -> bool) -> System {
    if !is_shown(Hidden::Age) {
        letter.installed = None;
        letter.life_years = None;
        letter.life_source = String::new();
        // That it is out of use stays; since when is its age.
        letter.removed = letter.removed.map(|_| PartialDate::day(Date::default()));
    }
    if !is_shown(Hidden::Evidence) {
        letter.make = String::new();
        letter.model = String::new();
        letter.serial = String::new();
        letter.files = Vec::new();
    }
    letter
}

/// An entry without what is not shown of it; none where nothing of it is. Where care is hidden it still tells which fault it settled and what it altered.
pub fn entry(mut letter: Entry, is_shown: impl Fn(Hidden) -> bool) -> Option<Entry> {
    if letter.sort == EntryType::Fault && !is_shown(Hidden::Faults) {
        return None;
    }
    if !is_shown(Hidden::Evidence) {
        letter.documents = Vec::new();
    }
    if !is_shown(Hidden::Certificates) {
        letter.alters = Some(false);
    }
    if !is_shown(Hidden::Care) && letter.sort != EntryType::Fault {
        letter.alters = Some(letter.is_alteration());
        letter.sort = EntryType::Note;
        letter.completes = None;
    }
    Some(letter)
}

/// The parts of a system's health of which nothing is shown. Whether there is a certificate is evidence too.
pub fn parts(is_shown: impl Fn(Hidden) -> bool) -> Vec<Part> {
    let rows = [
        (Part::Faults, is_shown(Hidden::Faults)),
        (Part::Care, is_shown(Hidden::Care)),
        (Part::Age, is_shown(Hidden::Age)),
        (Part::Evidence, is_shown(Hidden::Evidence) && is_shown(Hidden::Certificates)),
    ];
    rows.into_iter().filter(|(_, is_shown)| !is_shown).map(|(part, _)| part).collect()
}
