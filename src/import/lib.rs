//! Bringing records in from elsewhere: from files as they are chosen to what has to be written into a home.
//!
//! Files become [proposals](proposal) (records as the files have them), proposals become a [plan] (what is new, changed, the same, doubtful), and a plan
//! becomes changes. All of it is pure: bytes come through [`Content`](input::Content), fresh ids from the caller, and nothing here knows a browser, a
//! network or a clock.

pub mod input;
pub mod talk;
pub mod proposal;
pub mod batch;
pub mod known;
pub mod plan;
pub mod preview;
pub mod session;
pub mod told;
pub mod undo;
pub mod units;

mod recognise;
#[cfg(feature = "xlsx")]
mod workbook;
mod form;
mod format;
mod question;

mod sheet;
mod row;
mod draft;
mod gather;
mod attachment;

mod zip;
mod json;
mod csv;
mod table;
mod column;
mod sort;
mod text;
mod value;

pub use batch::{Batch, Proposals, Settings};
