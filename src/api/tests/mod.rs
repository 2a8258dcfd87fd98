//! The router in process, on both engines: who may do what, and what comes of it. Files are named as the paths they test.

mod border;
mod files;
mod history;
mod home;
mod live;
mod openapi;
mod person;
mod pull;
mod push;
mod server;
mod spaces;

pub(crate) use person::{Answer, Person};
pub(crate) use server::{Server, on_both};
