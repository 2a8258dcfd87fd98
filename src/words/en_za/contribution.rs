//! What is sent by a link, in English as in South Africa.

use crate::place::Contribution;

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
    countersignature: "Countersignature",
};
