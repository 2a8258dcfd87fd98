//! Refusals and failures, in words that say what to do.

use model::Fault;

/// What can go wrong between a person and what they want.
pub struct Trouble {
    /// The device has no room.
    pub full: &'static str,
    /// Another tab holds the database.
    pub blocked: &'static str,
    /// The browser keeps nothing.
    pub unavailable: &'static str,
    /// The browser cleared what it kept, under an open page.
    pub cleared: &'static str,
    /// A newer version of the app was opened in another tab.
    pub newer_tab: &'static str,
    /// Anything else with the store.
    pub store: &'static str,
    /// No network, for something that needs one.
    pub offline: &'static str,
    /// The server is busy or failed.
    pub busy: &'static str,
    /// Nobody is signed in.
    pub sign_in: &'static str,
    /// The role may not do this.
    pub forbidden: &'static str,
    /// No such page or thing.
    pub not_found: &'static str,
    /// A wrong or expired code.
    pub wrong_code: &'static str,
    /// Too often.
    pub too_many: &'static str,
    /// The server does not know the kind.
    pub unknown_kind: &'static str,
    /// Refused for its faults.
    pub invalid: fn(&[Fault]) -> String,
    /// Refused otherwise.
    pub refused: &'static str,
}
