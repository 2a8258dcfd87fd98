//! What is sent by a link, in English as in South Africa.

use crate::place::Contribution;
use model::contribution::{Sort, State};
use model::remark::RemarkType;

pub(crate) static CONTRIBUTION: Contribution = Contribution {
    entry_title: "Add to this home’s logbook",
    kept_note: "What you write is kept on this device until it is sent, also without a signal, and is gone from it after that. The owner sees who sent it.",
    send: "Send it",
    name: "Your name",
    firm: "Your firm",
    capacity: "As what you sign",
    sent: "Sent. The owner sees it now.",
    kept: "Kept on this device. It is sent when there is a connection.",
    waiting: |count| match count {
        1 => "One entry waits on this device to be sent".into(),
        count => format!("{count} entries wait on this device to be sent"),
    },
    waiting_lead: "It goes by itself when there is a connection and this page is open. If you close it, open the link again.",
    waiting_gone: "The link has ended, so this cannot be sent any more. Save it as a file, and ask the owner for a new link.",
    send_now: "Send it now",
    save: "Save it as a file",
    sent_count: |waiting, accepted, declined| {
        let part = |count: usize, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("one {one}")),
            count => Some(format!("{count} {many}")),
        };
        let parts = [
            part(waiting, "waits for the owner", "wait for the owner"),
            part(accepted, "was taken", "were taken"),
            part(declined, "was declined", "were declined"),
        ];
        let parts: Vec<String> = parts.into_iter().flatten().collect();
        if parts.is_empty() { String::new() } else { format!("Sent by this link: {}", parts.join(", ")) }
    },
    remarks: "Comments and signatures",
    comment: "Comment",
    text: "What do you want to say?",
    countersign: "Countersign",
    countersign_lead: "You confirm what stands here as it stands now. Your name and today’s date go with it, and cannot be changed later.",
    countersign_text: "Anything to add",
    remark_by: |name, capacity, day| {
        let who: Vec<&str> = [name, capacity].into_iter().filter(|part| !part.is_empty()).collect();
        let who = if who.is_empty() { "Somebody".to_owned() } else { who.join(", ") };
        if day.is_empty() { who } else { format!("{who} · {day}") }
    },
    take_back: "Take it out of the logbook",
    signed_older: "It was corrected after this signature.",
    join: "Become a member",
    join_lead: "A member reads the whole logbook, with an account of their own. The owner decides, and you are invited by mail.",
    email: "Your e-mail",
    join_send: "Ask the owner",
    join_sent: "The owner was asked. If they agree, an invitation comes by mail.",
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
    by: |name, firm, link, day| {
        let who = if firm.is_empty() { name.to_owned() } else { format!("{name}, {firm}") };
        let link = if link.is_empty() { "a link".to_owned() } else { format!("the link “{link}”") };
        let day = if day.is_empty() { String::new() } else { format!(", {day}") };
        format!("{who}, by {link}{day}")
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
    may_join: "Become a member",
    may_join_hint: "You decide each time. A member reads everything.",
    unseen: "Take what they send without asking you",
    unseen_hint: "Without this it waits under Sharing until you have looked at it.",
    change: "Change what it gives",
    change_title: "Change the link",
    changed: "It gives that now",
};
