//! The shapes: what there is to say, place by place.

pub mod account;
pub mod add;
pub mod care;
pub mod choice;
pub mod common;
pub mod field;
pub mod form;
pub mod frame;
pub mod home;
pub mod logbook;
pub mod mail;
pub mod property;
pub mod system;
pub mod system_form;
pub mod trouble;
pub mod welcome;
pub mod zone;

pub use account::Account;
pub use add::Add;
pub use care::Care;
pub use choice::Choice;
pub use common::Common;
pub use field::Field;
pub use form::Form;
pub use frame::Frame;
pub use home::Home;
pub use logbook::Logbook;
pub use mail::Mail;
pub use property::Property;
pub use system::System;
pub use system_form::SystemForm;
pub use trouble::Trouble;
pub use welcome::Welcome;
pub use zone::Zone;
