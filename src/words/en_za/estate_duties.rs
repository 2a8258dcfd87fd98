//! Who sees to what in a scheme, in English as in South Africa.

use crate::place::{EstateDuties, FaultText};
use model::estate::responsibility::{Bearer, Duty, Gap, Serves, Standing};

fn told(text: &FaultText<'_>) -> String {
    let FaultText { scheme, owner, unit, system, severity, repair, pay, excess, rule: (cite, said) } = *text;
    let dear = if owner.is_empty() { "Good day".to_owned() } else { format!("Good day {owner}") };
    let rule = match cite {
        "" => said.to_owned(),
        cite => format!("{cite}: “{said}”"),
    };
    format!(
        "{dear}\n\nA fault was reported at {scheme}, {unit}: {system} ({severity}).\n\nRepairs: {repair}. Pays: {pay}. Bears an excess: {excess}.\n\n{rule}\n\n\
         Please tell us what is being done, and when.\n\nThe trustees, {scheme}"
    )
}

pub(crate) static ESTATE_DUTIES: EstateDuties = EstateDuties {
    parts_label: "Parts of who sees to what",
    parts: ["The map", "Where things stand", "Own rules", "A fault"],
    lead: "Who has to maintain, repair and pay, by where a system stands and whom it serves. The scheme’s own rules stand above those of the law.",
    system: "System",
    duty: |duty| match duty {
        Duty::Maintain => "Maintains",
        Duty::Repair => "Repairs",
        Duty::Pay => "Pays",
        Duty::Excess => "Bears the excess",
    },
    bearer: |bearer| match bearer {
        Bearer::Owner => "The owner",
        Bearer::Served => "The owners served, by share",
        Bearer::Body => "The body corporate",
    },
    gap: |gap| match gap {
        Gap::Standing => "Find out whether it stands in the section: the sectional plan shows it",
        Gap::Serves => "Find out whom it serves",
        Gap::Constitution => "Look into the constitution",
    },
    standing_label: "Where does it stand?",
    standing: |standing| match standing {
        Standing::Unknown => "Not known",
        Standing::Section => "In a section",
        Standing::Common => "Common property",
        Standing::ExclusiveUse => "Exclusive use area",
    },
    serves_label: "Whom does it serve?",
    serves: |serves| match serves {
        Serves::Unknown => "Not known",
        Serves::One => "One section",
        Serves::Several => "Several sections",
        Serves::Common => "The common property",
    },
    rules: "The rules behind it",
    own: "The scheme’s own rule",
    meaning: "Its meaning, not its words:",
    usual: "What is usual",
    confirm: "Confirm with your managing agent.",
    source: |source| format!("Source: {source}."),
    proof: |days| format!("Written proof that the excess was paid is due within {days} days of a written request."),
    sited: "Where things stand",
    sited_lead: "Where a system stands, and whom it serves, decides who has to see to it. The sectional plan shows whose a place is.",
    all_sited: "It is known where every system stands.",
    no_systems: "No unit tells of its systems yet. They come from the units’ logbooks.",
    unsited: |number| match number {
        1 => "Nobody has said yet where 1 system stands.".into(),
        number => format!("Nobody has said yet where {number} systems stand."),
    },
    sort: "Which systems?",
    every_sort: "Every sort",
    note: "How that is known",
    set: |number| match number {
        1 => "Set it for 1 system".into(),
        number => format!("Set it for {number} systems"),
    },
    no_rules: "No own rules yet",
    no_rules_lead: "Registered management or conduct rules, or an association’s constitution, may give a duty to somebody other than the law does. Write such a \
                    rule down and it stands above the law wherever it speaks of the case.",
    add_rule: "Add a rule",
    cite: "What it is cited as",
    words: "Its words",
    sorts: "Sorts of system that it speaks of",
    all: "None chosen means all.",
    duties: "Duties that it gives",
    bearer_label: "To whom",
    up: |cite| format!("Move “{cite}” up"),
    remove: "Delete the rule",
    fault: "A fault",
    fault_lead: "Choose the unit, the system and how bad it is. The rules say to whom it goes.",
    unit: "Unit",
    severity: "How bad is it?",
    choose: "Choose …",
    goes: |bearer| match bearer {
        Bearer::Owner => "It goes to the owner",
        Bearer::Served => "It goes to the owners whom it serves",
        Bearer::Body => "It goes to the trustees",
    },
    find_out: "The trustees have to find out first",
    call: "Whom to call",
    no_way: "No telephone number and no mail address is written down.",
    alarm: "Tell the trustees at once, whoever has to repair: the body corporate may have to act itself.",
    danger: "Tell the trustees at once: danger or damage may spread to others.",
    text: "Text to send",
    told,
    copy: "Copy",
    copied: "Copied",
    whatsapp: "By WhatsApp",
    mail: "By mail",
    subject: |unit, system| format!("Fault: {system}, {unit}"),
};
