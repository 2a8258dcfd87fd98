//! The handlers: who asks has been settled by the table, so each says what happens.

pub mod deals;
pub mod estates;
pub mod handovers;
pub mod health;
pub mod space;
pub mod sync;
pub mod file;
pub mod report;
pub mod reporting;
pub mod live;
pub mod auth;
pub mod pair;
pub mod passkeys;
pub mod recovery;
pub mod address;
pub mod logbooks;
pub mod me;
pub mod closing;
pub mod requests;
pub mod members;
pub mod contributions;
pub mod shares;
pub mod visits;
pub mod feeds;
pub mod pushes;
pub mod reminders;
