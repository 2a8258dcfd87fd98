//! What the frame tells on every page, and the homes on this device.

/// What is told on whichever page a person is.
pub struct News {
    /// A newer version of the app is ready.
    pub update_ready: &'static str,
    /// Take it.
    pub update_now: &'static str,
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
}

/// The homes on this device.
pub struct Homes {
    /// Start another home.
    pub add_home: &'static str,
    /// The homes on this device.
    pub your_homes: &'static str,
    /// A home whose name is not here yet.
    pub unnamed_home: &'static str,
}
