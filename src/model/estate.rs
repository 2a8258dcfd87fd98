//! What is true of a scheme of many homes: how its units stand, who has to see to what, what is decided by whom, what its common property will cost, who
//! pays what of it, and work that many units share.
//!
//! Rules only, over plain values: amounts are whole cents, shares and rates basis points (hundredths of a per cent), quantities whole thousandths, and years
//! the scheme's own financial years. Facts of law and trade are data with their source, as [`Source`](crate::life::Source) tells it; where sources disagree
//! or are silent, the answer says so. Nothing here is legal advice.

pub mod approval;
pub mod bundle;
pub mod capital;
pub mod case;
pub mod category;
pub mod cents;
pub mod family;
pub mod grid;
pub mod holder;
pub mod levy;
pub mod matrix;
pub mod month;
pub mod outlook;
pub mod programme;
pub mod responsibility;
pub mod score;
pub mod vendor;
pub mod year;
