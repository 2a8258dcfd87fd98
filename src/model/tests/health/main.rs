//! How a home stands.

mod book;
mod holds;
mod worked;
