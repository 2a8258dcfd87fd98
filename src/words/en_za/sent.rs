//! What was sent by links, in English as in South Africa.

use crate::place::Sent;
use model::contribution::{Sort, State};
use model::remark::RemarkType;

pub(crate) static SENT: Sent = Sent {
    title: "Sent by links",
    waiting_for_you: |count| match count {
        1 => "One thing waits for you".into(),
        count => format!("{count} things wait for you"),
    },
    look: "Look at it",
    none: "Nothing was sent",
    none_lead: "A plumber with a link can add what was done, with photos. It waits here until you take it into the logbook.",
    waits: "Waits for you",
    decided: "Decided",
    sort: |sort, remark| match (sort, remark) {
        (Sort::Entry, _) => "Entry",
        (Sort::Remark, None) => "Comment or signature",
        (Sort::Remark, Some(RemarkType::Comment)) => "Comment",
        (Sort::Remark, Some(RemarkType::Countersignature)) => "Countersignature",
        (Sort::Membership, _) => "Asks to become a member",
    },
    state: |state| match state {
        State::Waiting => "Waits",
        State::Accepted => "Taken",
        State::Declined => "Declined",
    },
    accept: "Take it into the logbook",
    accept_member: "Invite them",
    decline: "Decline",
    accepted: "It is in the logbook now",
    invited: "The invitation was sent",
    declined: "Declined",
    member_lead: |email| {
        format!("{email} would read the whole logbook, with costs, names and notes, until you end it.")
    },
    photo: "A photo that was sent",
    about: "About",
    may: "What may they do?",
    may_contribute: "Add an entry",
    may_contribute_hint: "What they did, with photos, parts and papers. Also without a signal: it waits on their device.",
    may_comment: "Comment",
    may_comment_hint: "Say something about a system, an entry or a certificate.",
    may_countersign: "Countersign",
    may_countersign_hint: "Confirm an entry or a certificate with name and date.",
    may_join: "Ask to become a member",
    may_join_hint: "You decide each time. A member reads everything.",
    unseen: "Take what they send without asking you",
    unseen_hint: "Without this it waits under Sharing until you have looked at it.",
    change: "Change what it gives",
    change_title: "Change the link",
    changed: "It gives that now",
    save_paper: "Save it as a file",
};
