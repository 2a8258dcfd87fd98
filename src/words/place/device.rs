//! What can go wrong with what this device keeps.

/// Troubles of the device's own store.
pub struct Device {
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
}
