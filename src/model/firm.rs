//! A provider's firm: a space of its own, with a small team.
//!
//! What the firm says of itself, its price book, its templates and checklists, who goes where, and how long the work took. Nothing of it is told to a
//! client until somebody writes it into a deal.

pub mod duty;
pub mod price;
pub mod profile;
pub mod routine;
pub mod template;
pub mod time;

pub use duty::Duty;
pub use price::Price;
pub use profile::{Firm, Standing};
pub use routine::{Routine, RoutinePoint};
pub use template::Template;
pub use time::Time;

/// Members of one firm at most, its owner included: a small team.
pub const MEMBERS_MAX: i64 = 10;
