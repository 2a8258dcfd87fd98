//! What a provider is worth to a home, in English as in South Africa.

use super::count;
use crate::place::Trust;
use model::portal::wait::Wait;

pub(crate) static TRUST: Trust = Trust {
    registered: "Registered and insured",
    registered_lead: "They say so themselves until somebody of this home has looked it up with the body or the insurer.",
    registration: |body, number| format!("{body} {number}").trim().to_owned(),
    stated: "They say so",
    confirmed: "Looked up: it holds",
    wrong: "Looked up: it is not so",
    expired: "Expired",
    until: |day| format!("Until {day}"),
    looked_up: |name, when, how| format!("{name}, {when}: {how}"),
    look_up: "I have looked it up",
    how: "How did you check?",
    how_hint: "On the site of the body, by a call to the insurer, by the card they showed you.",
    holds: "It holds",
    holds_not: "It is not so",
    chosen_elsewhere: |provider| match provider {
        "" => {
            "You approved another quote to this request. Only one can stand: end that job first if you want this one."
                .into()
        }
        provider => format!(
            "You approved a quote of {provider} to this request. Only one can stand: end that job first if you want this one."
        ),
    },
    look_at_chosen: "Look at that job",
    kept: "It stands beside their registration",
    name: "Your name",
    review: "What was it worth?",
    review_lead: "The firm reads it and may answer once. You see it when you ask them again.",
    questions: ["The work itself", "Kept to time and price", "Care for people and place"],
    marks_hint: "1 is poor, 5 is excellent. Leave out what you cannot tell.",
    mark: |mark| format!("{mark} of 5"),
    no_mark: "Cannot tell",
    review_words: "In your words",
    write_review: "Leave the review",
    reviewed: "Your review stands with the job",
    said_by: |name, when| format!("{name}, {when}"),
    answered: |name| if name.is_empty() { "Their answer".to_owned() } else { format!("Answer of {name}") },
    tell_others: |others| format!("Tell the {} that you chose this quote", count(others, "other", "others")),
    told_others: "They are told",
    chose_another: "We chose another quote. Thank you for yours.",
    recommend: "Recommend them to a neighbour",
    pipeline: "The next service",
    consent: "Tell them what falls due next",
    consent_hint: "Only the title and the day of tasks on what they worked on, so that they can offer in time. Nothing else of your home.",
    they_see: |day| format!("What they see, as of {day}"),
    nothing_due: "No task on what they worked on falls due within three years.",
    known: "What you know of them",
    never: |name| format!("{name}: no finished job by this portal yet."),
    no_review: "Finished, not reviewed",
    fair: "Is this fair?",
    fair_lead: "What this home paid before, for the same and for work on the same systems, and what its plan expects. No published range is known.",
    fair_none: "This home has no earlier price for these systems. A second quote tells most.",
    planned: |day| format!("Your plan expects this, as noted on {day}"),
    range: |min, max| if min == max { min.into() } else { format!("{min} to {max}") },
    paid_for_same: |day| format!("Billed for the same on {day}"),
    waits: |wait| match wait {
        Wait::DecideVariation => "Extra work to decide",
        Wait::Decide => "A quote to decide",
        Wait::Pay => "An invoice to pay",
        Wait::SignOff => "Say whether it is done",
        _ => "Something to read",
    },
    look: "Look",
    link: "Their link, and the end",
    link_lead: "The link lasts 90 days. A new one takes its place at once, and the one before opens nothing any more.",
    renew: "Make a new link",
    end: "End this request",
    end_lead: "Nothing can be written to it any more, by you or by them, and the link ends. What was said stays here to be read.",
    ended: "The request has ended",
};
