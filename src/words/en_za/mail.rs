//! Mails, in English as in South Africa.

use crate::place::Mail;

pub(crate) static MAIL: Mail = Mail {
    code_subject: |code| format!("{code} is your Codessa code"),
    code_text: |code| {
        format!(
            "Your code to sign in to Codessa is {code}\n\n\
             Type it in the browser in which you asked for it, within ten minutes. Nobody from Codessa will ever ask you for it.\n\n\
             If you did not ask for a code, do nothing: nobody can sign in without it."
        )
    },
    invitation_subject: "You are invited to a home’s logbook",
    invitation_text: |who, role, link| {
        format!(
            "{who} invites you to the logbook of a home on Codessa, as {role}.\n\n\
             Open this link to accept. It works once, for seven days:\n{link}\n\n\
             If you do not know {who}, do nothing."
        )
    },
    share_opened_subject: "A link to your home’s logbook was opened",
    share_opened_text: |name, device| {
        let link = if name.is_empty() { "A link".to_owned() } else { format!("The link “{name}”") };
        let browser = if device.is_empty() { String::new() } else { format!(" ({device})") };
        format!(
            "{link} to your home’s logbook was opened in a browser{browser} in which it was not opened before.\n\n\
             Who opened it sees what you chose to share, and nothing else. Under Sharing you see when, and can end the link at any time."
        )
    },
    share_suspended_subject: "A link to your home’s logbook was suspended",
    share_suspended_text: |name| {
        let link = if name.is_empty() { "A link".to_owned() } else { format!("The link “{name}”") };
        format!(
            "{link} to your home’s logbook was suspended: a wrong passcode was typed twenty times.\n\n\
             Nobody can open it now. Under Sharing you can renew it, or end it and make another."
        )
    },
    handover_subject: |home| format!("The hand-over of {}", named(home)),
    handover_offered: |home, who, until, link| {
        format!(
            "{who} wants to hand the logbook of {home} over to you on Codessa, with its whole history.\n\n\
             Sign in with this address to see what is offered, and to accept it, until {until}:\n{link}\n\n\
             If you do not know {who}, do nothing.",
            home = named(home)
        )
    },
    handover_offered_others: |home, who, buyer| {
        format!(
            "{who} has offered to hand the logbook of {home} over to {buyer}.\n\n\
             If it is accepted and nobody stops it, it belongs to its buyer alone, and your access to it ends. \
             If you know nothing of a sale, speak to {who}: whoever offered it can stop it.",
            home = named(home)
        )
    },
    handover_accepted: |home, when, link| {
        format!(
            "The hand-over of {home} was accepted. It is done on {when}.\n\n\
             Until then either side may stop it, without giving a reason:\n{link}\n\n\
             If you know nothing of it, stop it now.",
            home = named(home)
        )
    },
    handover_stopped: |home| format!("The hand-over of {} was stopped. Nothing changed hands.", named(home)),
    handover_lapsed: |home| {
        format!(
            "The hand-over of {} was not accepted within thirty days, so the offer has ended. Nothing changed hands. It can be offered again.",
            named(home)
        )
    },
    handover_done_seller: |home, buyer, link| {
        format!(
            "{home} now belongs to {buyer}. Your access to its logbook has ended, and your devices forget it at their next connection.\n\n\
             What happened, and what stayed private, can be read here for a year:\n{link}",
            home = capital(&named(home))
        )
    },
    handover_done_buyer: |home, link| {
        format!(
            "{home} is yours: its logbook belongs to your account, with its whole history. \
             All links, invitations and memberships of before have ended.\n\nOpen it here:\n{link}",
            home = capital(&named(home))
        )
    },
    handover_done_others: |home| {
        format!("{} was handed over to its buyer. Your access to its logbook has ended.", capital(&named(home)))
    },
};

/// What a home is called; one without a name is a home.
fn named(home: &str) -> String {
    if home.is_empty() { "a home".to_owned() } else { home.to_owned() }
}

/// The same at the beginning of a sentence.
fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
