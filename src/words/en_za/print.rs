//! The logbook on paper, in English as in South Africa.

use crate::place::Print;

pub(crate) static PRINT: Print = Print {
    title: "Print the logbook",
    heading: |home| format!("Logbook of {home}"),
    printed: |day| format!("Printed {day}"),
    since: |entries, since| format!("{entries} since {since}"),
    only: |filter| format!("Only: {filter}"),
    print: "Print",
    parts: "What goes on paper?",
    home: "The home",
    systems: "Systems",
    entries: "Entries",
    notes: "Notes and parts",
    contacts: "Contacts",
    date: "Date",
    what: "What was done",
    system: "System",
    by: "By",
    cost: "Cost",
    make: "Make and model",
    installed: "Installed",
    place: "Where",
    name: "Name",
    trade: "Trade",
    reach: "Telephone and e-mail",
    registered: "Registered",
    year: |year, entries| format!("{year}, {entries}"),
    total: "Total",
    foot: "From Codessa. Amended entries show their latest version; withdrawn entries are left out.",
};
