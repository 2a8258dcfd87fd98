//! Ready to sell: the check, in English as in South Africa.

use crate::place::Ready;
use model::basis::Municipality;
use model::ready::Step;

pub(crate) static READY: Ready = Ready {
    title: "Ready to sell?",
    lead: "Choose the day on which the home is to be transferred. You see which certificates will be fit on that day, and when the others have to be ordered.",
    on: "Transfer on",
    place: "Municipality",
    municipality: |place| match place {
        Municipality::Unknown => "Not known",
        Municipality::CapeTown => "City of Cape Town",
        Municipality::Other => "Another municipality",
    },
    choose: "Choose a day to see the list.",
    for_day: |day| format!("For a transfer on {day}"),
    past: "That day has passed: this is how the papers stood then.",
    step: |step| match step {
        Step::Order => "To order",
        Step::Ask => "To find out",
        Step::Fit => "Fit on that day",
        Step::None => "Does not apply",
    },
    summary: |order, ask, fit| format!("{order} to order, {ask} to find out, {fit} fit on that day"),
    order: |from, by| format!("Order between {from} and {by}"),
    order_if: |from, by| format!("If your contract asks for it: order between {from} and {by}"),
    order_now: |days| format!("Order at once: it usually takes {days} days"),
    lead_time: |days| {
        format!("Usually {days} days from the order, with what has to be put right first: trade experience, no source")
    },
    takes: "Takes",
    cost: "Costs",
    paid: |day| format!("what you paid on {day}"),
    in_book: "In the book",
    basis: "Rests on",
    print: "Print",
    share: "Make a link for the conveyancer",
    share_hint: "Members of this home can be sent the address of this page: it holds the day and the place.",
    foot: "Costs are what you paid before; where none stands, ask two firms for a quotation. None of this is legal advice. Confirm with your conveyancer.",
};
