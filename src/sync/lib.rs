//! When to send what: a machine that does no IO, what it needs of a store, and the proofs that devices converge.

pub mod effect;
pub mod event;

mod lane;
pub mod machine;
mod pause;

pub mod replica;
pub mod store;

#[cfg(any(test, feature = "contract"))]
pub mod contract;
pub mod fold;
pub mod memory;

pub use effect::{Effect, Errand};
pub use event::{Event, Failure};
pub use machine::Machine;
pub use memory::Memory;
pub use replica::Replica;
pub use store::{Opened, Queued, Refusal, Settlement, SpaceEntry, Store, StoreError};
