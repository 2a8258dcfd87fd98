//! The logbook as a list, in English as in South Africa.

use crate::place::Logbook;

pub(crate) static LOGBOOK: Logbook = Logbook {
    title: "Logbook",
    search: "Search the logbook",
    clear_search: "Clear search",
    filters: "Filters",
    kind: "Kind",
    system: "System",
    year: "Year",
    cost: "Cost",
    contact: "Contact",
    cost_from: |amount| format!("From {amount}"),
    clear_filter: "Remove this filter",
    entries,
    all: |number, sum, since| match sum {
        "" => format!("{number} since {since}"),
        sum => format!("{number}, {sum} since {since}"),
    },
    some: |number, all, sum| match sum {
        "" => format!("{number} of {all}"),
        sum => format!("{number} of {all}, {sum}"),
    },
    no_date: "Without a date",
    print: "Print a history report",
    empty_title: "The book is empty",
    empty_text: "Each thing done in the house becomes a line: the day, what, who, how much.",
    empty_example: ["Gutters cleared before the summer rains", "Service", "Gutters and downpipes · Sipho’s Home Care"],
    empty_action: "Write the first entry",
    nothing_for: |query| format!("Nothing found for “{query}”"),
    nothing: "Nothing found",
    nothing_text: "Titles, notes, parts, papers, systems and contacts were searched.",
    clear_all: "Remove the filters",
    arriving: "Your logbook is still arriving; there may be more.",
    keys: "Up and down move through the entries; slash goes to the search.",
};

fn entries(number: &str, count: usize) -> String {
    format!("{number} {}", if count == 1 { "entry" } else { "entries" })
}
