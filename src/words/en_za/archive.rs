//! A home in one file, in English as in South Africa.

use super::count;
use crate::place::Archive;
use crate::place::archive::Column;

pub(crate) static ARCHIVE: Archive = Archive {
    kicker: "The logbook of a home",
    lead: "Everything that was written down about this home. The page works without a connection, without an account and without Codessa.",
    made: |day| format!("As it stood on {day}"),
    costs: "Costs by year",
    year: "Year",
    entries: "Entries",
    total: "In all",
    written: |day, name| if name.is_empty() { format!("Written {day}") } else { format!("Written {day} by {name}") },
    amended: |times| match times {
        1 => "Amended once".into(),
        2 => "Amended twice".into(),
        times => format!("Amended {times} times"),
    },
    why: |reason| format!("Why: {reason}"),
    withdrawn: "Withdrawn",
    withdrawn_lead: "These were taken back. They no longer count, and stay in the history.",
    retired: "Replaced or out of use",
    until: |name, day| format!("{name}, until {day}"),
    open: "To do",
    done: "Done",
    unsettled: "Still open",
    elsewhere: "Not in a zone",
    times: |number| format!("{number} ×"),
    reading: "Reading",
    used: "Used since the one before",
    people: "People",
    since: |role, day| format!("{role} since {day}"),
    unknown: |number, kind, file| {
        format!(
            "{} of kind “{kind}” cannot be shown on this page. Nothing of it is lost: it is in {file}.",
            count(number as usize, "record", "records")
        )
    },
    missing: "This file was not at hand when the archive was made",
    about: "What else is in this archive",
    parts: [
        ("files/", "Photos and papers as they were added, each in a folder named by its SHA-256."),
        (
            "tables/",
            "The same facts as tables, for a spreadsheet. The table of changes says who changed what, and when.",
        ),
        (
            "data/",
            "Every record, amended and withdrawn ones too, and every change of one, one JSON object a line. From these Codessa makes the logbook again. What was written with providers is in data/deals.",
        ),
        ("manifest.json", "What this archive is, when it was made, and how much is in it."),
    ],
    column: Column {
        currency: |column| format!("{column}: currency"),
        amended: "Amended (times)",
        withdrawn: "Withdrawn",
        written_by: "Written by",
        written_on: "Written on",
        files: "Files",
        notes: "Notes",
        replaced_by: "Replaced by",
        removed: "Taken out of use",
        life_source: "Source of expected life",
        country: "Country",
        time_zone: "Time zone",
        water_shut_off: "Water shuts off at",
        power_shut_off: "Power switches off at",
        title: "What",
        sort: "Type",
        ends: "Ends",
        due: "Due",
        usually: "Usually done by",
        months: "Months",
        value: "Reading",
        unit: "Unit",
        field: "Field",
        set_to: "Set to",
        format: "Format",
        began: "Begun",
        new: "New records",
        changed: "Changed records",
        undone: "Taken back",
    },
    unread: "This file could not be read. Choose it again.",
    not_zip: "This is not a zip file.",
    cut_off: "This file is cut off: its end is missing. Copy or download it again.",
    not_safe: "This zip file contradicts itself or was made to do harm. Nothing of it was read.",
    not_archive: "This zip file is not an archive of a home.",
    newer: |schema, known| {
        format!(
            "This archive was made by a newer version of Codessa (schema {schema}). This version reads up to schema {known}; update it first."
        )
    },
    damaged: |name| format!("“{name}” is damaged in this archive and was left out."),
};
