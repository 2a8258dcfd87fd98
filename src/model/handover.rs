//! Handing a home over at its sale: how long each step lasts, what stays private, and what the home is without it.
//!
//! What stays private is gone for the buyer as if nobody had written it, in what stands and in every revision; what is left keeps its id, its number and its
//! stamp. The [table of fields](crate::visit::field) that decides what a visitor sees decides here too, but for what stands in `handover/field.rs`.

mod field;
mod past;
mod redaction;

pub use field::{Class, class_of};
pub use redaction::{Counts, Redaction};

use crate::choice::choice;

choice! {
    /// What the seller keeps from the buyer.
    Private {
        /// What things cost; invoices and quotations with their files.
        Costs = "costs",
        /// Names of people, and how they can be reached; who wrote what.
        Names = "names",
        /// Notes, captions and reasons.
        Messages = "messages",
    }
}

choice! {
    /// How far a hand-over has come.
    State {
        /// The owner offered it.
        Offered = "offered",
        /// The buyer accepted; it is done after the wait unless somebody stops it.
        Accepted = "accepted",
        /// The home is the buyer's.
        Done = "done",
        /// Somebody stopped it.
        Stopped = "stopped",
        /// Nobody accepted it in time.
        Lapsed = "lapsed",
    }
}

choice! {
    /// Who takes part in one.
    Side {
        /// Who owns the home until it is done.
        Seller = "seller",
        /// Who owns it from then on.
        Buyer = "buyer",
    }
}

/// Days within which an offer is accepted.
pub const OFFER_DAYS: i64 = 30;
/// Hours in which either side may stop it once it is accepted.
pub const WAIT_HOURS: i64 = 72;
/// Characters of the seller's word to the buyer.
pub const MESSAGE_CHARS_MAX: usize = 1_000;

impl State {
    /// Whether it can still be stopped.
    pub fn is_open(self) -> bool {
        matches!(self, Self::Offered | Self::Accepted)
    }
}
