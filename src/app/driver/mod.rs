//! Performs what the sync machine asks for, and tells it what happened. One circle: disk, then memory, then view.

mod account;
mod boot;
mod contribute;
mod deals;
mod carry;
mod device;
mod engine;
mod left;
mod files;
mod idle;
mod live;
mod memory;
mod perform;
mod tabs;
mod transfer;
mod unsent;
mod visit;

pub(crate) use account::UNTOLD_LANGUAGE;
pub use boot::boot;
pub(crate) use deals::DealEntry;
pub use device::Device;
pub use engine::{Change, Engine, Trouble, refusal, store_told};
pub(crate) use visit::visit_whole;
