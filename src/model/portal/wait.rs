//! What a deal waits for, and from whom.

use super::deal::{Deal, Kept};
use super::machine::{Act, State};
use super::{Message, Side};
use crate::choice::choice;
use crate::date::Date;

choice! {
    /// Something that a side is waited on for, the most pressing first.
    Wait {
        /// The client decides on a variation, while somebody stands there with a spanner.
        DecideVariation = "decide_variation",
        /// The client decides on a quote.
        Decide = "decide",
        /// The client pays.
        Pay = "pay",
        /// The client says whether the job is done.
        SignOff = "sign_off",
        /// The provider changes a quote.
        Change = "change",
        /// The provider offers.
        Offer = "offer",
        /// The provider says when they come.
        Plan = "plan",
        /// The provider does the work.
        Work = "work",
        /// The provider asks to be paid.
        Bill = "bill",
        /// Somebody reads what the other said.
        Read = "read",
    }
}

impl Wait {
    /// What is done then. Who does not do that in a deal is not waited on for it.
    pub fn act(self) -> Act {
        match self {
            Self::DecideVariation => Act::ApproveVariation,
            Self::Decide => Act::Approve,
            Self::Pay => Act::Pay,
            Self::SignOff => Act::SignOff,
            Self::Change => Act::Replace,
            Self::Offer => Act::Offer,
            Self::Plan => Act::Visit,
            Self::Work => Act::Finish,
            Self::Bill => Act::Bill,
            Self::Read => Act::Mark,
        }
    }
}

/// What a side is waited on for on a day, the most pressing first.
pub fn waits(deal: &Deal, side: Side, today: Date) -> Vec<Wait> {
    if deal.request_state() == State::TakenBack {
        return Vec::new();
    }
    let any_quote = |state| deal.quotes.iter().any(|quote| deal.quote_state(quote, today) == state);
    let any_invoice = |state| deal.invoices.iter().any(|invoice| deal.invoice_state(invoice) == state);
    let job = deal.job_state();
    let is_planned = !deal.appointments.is_empty();
    let has_billed = deal.invoices.iter().any(|invoice| !invoice.letter.is_deposit());
    let mut waits = match side {
        Side::Client => {
            let varied = deal.variations.iter().any(|one| deal.variation_state(one.id) == State::VariationOpen);
            vec![
                (Wait::DecideVariation, varied && deal.sheet().is_none()),
                (Wait::Decide, any_quote(State::QuoteOpen)),
                (Wait::Pay, any_invoice(State::InvoiceOwed)),
                (Wait::SignOff, job == State::JobFinished),
            ]
        }
        Side::Provider => vec![
            (Wait::Change, any_quote(State::QuoteChange)),
            (Wait::Offer, deal.request_state() == State::Asked),
            (Wait::Plan, job == State::JobAgreed && !is_planned),
            (Wait::Work, job == State::JobUnderWay || (job == State::JobAgreed && is_planned)),
            (Wait::Bill, matches!(job, State::JobFinished | State::JobSigned) && !has_billed),
        ],
    };
    waits.push((Wait::Read, unread(deal, side) > 0));
    waits.into_iter().filter(|(_, is)| *is).map(|(wait, _)| wait).collect()
}

/// How many messages of the other side a side has not looked at.
pub fn unread(deal: &Deal, side: Side) -> usize {
    let read = read_until(deal, side);
    let is_new = |message: &&Kept<Message>| message.letter.side != side && message.place.rev() > read;
    deal.messages.iter().filter(is_new).count()
}

/// Whether the side across from who wrote a message has looked at it.
pub fn is_read(deal: &Deal, message: &Kept<Message>) -> bool {
    message.place.has_arrived() && message.place.rev() <= read_until(deal, message.letter.side.other())
}

/// The number of the last message that a side has looked at; 0 of none.
fn read_until(deal: &Deal, side: Side) -> u64 {
    let marks = deal.seen.iter().filter(|mark| mark.letter.side == side);
    marks.map(|mark| mark.letter.rev).max().unwrap_or(0).max(0).unsigned_abs()
}
