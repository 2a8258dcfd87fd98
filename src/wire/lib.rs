//! What crosses the network and nothing else: paths, requests, replies, the one error body.
//!
//! Everything here has a golden test and changes only by addition.

pub mod account;
pub mod contribution;
pub mod closing;
pub mod deal;
pub mod error;
pub mod estate;
pub mod file;
pub mod handover;
pub mod live;
pub mod outlook;
pub mod path;
pub mod pull;
pub mod push;
pub mod reminder;
pub mod reporting;
pub mod request;
pub mod share;
pub mod space;

pub use error::{ErrorBody, ErrorCode};
pub use pull::{Cursor, Page};
pub use push::{Answer, Outcome, Push, PushReply};
