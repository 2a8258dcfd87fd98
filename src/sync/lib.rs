//! When to send what: a machine that does no IO, what it needs of a store, and the proofs that devices converge.

#[cfg(any(test, feature = "contract"))]
pub mod contract;
pub mod effect;
pub mod event;
pub mod fold;
mod lane;
pub mod machine;
pub mod memory;
mod pause;
pub mod replica;
pub mod store;

pub use effect::{Effect, Errand};
pub use event::{Event, Failure};
pub use machine::Machine;
pub use memory::Memory;
pub use replica::Replica;
pub use store::{Opened, Queued, Settlement, SpaceEntry, Store, StoreError};
