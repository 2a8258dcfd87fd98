//! Warranties, in English as in South Africa.

use crate::place::Warranties;
use model::basis::Clock;
use model::claim::{Effect, Outcome};
use model::warranty::{Begins, State};

pub(crate) static WARRANTY: Warranties = Warranties {
    state: |state| match state {
        State::Ahead => "Not begun",
        State::Runs => "Runs",
        State::Ended => "Ended",
        State::Void => "Void",
        State::Unknown => "End not known",
    },
    begins: |begins| match begins {
        Begins::Stated => "A day",
        Begins::Installation => "The installation",
        Begins::Occupation => "First occupation",
        Begins::Repair => "A repair",
    },
    begins_with: "It begins with",
    repair: "Which repair?",
    worked_out: |begins| match begins {
        Begins::Stated => "",
        Begins::Installation => "worked out from the installation of what it covers",
        Begins::Occupation => "worked out from the first occupation of the home",
        Begins::Repair => "worked out from the repair",
    },
    ends: "Ends",
    moved: "moved by a claim",
    void: "Void",
    void_since: "Void since",
    void_hint: "Misuse, or work by somebody else. The warranty stays in the book.",
    void_reason: "Why is it void?",
    claims: "Claims",
    claim: "Claim",
    add_claim: "Add a claim",
    no_claims: "Nothing was claimed on it. When something fails, write down what you asked and what they said: it may extend the warranty.",
    happened: "What happened?",
    asked: "Asked on",
    outcome: "What came of it?",
    outcomes: |outcome| match outcome {
        Outcome::Waiting => "Waiting for an answer",
        Outcome::Accepted => "Accepted",
        Outcome::Partly => "Accepted in part",
        Outcome::Refused => "Refused",
    },
    decided: "Answered on",
    answer: "What did they say?",
    effect: "What did it do to the warranty?",
    effects: |effect| match effect {
        None => "Nothing",
        Some(Effect::Extends) => "It runs longer",
        Some(Effect::Restarts) => "It began anew",
    },
    effect_months: "For how long?",
    effect_hint: "A warranty that begins anew runs as long as before unless it is said.",
    claim_files: "Photos and letters",
    contradicts: "Answered before it was asked: one of the two dates is wrong.",
    voided: "Void",
    by_law: "By law, beside every other warranty",
    by_law_note: "Whoever was paid for a repair answers for new or reconditioned parts and the labour to fit them for three months, longer if stated in writing; not after misuse, and not for ordinary wear. Worked out from the logbook. Source: Consumer Protection Act 68 of 2008, section 57.",
    clocks: "The clocks of a new home",
    clocks_note: "Worked out from the first occupation. Source: nhbrc.org.za/why-enrol.",
    clock: |clock| match clock {
        Clock::Minor => "Minor defects",
        Clock::Roof => "Roof leaks",
        Clock::Structure => "Major structural defects",
    },
    delete_claim: "Delete this claim",
};
