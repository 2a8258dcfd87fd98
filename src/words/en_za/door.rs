//! The door of a link, and the bar of a visit.

use crate::place::Door;

pub(crate) const DOOR: Door = Door {
    title: "Something was shared with you",
    lead: "By this link you may look at a part of a home’s logbook, or of a scheme’s.",
    open: "Open it",
    note: "Nothing of it stays on this device. Whoever shared it sees when it is opened.",
    passcode: "Passcode",
    passcode_hint: "Eight digits, sent to you another way than the link.",
    passcode_wrong: "That is not the passcode of this link.",
    broken: "This link is not complete",
    broken_lead: "Its end is missing, or it was changed on the way. Open it from the message again, or copy all of it.",
    unknown: "This link leads nowhere. Ask who sent it for a new one.",
    ended: "This link has ended",
    ended_lead: "Ask the owner for a new one.",
    again: "This visit has ended, because nothing was looked at for a while. Open the link again.",
    until: |day| format!("Shared with you until {day}"),
    preview: "This is what they would see.",
    as_of: |day| format!("As it was on {day}."),
    close: "Close",
    close_preview: "Back to the link",
};
