//! Units and people of a scheme, in English as in South Africa.

use super::count;
use crate::place::EstateUnits;
use model::access::Role;
use model::estate::vendor::Lapse;
use model::scheme::Hidden;

pub(crate) static ESTATE_UNITS: EstateUnits = EstateUnits {
    to_start: "Start a scheme",
    list: "Units",
    counts: |units, buildings, common| {
        let common =
            if common == 0 { String::new() } else { format!(", {}", count(common, "common place", "common places")) };
        let buildings =
            if buildings == 0 { String::new() } else { format!(", {}", count(buildings, "building", "buildings")) };
        format!("{}{buildings}{common}", count(units, "unit", "units"))
    },
    search: "Search by number, owner or building",
    clear: "Clear the search",
    nothing: "No unit fits that.",
    none: "No units yet",
    none_lead: "Bring in the list that you have: a spreadsheet with unit numbers, buildings, quotas and owners. You see what would come before anything is written. \
                Owners can link their own logbooks later.",
    no_building: "No building",
    common: "Common property",
    units: |units| count(units, "unit", "units"),
    bring: "Bring in a list",
    add: "Add a unit",
    unit: |number| match number.chars().next() {
        Some(first) if first.is_ascii_digit() => format!("Unit {number}"),
        _ => number.to_owned(),
    },
    all: "All units",
    quota,
    quotas: |off, is_rounding| match (off, is_rounding) {
        (0, _) => "The participation quotas come to 100\u{a0}%.".to_owned(),
        (off, true) => {
            format!("The participation quotas come to {}: as near to 100\u{a0}% as rounded quotas can be.", sum(off))
        }
        (off, false) if off > 0 => {
            format!(
                "The participation quotas come to {}: {} too much. One is too high, or a unit stands twice.",
                sum(off),
                quota(off.unsigned_abs() as u32)
            )
        }
        (off, false) => {
            format!(
                "The participation quotas come to {}: {} is missing. One is too low, or a unit is not here.",
                sum(off),
                quota(off.unsigned_abs() as u32)
            )
        }
    },
    without_quota: |units| format!("{} no quota, and so would pay no levy.", count(units, "unit has", "units have")),
    quotas_lead: "Nothing is corrected: quotas stand as they were written. Levies are shared by them (Sectional Titles Act 95 of 1986, section 32).",

    number: "Number or name",
    number_hint: "As its people call it: 12, A4, Clubhouse",
    section: "Section or erf number",
    building: "Building",
    is_common: "Common property",
    is_common_hint: "No unit: a roof, a pump room, the gate. It has no quota, and a logbook of its own.",
    quota_label: "Participation quota",
    quota_hint: "Per cent, to four places: 2,0833",
    suburb: "Suburb, where it is another than the scheme’s",
    owner: "Owner",
    owner_email: "Owner’s e-mail",
    owner_phone: "Owner’s phone",
    tenant: "Tenant",
    owned_since: "Owner since",
    responsible: "Who answers for it",
    responsible_hint: "Where that is not the owner",
    responsible_owner: |owner| {
        if owner.is_empty() { "Nobody is named".to_owned() } else { format!("{owner}, the owner") }
    },
    notes: "Notes",
    details: "Details",
    change: "Change the details",
    saved: "Saved",
    remove: "Remove this unit",
    remove_ask: |number| format!("Remove {number}?"),
    remove_lead: "It goes from the scheme’s list. Its owner’s logbook stays theirs.",
    sold: "It was sold",
    sold_lead: "The new owner takes the place of the old from that day on; the history keeps both. A logbook that the old owner linked is theirs: invite the new owner.",
    new_owner: "New owner",
    sold_on: "Day of transfer",
    sold_save: "Note the new owner",

    buildings: "Buildings",
    building_name: "Name of a building",
    building_add: "Add it",

    logbooks: "Logbooks",
    logbooks_lead: "The scheme can keep a logbook of the unit, and the owner can link their own and choose what you see. Costs and messages are never shown.",
    held: "The scheme keeps a logbook",
    linked: "The owner’s logbook is linked",
    linked_since: |day| format!("The owner’s logbook is linked since {day}"),
    unlinked: "No logbook yet",
    begin: "Start a logbook for this unit",
    begun: "The logbook is started",
    open: "Open it",
    hides: |parts| format!("Not shown: {}", parts.join(", ")),
    shows_all: "Everything that a scheme can be shown is shown",
    hidden: |part| match part {
        Hidden::Faults => "open faults",
        Hidden::Care => "care and when it is due",
        Hidden::Age => "age",
        Hidden::Evidence => "make and papers",
        Hidden::Certificates => "certificates",
        Hidden::Systems => "systems",
    },
    invite: "Invite the owner",
    invite_lead: "By a link they connect their own logbook and choose what the scheme sees, or take over the one that you kept.",
    invite_email: "Their e-mail, to send it now",
    invite_make: "Make the link",
    invited: |day| format!("The link works once, until {day}. It is shown only now: copy it or send it."),
    invite_text: |unit, link| format!("Link your logbook of {unit} to our scheme: you choose what we see. {link}"),
    copy: "Copy the link",
    copied: "Copied",
    whatsapp: "By WhatsApp",
    mail: "By mail",
    code: "The link as a code",

    systems: "Systems",
    system_columns: ["System", "Made by", "Installed", "Stands", "Why", "Told by"],
    no_systems: "No systems are known yet. They come with a logbook of the unit.",
    by_scheme: "The scheme",
    by_owner: "The owner",
    certificates: "Certificates",
    certificate_columns: ["Certificate", "For", "Stands", "Until"],
    no_certificates: "Nothing is known of certificates yet.",
    told_on: |day| format!("As it stood on {day}."),
    twins: "The same system twice?",
    twins_lead: "Your logbook and the owner’s both name systems. Say which are one, so that each counts once: the owner’s counts.",
    twins_sides: ["In the scheme’s logbook", "In the owner’s logbook"],
    twins_join: "These are the same",
    twins_choose: "Choose one on each side first.",
    twins_are: |held, own| format!("“{held}” is “{own}”"),
    twins_part: "Take apart",

    bring_title: "Bring in a list of units",
    bring_lead: "An Excel workbook or a CSV file, as you have it: titles above the table, merged headers and a row of totals are no trouble. Nothing is written before you have seen what would come.",
    bring_offline: "Reading a list needs a connection once",
    bring_offline_lead: "What reads lists is fetched when it is needed for the first time. Connect and choose the file again: from then on this page works without a connection too.",
    choose: "Choose a file",
    reading: "Reading the list",
    no_table: |name| format!("No table was found in {name}."),
    table: |place, rows, header| format!("{place}: {} below row {header}", count(rows, "row", "rows")),
    no_numbers: "No column names the units. Say below which one does.",
    take_table: "Take this table",
    columns: |known, all| format!("{known} of {} understood: look or change", count(all, "column", "columns")),
    such_as: |texts| format!("such as {texts}"),
    target,
    installed: |system| format!("{system}: installed"),
    made_by: |system| format!("{system}: make"),
    issued: |certificate| format!("{certificate}: issued"),
    look: "Look at what would come",
    preview: "What would come",
    preview_columns: ["What becomes of a row", "How many"],
    preview_counts: ["New units", "Changed units", "The same as now", "Doubtful", "Rows that are not a unit"],
    new_buildings: |names| format!("New buildings: {names}"),
    carried: |rows| {
        format!("{} no building in the sheet: the one above was taken.", count(rows, "unit has", "units have"))
    },
    new_logbooks: |logbooks| {
        format!(
            "{} started, with the systems and certificates that the list names.",
            count(logbooks, "logbook is", "logbooks are")
        )
    },
    quota_forms: [
        "The quotas were read as parts of one, as Excel keeps per cent: 0,0208 is 2,08 %.",
        "The list has no quotas: they were worked out from the floor areas, as section 32 of the Sectional Titles Act says for homes.",
    ],
    doubts: "Doubtful rows",
    doubts_lead: "These are left out unless you switch them on.",
    twice: |row, first| format!("Row {row}: the same unit stands in row {first} already."),
    several: |row| format!("Row {row}: several buildings have that number, and the row names none."),
    left: "Rows that are not a unit",
    left_row: |row, why| {
        let why = ["no unit number", "a total", "a heading", "the number is a formula"][why.min(3)];
        format!("Row {row}: {why}")
    },
    problems: "Could not be read",
    problems_lead: "The unit comes all the same, and the text stands in its notes.",
    problem: |row, column, what| {
        let what = [
            "no quota",
            "no date",
            "no e-mail address",
            "too long",
            "a formula, not a value",
            "the file is cut off or broken",
        ][what.min(5)];
        match (row, column) {
            (0, _) => what.to_owned(),
            (row, "") => format!("Row {row}: {what}"),
            (row, column) => format!("Row {row}, {column}: {what}"),
        }
    },
    rows: "The rows",
    row_new: |row| format!("Row {row} · new"),
    row_changed: |row, fields| format!("Row {row} · changes: {fields}"),
    take: |units| format!("Bring in {}", count(units, "unit", "units")),
    take_none: "Everything in this list is here already.",
    taking: "Bringing them in",
    taken: |units| format!("{} brought in", count(units, "unit", "units")),
    logbooks_wait: "The logbooks could not be started without a connection. Bring the same list in again when there is one: nothing comes twice.",
    see_units: "See the units",
    again: "Choose another file",

    people: "People",
    people_lead: "Up to fifty people look after the scheme. Whoever is removed sees it no more, at once. Trustees without an account can be sent a link.",
    leave: "Leave the scheme",
    comes_as: "They come as",
    role_may: |role| match role {
        Role::Manager => "Manager: writes everything, and opens the logbooks that the scheme keeps",
        _ => "Trustee: sees everything, votes",
    },
    may_title: "What each may do",
    may_lines: ["What", "Look", "Write", "Vote", "Share", "Invite managers", "End the scheme"],
    yes: "Yes",
    no: "–",
    trustees_named: |names| format!("Trustees by name: {names}"),

    settings: "Details of the scheme",
    archive: "The scheme as a file",
    archive_lead: "One archive that anybody can open: the records of the scheme, how they changed, and their files. How its units stand is not in it: that is worked out anew wherever it comes back. Its cases, and the logbooks of its units, are not in it either: they belong to their parties and owners too.",
    scheme_number: "Number of the scheme",
    address: "Address",
    suburb_of: "Suburb",
    city: "Town",
    year_end: "Its financial year ends in",
    unknown: "Not known",
    first_meeting: "First general meeting",
    first_meeting_hint: "Before it, regulation 2 asks for no minimum contribution.",
    agent: "Managing agent",
    agent_phone: "Their phone",
    agent_email: "Their e-mail",
    trustees: "Trustees",
    trustees_hint: "One name a line",
    spending: "Who may spend what",
    approval_from: "Trustees approve what costs more than",
    approval_from_hint: "Below it a manager orders. Left empty, nothing has to be put to them.",
    approvals: "So many of them have to approve",
    approvals_hint: "Two, where nothing is typed.",
    lapsed: "A vendor whose registration or insurance has lapsed",
    lapse: |lapse| match lapse {
        Lapse::Block => "is given no work",
        Lapse::Warn => "may be given work, after a warning",
    },
    schemes: "Your schemes",
    looked_at: "You are looking at this one",
    look_at: "Look at it",
    nameless: "A scheme that is still being fetched",
    another: "Start another scheme",
};

/// Ten-thousandths of a per cent.
fn quota(value: u32) -> String {
    format!("{},{:04}\u{a0}%", value / 10_000, value % 10_000)
}

/// What quotas come to that miss the whole by so much.
fn sum(off: i64) -> String {
    quota(u32::try_from(1_000_000 + off).unwrap_or(0))
}

fn target(name: &str) -> String {
    let plain = match name {
        "number" => "Unit number",
        "section" => "Section or erf number",
        "building" => "Building",
        "quota" => "Participation quota",
        "area" => "Floor area",
        "suburb" => "Suburb",
        "owner" => "Owner",
        "owner_email" => "Owner’s e-mail",
        "owner_phone" => "Owner’s phone",
        "tenant" => "Tenant",
        "owned_since" => "Owner since",
        "responsible" => "Who answers for it",
        "common" => "Common property",
        "note" | "notes" => "Notes",
        _ => "Left out",
    };
    plain.to_owned()
}
