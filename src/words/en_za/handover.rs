//! Handing a home over, in English as in South Africa.

use crate::place::Handover;
use model::handover::{Private, Side, State};

pub(crate) static HANDOVER: Handover = Handover {
    title: "Hand-over",
    lead: "When a home is sold, its logbook goes with it: whoever buys it gets its whole history, without what you keep private.",
    offline: "A hand-over needs a connection",
    needs_account: "Sign in with the address to which the home was offered, or with that of its owner.",
    needs_join: "Only a home that is safe online can be handed over.",
    nothing: "No hand-over",
    nothing_lead: "Nobody has offered you a home. Only the owner of a home can hand it over.",
    again: "Look again",
    begin: |home| if home.is_empty() { "Hand this home over".into() } else { format!("Hand {home} over") },
    archive: "First, keep an archive",
    archive_lead: "It is one file with everything, and yours to keep: what cost how much, for your taxes and any claim. Once the home is handed over you cannot read it here any more.",
    archive_take: "Save an archive",
    buyer: "E-mail of the buyer",
    buyer_hint: "Only who signs in with this address can accept. They are told what the home is called, and nothing else of it.",
    private: "What stays private?",
    private_name: |private| match private {
        Private::Costs => "Costs",
        Private::Names => "Names of people",
        Private::Messages => "Notes and messages",
    },
    private_hint: |private| match private {
        Private::Costs => "What things cost, and all invoices and quotations with their files.",
        Private::Names => {
            "Who did or wrote what, people at firms, and contacts that are no firms. Firms and tradespeople stay, and who issued a certificate."
        }
        Private::Messages => "Notes, captions, reasons, and what was read from papers.",
    },
    private_note: "It is removed for good, from every version in the history too. Titles, photos and other papers stay as they are: look whether they tell it.",
    counts: |counts| {
        let one = |count: u64, one: &str, many: &str| match count {
            0 => None,
            1 => Some(format!("1 {one}")),
            count => Some(format!("{count} {many}")),
        };
        let parts: Vec<String> = [
            one(counts.costs, "cost", "costs"),
            one(counts.papers, "invoice or quotation", "invoices and quotations"),
            one(counts.names, "name", "names"),
            one(counts.contacts, "contact", "contacts"),
            one(counts.notes, "note", "notes"),
        ]
        .into_iter()
        .flatten()
        .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    },
    counts_none: "The buyer gets everything as it is.",
    message: "A word to the buyer",
    message_hint: "They read it before they accept. It does not become part of the logbook.",
    happens: "What will happen",
    happens_lines: |hours| {
        [
            "The buyer is told by mail and has thirty days to accept.".into(),
            format!("Once they accept, either of you can stop it for {hours} hours."),
            "Then the home is theirs alone: every link, invitation and membership ends, yours too, and your devices forget it."
                .into(),
            "What you keep private is gone from the server. Both of you are told what happened.".into(),
        ]
    },
    offer: "Offer it to the buyer",
    state: |side, state| match (side, state) {
        (Side::Seller, State::Offered) => "Waiting for the buyer",
        (Side::Buyer, State::Offered) => "A home is offered to you",
        (_, State::Accepted) => "Accepted: it can still be stopped",
        (Side::Seller, State::Done) => "Handed over",
        (Side::Buyer, State::Done) => "The home is yours",
        (_, State::Stopped) => "Stopped",
        (_, State::Lapsed) => "Not accepted in time",
    },
    home: "Home",
    unnamed: "A home",
    other: |side| match side {
        Side::Seller => "Buyer",
        Side::Buyer => "From",
    },
    erased: "An account that was erased",
    keeps: "Stays private",
    keeps_nothing: "Nothing",
    offered: "Offered",
    until: "Can be accepted until",
    due: "Done on",
    left: |hours| match hours {
        i64::MIN..=0 => "In less than an hour".into(),
        1 => "In an hour".into(),
        hours => format!("In {hours} hours"),
    },
    ended: "Ended",
    stopped_by: |side, by| match (side, by) {
        (Side::Seller, Side::Seller) | (Side::Buyer, Side::Buyer) => "You stopped it.",
        (Side::Seller, Side::Buyer) => "The buyer stopped it.",
        (Side::Buyer, Side::Seller) => "The seller stopped it.",
    },
    says: "What they say",
    accept_lead: |hours| {
        format!(
            "If you accept, the home is yours after {hours} hours unless one of you stops it: its whole history, its papers and photos, without what stays private."
        )
    },
    accept: "Accept the home",
    stop: "Stop the hand-over",
    stop_ask: "Stop it?",
    stop_lead: "Nothing changes hands then, and nothing is removed. It can be offered again later.",
    open: "Open the home",
    happened: "What happened",
    links: |count| match count {
        0 => "No link was open.".into(),
        1 => "1 link ended.".into(),
        count => format!("{count} links ended."),
    },
    members: |count| match count {
        1 => "The access of 1 member ended.".into(),
        count => format!("The access of {count} members ended."),
    },
    invitations: |count| match count {
        1 => "1 invitation was taken back.".into(),
        count => format!("{count} invitations were taken back."),
    },
    history: |count| format!("The history went along with its numbering whole, up to number {count}."),
    earlier: "Earlier",
    entry: "The home was handed over to its new owner",
};
