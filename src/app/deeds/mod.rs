//! Writes: what a person does, each a function that says what could go wrong. The rules are those that the API applies.

pub mod account;
pub mod act;
pub mod archive;
pub mod attach;
pub mod carry;
pub mod catalogue;
pub mod claim;
pub mod contribute;
pub mod contribution;
pub mod draft;
pub mod entry;
pub mod estate;
pub mod estate_link;
pub mod estate_units;
pub mod estate_case;
pub mod fault;
pub mod firm;
pub mod handover;
pub mod home;
pub mod inspection;
pub mod job;
pub mod label;
pub mod later;
pub mod member;
pub mod origin;
pub mod own;
pub mod paper;
pub mod portal;
pub mod record;
pub mod remark;
pub mod reminder;
pub mod report;
pub mod reporting;
pub mod share;
pub mod stock;
pub mod supply;
pub mod team;
pub mod unsent;
pub mod visit;
pub mod work;

pub use crate::driver::{Change, Trouble, refusal};

use crate::desk::Desk;
use crate::driver::Engine;
use std::rc::Rc;
use sync::StoreError;

/// The engine, or the reason why there is none yet.
fn engine(desk: Desk) -> Result<Rc<Engine>, Trouble> {
    desk.engine().ok_or(Trouble::Store(StoreError::Unavailable("the device's store is not open yet".into())))
}
