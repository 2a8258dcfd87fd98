//! The router in process, on both engines: who may do what, and what comes of it. Files are named as the paths they test.

mod auth;
mod authenticator;
mod border;
mod devices;
mod durability;
mod files;
mod fuzz;
mod handovers;
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
mod report;
mod rights;
mod server;
mod shares;
mod spaces;

pub(crate) use person::{Answer, Person};
pub(crate) use server::{Server, on_both};
