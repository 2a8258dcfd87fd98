//! What a scheme of many homes keeps: a space of its own, with its managers and trustees as members.
//!
//! What stands in a unit is told by its logbooks: the one that the scheme keeps of it, and that of its owner as far as the owner shows it. The server writes
//! how the unit stands by them ([`UnitStanding`], [`Inventory`]), so that a scheme never holds what is an owner's. The rules are in [`crate::estate`].

pub mod arrival;
pub mod ask;
pub mod award;
pub mod board;
pub mod budget;
pub mod building;
pub mod bundle;
pub mod capital_item;
pub mod capital_job;
pub mod inventory;
pub mod joining;
pub mod motion;
pub mod programme;
pub mod project;
pub mod scenario;
pub mod profile;
pub mod siting;
pub mod slot;
pub mod standing;
pub mod tally;
pub mod twin;
pub mod unit;
pub mod vendor;
pub mod vendor_job;
pub mod vote;
pub mod workbench;

pub use ask::Ask;
pub use budget::{Budget, PlannedItem};
pub use building::Building;
pub use bundle::Bundle;
pub use capital_item::CapitalItem;
pub use capital_job::CapitalJob;
pub use inventory::{Inventory, Task, Thing};
pub use joining::Joining;
pub use motion::{Motion, Offer};
pub use profile::{Scheme, SchemeRule, Weight};
pub use programme::Programme;
pub use scenario::{CapitalScenario, ChangeType, ScenarioChange};
pub use siting::Siting;
pub use slot::Slot;
pub use standing::{Hidden, Proof, Spot, Sum, UnitStanding};
pub use tally::Tally;
pub use twin::Twin;
pub use unit::Unit;
pub use vendor::{Cover, Vendor};
pub use vendor_job::VendorJob;
pub use vote::Vote;
pub use workbench::Workbench;

/// Cents that one amount says at most: ten thousand million rand.
pub const CENTS_MAX: i64 = 1_000_000_000_000;

/// Members of one scheme at most, its owner included.
pub const MEMBERS_MAX: i64 = 50;

/// Kinds that only the server writes, from the logbooks of units.
pub const TOLD: [&str; 3] = ["standing", "inventory", "tally"];
