//! Zones, in English as in South Africa.

use super::count;
use crate::place::Zone;

pub(crate) static ZONE: Zone = Zone {
    title: "Zones",
    none: "No zones yet",
    lead: "A zone is a place in or around the home: the kitchen, the roof space, the front garden. Systems and contents are listed by it.",
    new: "New zone",
    name: "Name",
    example: "Scullery",
    place: "What sort of place?",
    parent: "It lies in",
    add: "Add zone",
    edit: "Edit zone",
    edit_named: |name| format!("Edit {name}"),
    systems: |systems| if systems == 0 { "No systems".into() } else { count(systems, "system", "systems") },
    delete_hint: "Its systems stay, without a zone.",
};
