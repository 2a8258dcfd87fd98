//! The shapes: what there is to say, place by place.

pub mod account;
pub mod choice;
pub mod common;
pub mod frame;
pub mod home;
pub mod trouble;
pub mod welcome;

pub use account::Account;
pub use choice::Choice;
pub use common::Common;
pub use frame::Frame;
pub use home::Home;
pub use trouble::Trouble;
pub use welcome::Welcome;
