//! A scheme of many units: what its common property will cost and who pays what of it, and work that many units share.
//!
//! Rules only, over plain figures: amounts are whole cents, rates basis points (hundredths of a per cent), and years the scheme's own financial years.
//! Facts of law and trade are data with their source, as [`Source`](crate::life::Source) tells it.

pub mod bundle;
pub mod capital;
pub mod category;
pub mod cents;
pub mod levy;
pub mod programme;
pub mod year;
