//! Faults, emergency cards and the claim pack, in English as in South Africa.

use crate::place::Faults;
use crate::place::faults::Pack;
use model::claim_pack::{Missing, Payer};

pub(crate) static FAULTS: Faults = Faults {
    title: "Faults",
    none: "Nothing is broken",
    none_lead: "When something breaks, write it down with a photo: what, and how bad. It stays on the home screen until it is settled.",
    open: "Open",
    settled: "Settled",
    report: "Report a fault",
    gone: "There is no such fault.",
    in_logbook: "In the logbook",
    became: "What became of it",
    waits: "Nothing yet. Make a task of it, log the repair, or settle it.",
    settled_by: "Settled by",
    task: "Task",
    ask_quote: "Ask for a quote",
    make_task: "Make a task",
    task_due: "By when?",
    task_made: "The task is on the list",
    settle: "Settle without work",
    settle_reason: "Why is there nothing to do?",
    settle_hint: "It was a mistake, it stopped by itself, it is the neighbour’s. Whoever reads the logbook later sees the reason.",
    settle_title: |title| format!("No work needed: {title}"),
    settle_done: "Settled",
    claim: "Claim pack",
    card: "Emergency card",
    emergency: "In an emergency",
    emergency_lead: "Shut it off first, then call. This page works without a signal.",
    no_cards: "No card yet",
    no_cards_lead: "Write down for the geyser where it shuts off, with a photo, and whom to call at night.",
    shut_off: "Where it shuts off",
    shut_off_unknown: "Nobody has written down where it shuts off.",
    steps: "What to do first",
    call: "Whom to call",
    call_now: |name| format!("Call {name}"),
    write_card: "Write the card",
    policy_number: "Policy number",
    excess: "Excess",
    claims_phone: "Number for claims",
    pack: Pack {
        title: "Claim pack",
        about: |what, day| if day.is_empty() { what.to_owned() } else { format!("{what}, {day}") },
        policy: "The policy",
        paper: "Document",
        insurer: "Insurer",
        payer: "Who pays the excess",
        payer_is: |payer| match payer {
            Payer::Owner => "The owner, under their own policy.",
            Payer::Member => {
                "In a sectional title scheme the owner of the section pays the excess for what they have to maintain, such as the geyser that serves it, \
                 also where the body corporate insures it. The scheme may ask for written proof within seven days."
            }
            Payer::Either => {
                "In a sectional title scheme the owner of the section, for what they have to maintain, such as the geyser that serves it; \
                 else the owner, under their own policy."
            }
        },
        day: "Day of the damage",
        failed: "What failed",
        age: "Age on that day",
        age_is: |years| match years {
            0 => "less than a year".into(),
            1 => "1 year".into(),
            years => format!("{years} years"),
        },
        damage: "The damage and its repair",
        before: "Care before the damage",
        own_photos: "Photos of it",
        story: "Damage and care",
        certificates: "Certificates from before the damage",
        quotes: "Quotes and invoices",
        missing: "What is missing",
        missing_is: |missing| match missing {
            Missing::Policy => "No policy: add it as a document of the type Insurance.",
            Missing::PolicyNumber => "The number of the policy.",
            Missing::Insurer => "Who insures the home: choose the insurer in the document of the policy.",
            Missing::Excess => "The excess: it stands in the schedule of the policy.",
            Missing::System => "Which system failed: choose it in the entry of the fault.",
            Missing::Installed => "When it was installed: an invoice or the data plate tells.",
            Missing::Plate => "Its make and serial number: a photo of the data plate.",
            Missing::Care => {
                "Any service or inspection before the damage. Lack of maintenance is the commonest reason for a claim to be refused."
            }
            Missing::Certificate => "A certificate from before the damage: ask whoever installed it.",
            Missing::PhotoBefore => "A photo of how it was before.",
            Missing::PhotoDamage => "A photo of the damage: take it before anything is moved.",
            Missing::Quote => "A quote for the repair: most insurers ask for two.",
        },
        foot: "Put together from the logbook of this home. It says what was written down and when; it is no opinion about the cause.",
        share: "Share with the insurer",
        pdf: "Save as PDF",
        pdf_making: "Making the PDF",
        pdf_failed: "The PDF could not be made. You can print this page and save it as a PDF.",
    },
};
