//! The handlers: who asks has been settled by the table, so each says what happens.

pub mod health;
pub mod heads;
pub mod space;
