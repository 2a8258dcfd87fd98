//! Logbooks of the units of schemes: homes that a scheme holds, and those that owners link.
//!
//! What a scheme is told of a unit is worked out apart from who asks ([`place`]), and written in the transaction that finds that nothing has changed meanwhile.
//! Locks are taken in one order: homes, then the scheme, then its places.

mod hold;
mod leave;
mod link;
mod place;
mod tally;
mod told;

pub use hold::LogbookRow;
pub(super) use leave::{leave_account, leave_estate, leave_space, leave_unit_of};
pub(super) use place::{Noted, note_estate, note_homes};
pub use place::{Place, Seen, UnitTold};
pub use tally::{TallyDue, Weighed};
pub use told::OfUnit;

use crate::error::Error;
use model::scheme::Hidden;

/// What an owner shows, as it is kept.
fn shown(text: &str) -> Result<Vec<Hidden>, Error> {
    serde_json::from_str(text).map_err(Error::broken)
}

/// The same as text, each named once.
fn text_of(shows: &[Hidden]) -> Result<String, Error> {
    let named: std::collections::BTreeSet<Hidden> = shows.iter().copied().collect();
    serde_json::to_string(&named).map_err(Error::broken)
}
