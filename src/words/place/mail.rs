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
}
