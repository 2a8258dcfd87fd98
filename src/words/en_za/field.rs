//! Boxes and lists, in English as in South Africa.

use super::count;
use crate::place::Field;

pub(crate) static FIELD: Field = Field {
    brought_in: |format| {
        let program = match format {
            "homebox" => "Homebox",
            "warracker" => "Warracker",
            "dumbassets" => "DumbAssets",
            "lubelogger" => "LubeLogger",
            "atlas" => "Atlas CMMS",
            "grocy" => "Grocy",
            "nines" => "Nines",
            "whatsapp" => "a WhatsApp chat",
            _ => "a spreadsheet",
        };
        format!("Brought in from {program}")
    },
    claimed: |name, at, number| {
        let by = if name.is_empty() { "somebody" } else { name };
        format!("As its archive says: by {by}, {at}, number {number}")
    },
    notes: "Notes",
    open_photo: |name| format!("Show {name} large"),
    not_shown: "This browser cannot show this kind of photo. It is kept as it came.",
    new_named: |name| format!("Add “{name}”"),
    delete: "Delete",
    deleted: |name| format!("“{name}” was deleted."),
    more: "More",
    trail: "Where you are",
    filters: "Filters",
    nothing_found: "Nothing fits that. Try fewer words or let a filter go.",
    found: |found| count(found, "match", "matches"),
};
