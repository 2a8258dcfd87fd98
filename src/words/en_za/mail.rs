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
    share_sent_subject: "Something was sent for your home’s logbook",
    share_sent_text: |link, name, unseen| {
        let link = if link.is_empty() { "a link".to_owned() } else { format!("the link “{link}”") };
        let next = if unseen {
            "As you chose for this link, it is part of the logbook already. Under Sharing you see what came."
        } else {
            "It waits until you accept it: under Sharing you see what it is, and take it into the logbook or decline it."
        };
        format!("{name} sent something by {link} for your home’s logbook.\n\n{next}")
    },
    share_suspended_subject: "A link to your home’s logbook was suspended",
    share_suspended_text: |name| {
        let link = if name.is_empty() { "A link".to_owned() } else { format!("The link “{name}”") };
        format!(
            "{link} to your home’s logbook was suspended: a wrong passcode was typed twenty times.\n\n\
             Nobody can open it now. Under Sharing you can renew it, or end it and make another."
        )
    },
};
