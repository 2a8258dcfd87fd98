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

use crate::route::{Draw, ends_with};
pub use glossary::glossary;
use leptos::prelude::*;
pub use settings::settings;
pub use sign_in::sign_in;
pub use step_up::TroubleNotice;
pub use unsent::unsent;

/// Joining a home or an account, or who and what has joined, as the address names it.
#[lazy]
pub fn joined() -> Draw {
    || {
        let draw = match () {
            () if ends_with("join") => join::join(),
            () if ends_with("pair") => pair::pair(),
            () if ends_with("devices") => devices::devices(),
            () => members::members(),
        };
        draw()
    }
}
