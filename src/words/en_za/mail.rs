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
};
