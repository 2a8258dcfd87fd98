//! The router in process, on both engines: who may do what, and what comes of it. Files are named as the paths they test.

mod address;
mod auth;
mod authenticator;
mod border;
mod closing;
mod devices;
mod durability;
mod files;
mod fuzz;
mod history;
pub(crate) mod home;
mod live;
mod me;
mod matrix;
mod members;
mod openapi;
mod outbox;
mod pair;
mod passkeys;
mod person;
mod pull;
mod push;
mod recovery;
mod report;
mod requests;
mod rights;
mod server;
mod shares;
mod spaces;

pub(crate) use person::{Answer, Person};
pub(crate) use server::{Server, on_both};
