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
    /// "Fetching 200 of 1 400".
    pub first_sync: fn(&str, &str) -> String,
    /// A newer version of the app is ready.
    pub update_ready: &'static str,
    /// Take it.
    pub update_now: &'static str,
    /// Switch between homes.
    pub switch_home: &'static str,
    /// Start another home.
    pub add_home: &'static str,
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
    /// The homes on this device.
    pub your_homes: &'static str,
    /// A home whose name is not here yet.
    pub unnamed_home: &'static str,
    /// The session has ended.
    pub sign_in_again: &'static str,
    /// "Umhlanga flat is no longer shared with you".
    pub lost: fn(&str) -> String,
    /// "12 MB of photos wait".
    pub asks_upload: fn(&str) -> String,
    /// Sends them.
    pub upload_now: &'static str,
    /// A page that is not on this device yet and cannot be fetched now.
    pub page_missing: &'static str,
    /// A page of an older version, which the server no longer has.
    pub page_gone: &'static str,
    /// Loads the app anew.
    pub reload: &'static str,
    /// An address where nothing is.
    pub not_found: &'static str,
}
