//! A scheme as owners of its units see it, in English as in South Africa.

use super::count;
use crate::place::EstateOwner;
use model::scheme::Hidden;

pub(crate) static ESTATE_OWNER: EstateOwner = EstateOwner {
    link_title: "Link your logbook to your scheme",
    link_lead: "Your scheme asks you to link the logbook of your unit. It stays yours: you choose what the scheme sees, and can change that or withdraw it at any time.",
    sign_in: "Sign in to link it",
    which: "Which logbook?",
    take_over: "Take over the one that the scheme kept",
    take_over_hint: "It becomes yours, with all that was written in it. The scheme sees from then on what you show.",
    shows: "What the scheme sees",
    never: "It never sees costs, messages, contacts or photos of your home.",
    part: |part| match part {
        Hidden::Systems => "Systems",
        Hidden::Age => "Age",
        Hidden::Evidence => "Make and papers",
        Hidden::Certificates => "Certificates",
        Hidden::Care => "Care",
        Hidden::Faults => "Open faults",
    },
    part_hint: |part| match part {
        Hidden::Systems => "What there is: a geyser, a board, an inverter",
        Hidden::Age => "When each was installed",
        Hidden::Evidence => "Whether make and papers are there",
        Hidden::Certificates => "Which there are, and what they are good for",
        Hidden::Care => "What was done, and when more is due",
        Hidden::Faults => "How serious open faults are, not what you wrote of them",
    },
    link: "Link it",
    not_now: "Not now",
    title: "Your scheme",
    back: "Settings",
    none: "This home is in no scheme",
    none_lead: "If it is a unit of a complex, ask the managing agent for a link: you then see what the scheme asks of you and whom it approves for work.",
    offline: "What the scheme says can only be asked with a connection.",
    unit: "Your unit",
    scheme: "Scheme",
    since: "Linked since",
    held: "The scheme keeps this logbook.",
    agent: "Managing agent",
    save: "Save what it sees",
    saved: "Saved. The scheme sees it so from now on.",
    withdraw: "Withdraw the link",
    withdraw_ask: "Withdraw the link?",
    withdraw_lead: "The scheme sees nothing of this logbook any more, at once. The logbook and all that is in it stay yours. You can link it again with a new link.",
    withdrawn: "The link is withdrawn",
    asks: "What the scheme asks of you",
    no_asks: "It asks nothing of you now.",
    by: |day| format!("by {day}"),
    file: "Add it",
    done: "It is here and good",
    lacking: "Not here yet",
    bundles: "Call-outs for many units",
    no_bundles: "None are planned now.",
    price: |call_out, each| match (call_out, each) {
        (Some(call_out), Some(each)) => {
            format!("{call_out} for the visit, shared by all who take part, and {each} for each unit")
        }
        (Some(call_out), None) => format!("{call_out} for the visit, shared by all who take part"),
        (None, Some(each)) => format!("{each} for each unit"),
        (None, None) => "The price is not known yet".to_owned(),
    },
    joined: |units| format!("{} part so far", count(units as usize, "unit takes", "units take")),
    join: "Take part",
    decline: "Not this time",
    answered: |joins| if joins { "You take part" } else { "You do not take part" },
    ordered: |day| format!("Ordered on {day}"),
    vendors: "Approved for work here",
    no_vendors: "The scheme has named nobody yet.",
};
