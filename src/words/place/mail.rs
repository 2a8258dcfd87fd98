//! Mails.

/// What mails say. Plain text, short enough for a locked screen.
pub struct Mail {
    /// Subject of a sign-in code, by the code.
    pub code_subject: fn(&str) -> String,
    /// The mail with a sign-in code.
    pub code_text: fn(&str) -> String,
    /// Subject of an invitation to a home.
    pub invitation_subject: &'static str,
    /// The invitation: who invites, as what, the link.
    pub invitation_text: fn(&str, &str, &str) -> String,
    /// Subject of the note that a link was opened in a browser in which it was not opened before.
    pub share_opened_subject: &'static str,
    /// The note: what the link is called (may be empty), the browser (may be empty).
    pub share_opened_text: fn(&str, &str) -> String,
    /// Something was sent by a link.
    pub share_sent_subject: &'static str,
    /// By which, by whom, and whether it is in the home already.
    pub share_sent_text: fn(&str, &str, bool) -> String,
    /// Subject of the note that a link was suspended.
    pub share_suspended_subject: &'static str,
    /// The note: what the link is called (may be empty).
    pub share_suspended_text: fn(&str) -> String,
}
