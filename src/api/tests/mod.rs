//! The router in process, on both engines: who may do what, and what comes of it. Files are named as the paths they test.

mod border;
mod openapi;
mod person;
mod server;
mod spaces;

pub(crate) use person::Person;
pub(crate) use server::{Server, on_both};
