//! The person's own: signing in, devices, members, unsent changes, settings.

mod devices;
mod glossary;
mod join;
mod members;
mod pair;
mod settings;
mod sign_in;
mod step_up;
mod unsent;

pub use devices::Devices;
pub use glossary::Glossary;
pub use join::Join;
pub use members::Members;
pub use pair::Pair;
pub use settings::Settings;
pub use sign_in::SignIn;
pub use unsent::Unsent;
