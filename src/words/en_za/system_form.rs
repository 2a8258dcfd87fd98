//! Writing a system down, in English as in South Africa.

use crate::place::SystemForm;

pub(crate) static SYSTEM_FORM: SystemForm = SystemForm {
    title_new: "New system",
    title_edit: "Edit system",
    title_replace: "Replace system",
    sort: "What is it?",
    sort_example: "geyser, gate, pump …",
    name: "What do you call it?",
    size_example: "150 litres, 5 kW",
    years: "years",
    life_default: |life, source| format!("Usually {life}. Source: {source}. Your own figure goes before it."),
    life_none: "There is no usual figure for this type. With your own, its age is told against it.",
    life_source: "Where does your figure come from?",
    life_source_example: "The installer, the maker’s sheet",
    shut_off: "Where does it shut off?",
    shut_off_hint: "What a stranger must know when it bursts.",
    photos: "Photos",
    photos_hint: "The rating plate first: make, model and serial number stand on it.",
    more: "Fitted by, price, expected life, part of",
    replace_lead: |name| format!("“{name}” is kept with its whole history, out of use. The new one begins here."),
    replaced: |name| format!("“{name}” was replaced. Its history is kept."),
    added: |name| format!("“{name}” was added."),
    numbered: |name, number| format!("{name} {number}"),
};
