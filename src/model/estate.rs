//! What is true of a scheme of many homes: how its units stand, who has to see to what, what is decided by whom, and what it will cost.
//!
//! Everything here is a pure function over plain values; nothing of it is stored. Money is whole cents, shares are basis points, quantities whole
//! thousandths. Nothing here is legal advice: where sources disagree or are silent, the answer says so.

pub mod approval;
pub mod case;
pub mod grid;
pub mod matrix;
pub mod month;
pub mod outlook;
pub mod responsibility;
pub mod score;
pub mod vendor;
