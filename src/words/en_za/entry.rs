//! One entry of the logbook, in English as in South Africa.

use crate::place::Entry;

pub(crate) static ENTRY: Entry = Entry {
    title: "Entry",
    amend: "Amend",
    system: "System",
    systems: "Systems",
    zones: "Where",
    done_by: "Done by",
    when: "When",
    severity: "How bad",
    settles: "Settles",
    alters: "Certificates",
    altered: "It altered the installation; certificates from before need a supplement",
    unaltered: "It did not alter the installation",
    settled_by: "Settled by",
    open_fault: "Nothing has settled this fault yet.",
    log_repair: "Log the repair",
    task: "Task done",
    cost: "What it cost",
    labour: "Labour",
    parts_cost: "Parts",
    other_cost: "Other",
    total: "Total",
    parts: "Parts used",
    part_number: |number| format!("no. {number}"),
    notes: "Notes",
    papers: "Papers",
    save_paper: "Save",
    story: "What happened to this entry",
    written: "Written",
    amended: "Amended",
    withdrawn: "Withdrawn",
    show_both: "Show both",
    quoted: |text| format!("“{text}”"),
    via: |name, firm, link, day| {
        let who = if firm.is_empty() { name.to_owned() } else { format!("{name}, {firm}") };
        let link = if link.is_empty() { "a link".to_owned() } else { format!("the link “{link}”") };
        let day = if day.is_empty() { String::new() } else { format!(", {day}") };
        format!("{who}, by {link}{day}")
    },
    via_label: |name, day| {
        let who = if name.is_empty() { "Somebody" } else { name };
        let day = if day.is_empty() { String::new() } else { format!(", {day}") };
        format!("{who}, by the label on the system{day}")
    },
    what_became: "Task, repair, claim",
    fault_photos: "Photos of the fault",
    by_you: "You",
    waiting: "Waiting to be sent",
    refused: "The server did not take this entry",
    refused_kept: "What you wrote is kept on this device and is marked until it is mended or let go.",
    mend: "Mend it",
    try_again: "Try again",
    let_go: "Let it go",
    let_gone: "Let go; nothing of it is left on this device",
    move_system: "Move to another system",
    move_now: "Move",
    moved_system: "Moved; both versions are kept",
    move_home: "Move to another home",
    move_home_hint: "The words, the cost, the photos and the papers move. Systems and contacts belong to this home and stay.",
    moved_home: |home| format!("Moved to {home}"),
    moved_from: "Moved here from",
    another_home: "another home",
    withdraw: "Withdraw",
    withdrawn_now: "Entry withdrawn",
    withdrawn_title: "This entry was withdrawn",
    withdrawn_text: "It no longer counts. It stays in the history, where it can be looked up.",
    write_again: "Write it again",
    written_again: "Written again",
    none_title: "No such entry",
    none_text: "It may belong to another home, or it has not arrived on this device yet.",
};
