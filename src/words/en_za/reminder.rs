//! Reminders, in English as in South Africa.

use super::count;
use crate::place::Reminder;
use model::reminder::{Digest, ReminderKind, Why};

pub(crate) static REMINDER: Reminder = Reminder {
    why: |why, day| match why {
        Why::TaskDue => format!("To be done by {day}"),
        Why::WarrantyEnds => format!("The warranty ends on {day}: claim before then"),
        Why::TransferUntil => {
            format!(
                "Up to {day} it serves for a sale of the home; after that a sale needs a newer one. It holds until the installation is altered"
            )
        }
        Why::InspectBy => format!("To be inspected again by {day}"),
    },
    left: |days| match days {
        0 => "today".into(),
        1 => "tomorrow".into(),
        -1 => "yesterday".into(),
        2.. => format!("in {days} days"),
        _ => format!("{} days ago", -days),
    },
    title: "Reminders",
    needs_account: "Reminders are sent by the server. An account comes with keeping this logbook safe online.",
    intro: "You are told of each thing once, early enough to do something about it. Nothing is sent before you choose a way.",
    push: "Notifications",
    push_about: "Tell me about this home",
    push_hint: "They say how many things are coming up, and of which kind. What they are stays in the logbook.",
    push_allow: "Allow on this device",
    push_here: "This device shows them.",
    push_end: "Stop on this device",
    push_denied: "This browser does not allow Codessa to show notifications. You can change that in the browser’s settings for this site.",
    push_none: "This browser cannot show notifications. On an iPhone or iPad, add Codessa to the home screen first and open it from there.",
    push_failed: "Notifications could not be set up on this device. Try again with a connection.",
    browsers: |number| match number {
        0 => "No device shows them yet".into(),
        number => format!("Shown on {}", count(usize::try_from(number).unwrap_or(usize::MAX), "device", "devices")),
    },
    mail: "E-mail",
    mail_often: "How often",
    mail_hint: "A list of what is coming up and why. Every mail can end the next ones with one press.",
    digest: |digest| match digest {
        Digest::Never => "None",
        Digest::Daily => "Daily",
        Digest::Weekly => "Weekly",
    },
    feed: "Calendar",
    feed_hint: "Tasks, warranties and certificates in the calendar that you use: subscribe there to a secret address.",
    feed_make: "Make an address",
    feed_renew: "Make another address",
    feed_end: "End it",
    feed_made: |day| format!("There is an address, made on {day}. Another one ends it."),
    feed_address: "Secret address",
    feed_once: "It is shown this once. Whoever has it sees what is due in your home: give it to your calendar and nobody else.",
    copy: "Copy",
    copied: "Copied",
    what: "What, and how early",
    kind: |kind| match kind {
        ReminderKind::Task => "Tasks",
        ReminderKind::Warranty => "Warranties",
        ReminderKind::Certificate => "Certificates",
    },
    kind_hint: |kind| match kind {
        ReminderKind::Task => "Before they are due",
        ReminderKind::Warranty => "Before they end",
        ReminderKind::Certificate => "Before a sale needs another one, or an inspection is due",
    },
    off: "Not at all",
    early: |days| match days {
        0 => "On the day".into(),
        1 => "1 day before".into(),
        7 => "1 week before".into(),
        14 => "2 weeks before".into(),
        30 => "1 month before".into(),
        60 => "2 months before".into(),
        90 => "3 months before".into(),
        days => format!("{days} days before"),
    },
    quiet: "Quiet hours",
    quiet_hint: "Nothing is sent then; it comes when they end. The hours are those of the home.",
    quiet_from: "From",
    quiet_until: "Until",
    next: "What comes next",
    next_hint: "With what is chosen above.",
    next_none: "Nothing is coming up",
    next_none_hint: "Tasks with a day, warranties with a start and a length, and electrical and gas certificates show here.",
    told_on: |day| format!("You are told on {day}"),
    told_next: "You are told with the next message",
    was_told: "You were told",
    source: |source| format!("By {source}"),
    save: "Save",
    saved: "Saved",
};
