//! Mails, in English as in South Africa.

use super::count;
use crate::place::Mail;
use model::reminder::ReminderKind;

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
    firm_subject: "You are invited to a firm’s team",
    firm_text: |who, role, link| {
        format!(
            "{who} invites you to the team of a firm on Codessa, as {role}.\n\n\
             Open this link to accept. It works once, for seven days:\n{link}\n\n\
             If you do not know {who}, do nothing."
        )
    },
    case_news_subject: "There is something new in a case",
    case_news_text: |address| format!("Somebody wrote in a case of your scheme.\n\nYou see it here: {address}"),
    case_subject: "You are a party to a case",
    case_text: |who, _, link| {
        format!(
            "{who} asks you to take part in a case of your scheme on Codessa: you see what is said in it, and can answer.\n\n\
             Open this link to take part. It works once, for seven days:\n{link}\n\n\
             Only the parties, the trustees and the managers see the case.\n"
        )
    },
    estate_subject: "You are invited to a scheme",
    estate_text: |who, role, link| {
        format!(
            "{who} invites you to the dashboard of a scheme on Codessa, as {role}.\n\n\
             Open this link to accept. It works once, for seven days:\n{link}\n\n\
             If you do not know {who}, do nothing."
        )
    },
    unit_subject: "Your unit’s logbook",
    unit_text: |link| {
        format!(
            "The scheme of your unit asks you to link your unit’s logbook on Codessa, or to take over the one that it keeps for you. \
             You choose what it may see: never what things cost, and never your messages. You can end it at any time.\n\n\
             Open this link. It works once, for thirty days:\n{link}\n\n\
             If you do not own a unit in a scheme, do nothing."
        )
    },
    asked_subject: "Your scheme asks something of you",
    asked_text: |page| {
        format!(
            "The scheme of your unit asks something of you. What it is, and how to answer, is shown here:\n{page}\n\n\
             You are told at most once a day."
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
    label_sent_subject: "A fault was reported at your home",
    label_sent_text: "Somebody scanned a label in your home and reported a fault.\n\n\
         It waits until you decide: under Sharing you see what it is, and take it into the logbook or decline it.",
    deal_subject: "There is something new in your portal",
    deal_text: |address| {
        format!(
            "The other side of a request wrote something: a quote, a decision, a message or an invoice.\n\nYou see it here: {address}"
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
    recovery_subject: "A recovery code was used",
    recovery_text: |left| {
        let left = match left {
            0 => "None is left: make new ones".to_owned(),
            1 => "1 code is left".to_owned(),
            left => format!("{left} codes are left"),
        };
        format!(
            "Somebody signed in to your Codessa account with one of its recovery codes. {left}, under Settings, Your account, Recovery codes.\n\n\
             If that was not you, somebody else has your codes: sign in, make new ones, and sign every other device out under Settings, Devices."
        )
    },
    change_subject: |code| format!("{code} is your Codessa code"),
    change_text: |code| {
        format!(
            "Your code to use this address for your Codessa account is {code}\n\n\
             Type it in the browser in which you asked for it, within ten minutes. Nobody from Codessa will ever ask you for it.\n\n\
             If you did not ask for a code, do nothing: the address is not used without it."
        )
    },
    email_changed_subject: "The e-mail address of your Codessa account was changed",
    email_changed_text: |code, link| {
        format!(
            "Your Codessa account has another e-mail address now. Codes and mails no longer come here, and other devices were signed out.\n\n\
             If that was you, do nothing.\n\n\
             If it was not, take your account back within 72 hours. Open\n{link}\nand type this code:\n{code}\n\n\
             This address is the account’s again then. Everybody is signed out, and passkeys and recovery codes end; you sign in with a code that comes here. \
             Give the code to nobody else."
        )
    },
    request_filed_subject: |number| format!("Your request {number} is registered"),
    request_filed_text: |number, kind, due| {
        format!(
            "Your request about your personal details ({kind}) is registered as number {number}. You have an answer by {due}.\n\n\
             With an account you see how it stands under Settings, Your account, and can withdraw it there."
        )
    },
    request_answered_subject: |number| format!("Your request {number} is answered"),
    request_answered_text: |number, answer| {
        format!(
            "The answer to your request {number} about your personal details:\n\n{answer}\n\n\
             If you are not content with it, you can complain to the Information Regulator (South Africa): inforegulator.org.za"
        )
    },
    requests_due_subject: "Requests about personal details wait for an answer",
    requests_due_text: |due| {
        let line = |(number, left): &(u64, i64)| match left {
            ..0 => format!("Request {number} is overdue"),
            0 => format!("Request {number} is due today"),
            1 => format!("Request {number} is due in 1 day"),
            left => format!("Request {number} is due in {left} days"),
        };
        let lines: Vec<String> = due.iter().map(line).collect();
        format!("{}\n\nOn the server, `codessa requests` shows them and answers them.", lines.join("\n"))
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
    digest_subject: |number| match number {
        1 => "1 thing at your home is coming up".into(),
        number => format!("{number} things at your home are coming up"),
    },
    digest_text: |home, lines, settings, unsubscribe| {
        format!(
            "This is coming up at {home}:\n\n{lines}\n\n\
             You are told of each thing once. What you are reminded of, and how early, you choose here:\n{settings}\n\n\
             To end these mails, open\n{unsubscribe}",
            home = named(home)
        )
    },
    digest_line: |title, why, left, source| {
        let source = if source.is_empty() { String::new() } else { format!(" ({source})") };
        format!("- {title}\n  {why}{source}: {left}.")
    },
    push_text: |number, kind| {
        let (one, many) = match kind {
            Some(ReminderKind::Task) => ("task is", "tasks are"),
            Some(ReminderKind::Warranty) => ("warranty is", "warranties are"),
            Some(ReminderKind::Certificate) => ("certificate is", "certificates are"),
            None => ("thing is", "things are"),
        };
        format!("{} coming up at home", count(number, one, many))
    },
    calendar_name: |home| if home.is_empty() { "Codessa".into() } else { format!("{home} (Codessa)") },
    unsubscribe_title: "End mails that remind",
    unsubscribe_lead: "You get no more mails about what is coming up at this home. You can choose them again under Settings, Reminders.",
    unsubscribe_do: "End these mails",
    unsubscribe_done: "Done: you get no more of these mails.",
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
