//! When to send what: a machine that does no IO, what it needs of a store, and the proofs that devices converge.

pub mod store;
pub mod event;
pub mod effect;
pub mod machine;
pub mod replica;
pub mod memory;
pub mod fold;

pub use effect::Effect;
pub use event::{Event, Failure};
pub use machine::Machine;
pub use memory::Memory;
pub use replica::Replica;
pub use store::{Opened, Queued, Settlement, SpaceEntry, Store, StoreError};
