//! Where a link leads, and the bar above what a visitor sees.

/// The door of a link, and the bar of a visit.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    /// Above what a visitor sees before it is opened.
    pub title: &'static str,
    /// What it is.
    pub lead: &'static str,
    /// Opens it.
    pub open: &'static str,
    /// What becomes of it on this device.
    pub note: &'static str,
    /// Label of the passcode.
    pub passcode: &'static str,
    /// Where it comes from.
    pub passcode_hint: &'static str,
    /// It was wrong.
    pub passcode_wrong: &'static str,
    /// The address was cut or mistyped.
    pub broken: &'static str,
    /// What to do.
    pub broken_lead: &'static str,
    /// Nobody knows this link.
    pub unknown: &'static str,
    /// It has ended.
    pub ended: &'static str,
    /// What to do.
    pub ended_lead: &'static str,
    /// The visit has ended; the link opens another.
    pub again: &'static str,
    /// On every page of a visit: until when.
    pub until: fn(&str) -> String,
    /// On every page of a preview.
    pub preview: &'static str,
    /// What stands on one day.
    pub as_of: fn(&str) -> String,
    /// Ends the visit.
    pub close: &'static str,
    /// Ends the preview.
    pub close_preview: &'static str,
}
