//! What may be done in a deal: the states of request, quote, job, variation and invoice, and one table of who may do what in which.
//!
//! States follow from the records and are never stored. The server asks [`check`] under the lock of the deal before it takes a record, and the app before it
//! offers a button, with the same table.

mod check;
mod state;
mod table;

pub use check::{check, soundness};
pub use table::may;

use super::Side;
use crate::access::Role;
use crate::choice::choice;

choice! {
    /// Who acts.
    Party {
        /// A member of the home who may decide.
        Client = "client",
        /// A tenant: asks and says, decides nothing.
        Tenant = "tenant",
        /// Looks on.
        Viewer = "viewer",
        /// The provider, by an account or by the link of the deal.
        Provider = "provider",
    }
}

impl Party {
    /// What somebody is in a deal by their role there.
    pub fn of(role: Role) -> Self {
        match role {
            Role::Owner | Role::CoOwner | Role::Manager => Self::Client,
            Role::Tenant => Self::Tenant,
            Role::Viewer | Role::Trustee => Self::Viewer,
            // What of a provider's work a technician does, `access::deal` says.
            Role::Provider | Role::Technician => Self::Provider,
        }
    }

    /// The side that it is on.
    pub fn side(self) -> Side {
        if self == Self::Provider { Side::Provider } else { Side::Client }
    }
}

choice! {
    /// A state of something in a deal.
    State {
        /// There is no request yet.
        Unasked = "unasked",
        /// It was asked, and nothing was offered.
        Asked = "asked",
        /// Something was offered.
        Offered = "offered",
        /// Something was approved.
        Agreed = "agreed",
        /// The request was taken back.
        TakenBack = "taken_back",
        /// A quote can be decided.
        QuoteOpen = "quote_open",
        /// The client wants something about it changed.
        QuoteChange = "quote_change",
        /// Its last day is over.
        QuoteExpired = "quote_expired",
        /// Another version took its place.
        QuoteSuperseded = "quote_superseded",
        /// It was approved.
        QuoteApproved = "quote_approved",
        /// It was declined, or another was approved.
        QuoteDeclined = "quote_declined",
        /// Nothing was approved, and no work has begun.
        JobAhead = "job_ahead",
        /// It was approved and waits for its day.
        JobAgreed = "job_agreed",
        /// Somebody is on the way, there, or was there.
        JobUnderWay = "job_under_way",
        /// It was finished.
        JobFinished = "job_finished",
        /// The client signed that it is.
        JobSigned = "job_signed",
        /// A variation can be decided.
        VariationOpen = "variation_open",
        /// It was approved.
        VariationApproved = "variation_approved",
        /// It was declined.
        VariationDeclined = "variation_declined",
        /// An invoice that has no number yet.
        InvoiceDraft = "invoice_draft",
        /// Something of it is owed.
        InvoiceOwed = "invoice_owed",
        /// It is paid.
        InvoicePaid = "invoice_paid",
        /// It was credited in full.
        InvoiceCredited = "invoice_credited",
        /// There is no job yet that the client signed for.
        ReviewAhead = "review_ahead",
        /// The client may say what the job was worth.
        ReviewOpen = "review_open",
        /// The client did.
        Reviewed = "reviewed",
        /// The provider answered.
        ReviewAnswered = "review_answered",
    }
}

choice! {
    /// Something that is done in a deal.
    Act {
        /// Ask, or change what is asked.
        Ask = "ask",
        /// Take the request back.
        TakeBack = "take_back",
        /// Offer.
        Offer = "offer",
        /// Put another version in the place of a quote.
        Replace = "replace",
        /// Approve a quote.
        Approve = "approve",
        /// Ask for a change of a quote.
        AskChange = "ask_change",
        /// Decline a quote.
        Decline = "decline",
        /// Say when one comes, and where one is.
        Visit = "visit",
        /// Say that more has turned up.
        Vary = "vary",
        /// Approve a variation.
        ApproveVariation = "approve_variation",
        /// Decline a variation, or ask for a change of it.
        DeclineVariation = "decline_variation",
        /// Say that the job is finished.
        Finish = "finish",
        /// Correct what was said of it.
        Correct = "correct",
        /// Sign for it.
        SignOff = "sign_off",
        /// Ask to be paid.
        Bill = "bill",
        /// Take an invoice back by a credit note.
        Credit = "credit",
        /// Say that an invoice was paid.
        Pay = "pay",
        /// Say that a deposit was paid.
        PayDeposit = "pay_deposit",
        /// Say something.
        Say = "say",
        /// Note how far one has read.
        Mark = "mark",
        /// Say that one looked a registration up.
        Confirm = "confirm",
        /// Say what a job was worth.
        Review = "review",
        /// Answer to that.
        Answer = "answer",
        /// Let the provider see what falls due, or no longer.
        Consent = "consent",
    }
}

impl Act {
    /// The kind of the record that says it was done.
    pub fn kind(self) -> &'static str {
        match self {
            Self::Ask | Self::TakeBack => "request",
            Self::Offer | Self::Replace => "quote",
            Self::Approve | Self::AskChange | Self::Decline => "decision",
            Self::ApproveVariation | Self::DeclineVariation => "decision",
            Self::Visit => "appointment",
            Self::Vary => "variation",
            Self::Finish | Self::Correct => "job_sheet",
            Self::SignOff => "sign_off",
            Self::Bill | Self::Credit => "invoice",
            Self::Pay | Self::PayDeposit => "payment",
            Self::Say => "message",
            Self::Mark => "seen",
            Self::Confirm => "confirmation",
            Self::Review => "review",
            Self::Answer => "answer",
            Self::Consent => "consent",
        }
    }
}

choice! {
    /// Why something may not be done; `words` says it.
    Refusal {
        /// It is not this side's to do.
        NotYours = "not_yours",
        /// What it is about is not in this deal.
        Unknown = "unknown",
        /// There is one already.
        Already = "already",
        /// Nothing was asked yet.
        NotAsked = "not_asked",
        /// The request was taken back.
        TakenBack = "taken_back",
        /// The quote has expired.
        Expired = "expired",
        /// Another version took the quote's place.
        Superseded = "superseded",
        /// It was decided before.
        Decided = "decided",
        /// Another quote to the same request was approved, of another provider.
        ChosenElsewhere = "chosen_elsewhere",
        /// Nothing was approved.
        NotApproved = "not_approved",
        /// An option has to be picked, one that the quote has.
        NoOption = "no_option",
        /// What was ticked is not offered for ticking.
        NotOptional = "not_optional",
        /// The job is not finished.
        NotFinished = "not_finished",
        /// The job is finished.
        Finished = "finished",
        /// The invoice has no number yet.
        NoNumber = "no_number",
        /// Another invoice of the provider has that number.
        NumberTaken = "number_taken",
        /// There is nothing left to pay or to credit.
        Paid = "paid",
        /// A fact is never changed.
        Fact = "fact",
    }
}
