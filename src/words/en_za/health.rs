//! How a home stands, in English as in South Africa.

use crate::place::{Health, HealthPage};
use model::entry::Severity;
use model::health::weight::Risk;
use model::health::{Part, Reason, State};

pub(crate) static HEALTH: Health = Health {
    title: "Health",
    of_home: "How the home stands",
    all: "Every reason",
    state: |state| match state {
        State::Good => "Well",
        State::Unsure => "Too little is known to be sure",
        State::Fair => "Could be better",
        State::Poor => "Badly",
        State::Untold => "Cannot be told",
    },
    score: |score| format!("{score} of 100"),
    confidence: |confidence| format!("confidence {confidence} of 100"),
    held: |severity, most| match severity {
        Severity::Emergency => format!("While an emergency is open it has {most} points at most."),
        Severity::Serious | Severity::Minor => format!("While something does not work it has {most} points at most."),
    },
    untold: "Too little is written down to tell. These would tell most:",
    part: |part| match part {
        Part::Faults => "Open faults",
        Part::Care => "Care",
        Part::Age => "Age",
        Part::Evidence => "Evidence",
    },
    reason,
    step: |reason| match reason {
        Reason::Fault { .. } => "Log the repair",
        Reason::Late { .. } => "Mark as done",
        Reason::NoCare => "See what it usually needs",
        Reason::NoCareYet => "Log what was done",
        Reason::Old { .. } => "Plan its replacement",
        Reason::MayBeOlder | Reason::InstalledUnknown | Reason::InstalledAhead => "Say when it was installed",
        Reason::LifeUnknown => "Say how long it lasts",
        Reason::NoMake => "Add make and model",
        Reason::NoPhoto => "Add a photo",
        Reason::NoPaper => "Add a paper",
        Reason::Certificate { paper: Some(_), .. } => "Look at the certificate",
        Reason::Certificate { paper: None, .. } => "Add the certificate",
    },
    points: |points| match points {
        1 => "1 point".into(),
        points => format!("{points} points"),
    },
    worked_out: "Worked out on",
    scores: "Score",
    confidences: "Confidence",
    why: "What costs most",
    note: "Worked out from what the logbook held on that day: open faults, care, age and evidence. What is not known is never taken for good. It is no valuation, and nothing that an expert has found.",
};

fn reason(reason: Reason, name: &str) -> String {
    match reason {
        Reason::Fault { severity, .. } => {
            let sort = match severity {
                Severity::Minor => "A nuisance",
                Severity::Serious => "Does not work",
                Severity::Emergency => "Emergency",
            };
            named(sort.into(), name)
        }
        Reason::Late { days: 1, .. } => named("Late by a day".into(), name),
        Reason::Late { days, .. } => named(format!("Late by {days} days"), name),
        Reason::NoCare => "Nothing is planned for it, and nothing was done in the last 24 months".into(),
        Reason::NoCareYet => "It has a plan, and nothing was done in the last 24 months".into(),
        Reason::Old { percent, .. } if percent >= 100 => "Past the longest that it usually lasts".into(),
        Reason::Old { percent, is_due: true } => format!("{percent} % of its longest usual life has passed"),
        Reason::Old { percent, .. } => format!("{percent} % of its longest usual life has passed: nothing to do yet"),
        Reason::MayBeOlder => "It may be much older than is known".into(),
        Reason::InstalledUnknown => "Nobody has said when it was installed".into(),
        Reason::InstalledAhead => "The day of its installation is still to come".into(),
        Reason::LifeUnknown => "How long such a thing lasts is not known, so that its age tells nothing".into(),
        Reason::NoMake => "Make or model is not known".into(),
        Reason::NoPhoto => "There is no photo of it".into(),
        Reason::NoPaper => "No document and no warranty is about it".into(),
        Reason::Certificate { paper: None, .. } => named("No certificate in the book".into(), name),
        Reason::Certificate { .. } => named("The certificate does not do, or it cannot be told".into(), name),
    }
}

fn named(told: String, name: &str) -> String {
    if name.is_empty() { told } else { format!("{told}: {name}") }
}

