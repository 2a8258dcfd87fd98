//! The person's own account, in English as in South Africa.

use super::count;
use crate::place::Own;
use model::request::{RequestEnd, RequestKind};

pub(crate) static OWN: Own = Own {
    title: "Your account",
    needs_account: "This logbook is on this device only. An account comes with keeping it safe online.",
    ways_in: "Ways to sign in",
    held: "What is held about you",
    export: "Save what is held about me",
    export_hint: "One file: your address, devices, passkeys, homes, links and requests. What your homes hold is in the archive of each.",
    recovery: "Recovery codes",
    recovery_left: |left, made| match made {
        Some(made) => format!("{left} of 10 left, made on {made}"),
        None => "None made yet".into(),
    },
    recovery_lead: "If you lose your mailbox and your devices, a recovery code still lets you in. Each works once, with your e-mail address. Keep them on paper or in a password safe, away from your phone.",
    recovery_make: "Make ten codes",
    recovery_again: "Make ten new codes",
    recovery_again_lead: "The codes that you have now stop working.",
    recovery_made: "Your recovery codes",
    recovery_made_lead: "They are shown this once. Print or save them before you leave this page. Whoever has one can sign in as you.",
    copy: "Copy them",
    copied: "Copied",
    save: "Save as a file",
    print: "Print",
    recovery_file: |email, codes| {
        format!(
            "Recovery codes for Codessa\nAccount: {email}\nEach works once: choose “Use a recovery code” where you sign in.\n\n{codes}\n"
        )
    },
    address: "E-mail address",
    address_lead: "We send a code to the new address. When you have typed it, sign-in codes and mails go there; other devices are signed out. The old address is told, and can take it back for 72 hours.",
    address_now: |email| format!("Now {email}"),
    address_new: "New e-mail address",
    address_send: "Send a code there",
    address_sent: |email| format!("A code is on its way to {email}. It works for ten minutes, in this browser."),
    address_code: "Code",
    address_change: "Change the address",
    address_changed: "Your e-mail address was changed.",
    address_held: "Another account has this address. Nothing was changed.",
    address_other: "Another address",
    requests: "Requests about your details",
    requests_hint: "Access, correction, erasure, objection",
    requests_lead: "The Protection of Personal Information Act lets you ask whoever runs this server what they hold about you, have it put right or erased, or object to its use. You have an answer within 30 days. A request is kept for three years after it was closed, as proof, and then removed.",
    requests_none: "You have asked for nothing yet.",
    request_new: "Ask for something",
    request_what: "What do you ask for?",
    kind: |kind| match kind {
        RequestKind::Access => "Access",
        RequestKind::Correction => "Correction",
        RequestKind::Erasure => "Erasure",
        RequestKind::Objection => "Objection",
    },
    kind_hint: |kind| match kind {
        RequestKind::Access => "What is held about me",
        RequestKind::Correction => "Something is wrong",
        RequestKind::Erasure => "Something has to go",
        RequestKind::Objection => "Something may no longer be used",
    },
    request_text: "In your own words",
    request_text_hint: "A sentence is enough: what it is about, and where you saw it.",
    request_file: "File the request",
    request_filed: |number, due| format!("Request {number} is registered. You have an answer by {due}."),
    request_title: |number, kind| {
        let kind = (OWN.kind)(kind).to_lowercase();
        format!("Request {number}: {kind}")
    },
    request_due: |day| format!("Answer due by {day}"),
    request_overdue: |day| format!("Overdue: the answer was due by {day}"),
    request_ended: |end, day| match end {
        RequestEnd::Answered => format!("Answered on {day}"),
        RequestEnd::Withdrawn => format!("You withdrew it on {day}"),
        RequestEnd::Erased => format!("Ended with the account on {day}"),
    },
    request_withdraw: "Withdraw",
    request_withdrawn: "The request was withdrawn.",
    close: "Close the account",
    close_hint: "Take everything along, then erase it",
    close_lead: "Your account is erased, on the server and on this device. This cannot be undone. Nothing goes before you have confirmed at the end of this page. A unit of yours also goes out of meeting packs that its scheme made before.",
    close_erased: "Erased with it",
    close_nothing: "No home is erased.",
    close_stay: "Goes on without you",
    close_heir: |email| format!("{email} owns it from then on"),
    close_holds: |records, files, size, members| {
        let holds = format!(
            "{}, {}",
            count(records as usize, "record", "records"),
            count(files as usize, "photo or paper", "photos and papers")
        );
        let size = if files == 0 { String::new() } else { format!(" ({size})") };
        let others = match members {
            0 => String::new(),
            members => format!(
                ". {} it too",
                if members == 1 { "1 other member loses".into() } else { format!("{members} other members lose") }
            ),
        };
        format!("{holds}{size}{others}")
    },
    close_others: |leaves, links| {
        let leaves = (leaves > 0).then(|| format!("You leave {} of others.", count(leaves as usize, "home", "homes")));
        let links = (links > 0).then(|| {
            format!(
                "{} that you made {}.",
                count(links as usize, "link", "links"),
                if links == 1 { "ends" } else { "end" }
            )
        });
        leaves.into_iter().chain(links).collect::<Vec<_>>().join(" ")
    },
    close_archive: "Save its archive",
    close_firm: "Your firm. Its jobs stay with the homes",
    close_firm_goes: "Your firm, with its jobs and its team",
    close_unnamed: "A home that is not on this device",
    close_unsent: |unsent| {
        format!(
            "{} on this device {} not been sent",
            count(unsent, "change", "changes"),
            if unsent == 1 { "has" } else { "have" }
        )
    },
    close_unsent_lead: "It would be lost. Wait until it is sent, or save it to a file first.",
    close_unsent_save: "Save to a file",
    close_keeps: "Other devices keep their copy until somebody signs out there. The server keeps the bare numbering of what was erased, and of requests their number, kind and dates: proof that it was done, without a detail of you. Backups of the server lose it when they expire.",
    close_confirm: "Close it for good",
    close_type: |email| format!("To confirm, type your address: {email}"),
    close_typed_wrong: "That is not the address of this account.",
    close_do: "Erase everything and close",
};
