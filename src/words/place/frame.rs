//! The frame around all pages: places, the badge of sync.

/// What the frame says.
pub struct Frame {
    /// Skips the navigation.
    pub skip: &'static str,
    /// Names the navigation to a screen reader.
    pub navigation: &'static str,
    /// The home screen.
    pub home: &'static str,
    /// The timeline.
    pub logbook: &'static str,
    /// What is ahead.
    pub plan: &'static str,
    /// What is asked of tradespeople.
    pub portal: &'static str,
    /// The systems.
    pub systems: &'static str,
    /// The papers.
    pub documents: &'static str,
    /// The people.
    pub contacts: &'static str,
    /// Settings.
    pub settings: &'static str,
    /// Everything that has no place of its own in the bar.
    pub more: &'static str,
    /// The large button.
    pub add: &'static str,
    /// Everything is with the server.
    pub synced: &'static str,
    /// Kept on this device only.
    pub device_only: &'static str,
    /// "2 changes waiting".
    pub waiting: fn(usize) -> String,
    /// "1 change was refused".
    pub refused: fn(usize) -> String,
    /// No signal, nothing waits.
    pub offline: &'static str,
    /// Switch between homes.
    pub switch_home: &'static str,
    /// The parts of the logbook.
    pub in_this_book: &'static str,
    /// Certificates.
    pub certificates: &'static str,
    /// Warranties.
    pub warranties: &'static str,
    /// Tasks.
    pub tasks: &'static str,
    /// Contents.
    pub items: &'static str,
    /// Meters.
    pub meters: &'static str,
    /// The session has ended.
    pub sign_in_again: &'static str,
    /// An address where nothing is.
    pub not_found: &'static str,
}
