//! Boxes of forms that know what the home holds: its systems, zones, contacts and files.

mod files;
mod picks;
mod systems;

pub use files::FilesField;
pub use picks::{contacts, systems, zones};
pub use systems::SystemsField;
