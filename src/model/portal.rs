//! The client portal: what a home and one provider write to each other, from the request to the payment.
//!
//! A request to one provider is a space of its own, the *deal*. Both sides write records into it, each those of its own kinds; what state that
//! leaves the deal in is worked out from them and never stored.

pub mod appointment;
pub mod consent;
pub mod decision;
pub mod invoice;
pub mod job_sheet;
pub mod line;
pub mod message;
pub mod payment;
pub mod quote;
pub mod registration;
pub mod request;
pub mod review;
pub mod seen;
pub mod side;
pub mod sign_off;
pub mod variation;

pub mod account;
pub mod agreed;
pub mod back;
pub mod compare;
pub mod deal;
pub mod drawn;
pub mod guard;
pub mod machine;
pub mod money;
pub mod particulars;
pub mod statement;
pub mod story;
pub mod wait;

pub use appointment::{Appointment, VisitState};
pub use consent::{Consent, Due};
pub use deal::{Deal, Kept};
pub use decision::{Decision, Verdict};
pub use invoice::{Bank, Client, Invoice, InvoiceNumber};
pub use job_sheet::{Fitted, Issued, JobSheet};
pub use line::{Line, Share, Sure, Vat};
pub use message::Message;
pub use payment::{Means, Payment};
pub use quote::{Choice, Provider, Quote};
pub use registration::{Confirmation, Registration, Trust};
pub use request::{Request, Told, Urgency};
pub use review::{Answer, Review};
pub use seen::Seen;
pub use side::Side;
pub use sign_off::SignOff;
pub use variation::Variation;