pub(crate) static HEALTH_PAGE: HealthPage = HealthPage {
    on: |day| format!("On {day}"),
    empty_title: "Nothing to tell yet",
    empty_lead: "Write down a geyser, a roof or a gate motor. From its age, its care, its faults and its papers the logbook then works out how it stands, and says why.",
    empty_action: "Set up the home",
    worst: "What costs most",
    whole: "Nothing is missing.",
    zones: "Zones",
    systems_in: |count| match count {
        1 => "1 system".into(),
        count => format!("{count} systems"),
    },
    systems: "Systems, the worst first",
    better: |count| match count {
        1 => "One more, which stands better".to_owned(),
        _ => format!("{count} more, which stand better"),
    },
    own: "What concerns no system",
    print: "Print",
    open: "Open the system",
    gone: "There is no such system in use.",
    left: |left, most| format!("{left} of {most} points"),
    known: |most, missing| match (most, missing) {
        (0, _) => String::new(),
        (most, 0) => format!("It adds all of its {most} to the confidence."),
        (most, missing) => format!("Of the {most} that it can add to the confidence, {missing} are missing."),
    },
    nothing_missing: "Nothing is missing.",
    life: |years, source| format!("Usually it lasts {years}. Source: {source}."),
    counts: |risk, times| {
        let why = match risk {
            Risk::Danger => "if it fails, somebody may be hurt",
            Risk::Damage => "if it fails, the damage spreads",
            Risk::Outage => "if it fails, the home is without power, water or protection",
            Risk::Repair => "if it fails, it costs a repair",
            Risk::Comfort => "if it fails, it is a nuisance",
        };
        match times {
            1 => format!("It counts once in the score of the home: {why}."),
            times => format!("It counts {times} times in the score of the home: {why}."),
        }
    },
    how: "How this is worked out",
    how_told: [
        "Every system begins with 100 points. Open faults, late care, age and missing evidence take points away. Each point that is missing has its reason, and one thing to do about it.",
        "What is not known is never taken for good: care or age of which nothing is known take half of what they could. How much of what counts is known is the confidence. Below a confidence of 20 nothing is told, unless something does not work.",
        "Age takes nothing in the first half of the longest usual life, then evenly more, and all of its points at the end. Where only “before 2019” is known, it takes at least half.",
        "Care counts as known if it was done in the last 24 months, or if its plan says that nothing was due since it was done. Putting a task off does not make it less late.",
        "A zone and the home are the mean of their systems, each counted by what its failure costs. No mean hides a fault: while something does not work, they have 75 points at most, while an emergency is open 40.",
        "A fault or a task that concerns no system takes a fifth of its points from the home.",
        "From 80 points on it stands well, below 50 badly: either only if the confidence is 60 or more; badly also where something does not work. This is a help to see what to do next, and no valuation.",
    ],
    source: |source| match source {
        Some(source) => source.into(),
        None => "our default, no source".into(),
    },
    weights: "What counts how much",
    what: "What",
    most: "Points",
    sure: "Confidence",
    from: "Where the weight comes from",
    taken: "What takes points",
    fault: |severity| format!("An open fault: {severity}"),
    late: |days| match days {
        1 => "A task that is late by a day or more".into(),
        days => format!("A task that is late by {days} days or more"),
    },
    unknown: "Nothing known of care, or of age",
    make: "Make and model not known",
    photo: "No photo",
    paper: "No document and no warranty",
    certificate: "A certificate that is asked for is missing or does not do",
    between: |least, most| format!("{least} to {most}"),
    shares: "How much a system counts in the home",
    times: "Counts",
    risk: |risk| match risk {
        Risk::Danger => "Somebody may be hurt: wiring, gas, smoke detectors",
        Risk::Damage => "The damage spreads: geysers, roofs, pipes, drains",
        Risk::Outage => "No power, water or protection: inverters, pumps, gates, alarms",
        Risk::Repair => "It costs a repair: garage motors, pools, windows",
        Risk::Comfort => "It is a nuisance: appliances, the network",
    },
};
