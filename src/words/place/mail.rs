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
    /// Subject of the note that a link was suspended.
    pub share_suspended_subject: &'static str,
    /// The note: what the link is called (may be empty).
    pub share_suspended_text: fn(&str) -> String,
    /// Subject of every mail about a hand-over, by what the home is called (may be empty).
    pub handover_subject: fn(&str) -> String,
    /// To the buyer, that a home is offered: the home, who offers it, until when, where to look.
    pub handover_offered: fn(&str, &str, &str, &str) -> String,
    /// To who owns it with the seller: the home, who offers it, to whom.
    pub handover_offered_others: fn(&str, &str, &str) -> String,
    /// To both sides, that it was accepted: the home, when it is done, where to stop it.
    pub handover_accepted: fn(&str, &str, &str) -> String,
    /// To both, that it was stopped: the home.
    pub handover_stopped: fn(&str) -> String,
    /// To both, that nobody accepted it in time: the home.
    pub handover_lapsed: fn(&str) -> String,
    /// To the seller, that it is done: the home, the buyer, where to read what happened.
    pub handover_done_seller: fn(&str, &str, &str) -> String,
    /// To the buyer: the home, where to open it.
    pub handover_done_buyer: fn(&str, &str) -> String,
    /// To who owned it with the seller: the home.
    pub handover_done_others: fn(&str) -> String,
}
