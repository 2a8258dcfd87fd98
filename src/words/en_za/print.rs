//! The history report and the summary of a system, in English as in South Africa.

use super::count;
use crate::place::{LeftOut, Print, Summary, Walks};
use model::inspection::Found;

pub(crate) static PRINT: Print = Print {
    inspections: Walks {
        title: "Inspections",
        result: "Found",
        counts: |good, failed, unseen| format!("{good} OK, {failed} failed, {unseen} not looked at"),
        points: "What was looked at",
        found: "Found",
        how: |found| match found {
            Found::Unseen => "Not looked at",
            Found::Good => "OK",
            Found::Failed => "Failed",
        },
        became: "What became of it",
        done: |day| format!("done {day}"),
        note: "Note",
    },
    steps: "What to do first",
    title: "History report",
    heading: |home| format!("Logbook of {home}"),
    made: |day| format!("Made on {day}"),
    made_by: |day, who| format!("Made on {day} by {who}"),
    since: |entries, since| format!("{entries} since {since}"),
    span: |first, last| if first == last { first.to_owned() } else { format!("{first} to {last}") },
    only: |filter| format!("Only: {filter}"),
    print: "Print",
    print_now: "Print without them",
    pdf: "Save as PDF",
    pdf_making: "Making the PDF…",
    pdf_unsent: |changes| {
        format!(
            "{} not in the PDF yet, which is made of what the server has.",
            match changes {
                1 => "1 change on this device is".to_owned(),
                more => format!("{more} changes on this device are"),
            }
        )
    },
    pdf_offline: "The PDF is made by the server, which cannot be reached now. Print works without it.",
    pdf_not_offered: "This server makes no PDF. Print works without it.",
    pdf_too_long: "This report is too long for one PDF. Choose fewer sections or a shorter time.",
    waiting: |photos| format!("Waiting for {}. Printing starts by itself.", count(photos, "photo", "photos")),
    no_photo: "Not on this device",
    choices: "What goes into this report",
    parts: "Sections",
    home: "The home",
    systems: "Systems",
    entries: "Timeline",
    photos: "Photos",
    notes: "Notes and parts",
    costs: "Costs by year",
    contacts: "Contacts",
    from: "Entries from",
    until: "Entries until",
    any_date: "Any date",
    dates_hint: "Dates choose entries and what they cost. Everything else stands as it is today.",
    hide_costs: "Hide costs",
    hide_names: "Hide names of people and firms",
    hide_hint: "Titles, notes and captions are printed as they were written. Read them: they can still say it.",
    still_said: |texts, first| {
        format!(
            "{} still to say it: {first}",
            if texts == 1 { "One text seems".into() } else { format!("{texts} texts seem") }
        )
    },
    inside: "In this report",
    left_out: LeftOut {
        title: "What this report leaves out",
        parts: |names| format!("Sections: {names}."),
        costs: "Every amount was hidden.",
        names: "Names of people and firms, with their telephone and registration numbers, were hidden.",
        notes: "Notes and parts used of entries.",
        photos: |photos| format!("{} of entries.", count(photos, "photo", "photos")),
        entries: |entries| {
            format!("{} outside the chosen dates or not looked for.", count(entries, "entry", "entries"))
        },
        withdrawn: |entries| format!("{} that somebody withdrew.", count(entries, "entry", "entries")),
        unreadable: |records| {
            format!(
                "{} of a newer version of Codessa, which this device cannot read.",
                count(records, "record", "records")
            )
        },
        missing: |photos| format!("{} not on the device that made it.", count(photos, "photo", "photos")),
        absent: |photos| format!("{} not on the server yet.", count(photos, "photo", "photos")),
        letters: "Letters of some scripts and small pictures, which stand as □.",
        free_text: "Titles, notes and captions stand as they were written.",
    },
    arriving: "The logbook is still arriving on this device. A report made now is not complete.",
    none: "Nothing is written down.",
    amended: "amended",
    countersigned: "countersigned",
    unsettled: "still open",
    retired: "Replaced or out of use",
    logged: |entries, latest| {
        if latest.is_empty() { entries.to_owned() } else { format!("{entries}, the latest {latest}") }
    },
    in_logbook: "In the logbook",
    other_currency: "Amounts in other currencies stand at their entries and are not in these sums.",
    date: "Date",
    what: "What was done",
    system: "System",
    by: "By",
    cost: "Cost",
    make: "Make and model",
    place: "Where",
    name: "Name",
    trade: "Trade",
    reach: "Telephone and e-mail",
    registered: "Registered",
    of_year: "Year",
    of_entries: "Entries",
    in_rand: "Spent, in rand",
    ends: "Ends",
    year: |year, entries| format!("{year}, {entries}"),
    total: "Total",
    foot: "From Codessa. Amended entries show their latest version. What is written here is what the home’s people wrote down; nobody has inspected it for this report.",
    summary: Summary {
        title: "Summary of a system",
        offer: "Print a summary",
        kicker: |home| format!("System of {home}"),
        call: "Who to call",
        latest: "Latest entries",
        scan: "Scan to open its whole history",
    },
};
