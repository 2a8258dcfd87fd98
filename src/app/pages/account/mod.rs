//! The person's own: signing in, devices, members, unsent changes, settings.

mod devices;
mod glossary;
mod join;
mod members;
mod pair;
mod recover;
mod settings;
mod sign_in;
mod step_up;
mod unsent;

pub use devices::devices;
pub use glossary::glossary;
pub use join::join;
pub use members::members;
pub use pair::pair;
pub use settings::settings;
pub use sign_in::sign_in;
pub use step_up::TroubleNotice;
pub use unsent::unsent;
