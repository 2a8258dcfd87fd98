//! What is sent by a link: as who visits is asked and told.

/// What these pages say.
pub struct Contribution {
    /// Above the form of an entry that is sent by a link.
    pub entry_title: &'static str,
    /// What becomes of what is written on this device.
    pub kept_note: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// Who sends it.
    pub name: &'static str,
    /// Their firm.
    pub firm: &'static str,
    /// As what they sign.
    pub capacity: &'static str,
    /// It was sent.
    pub sent: &'static str,
    /// It waits on this device.
    pub kept: &'static str,
    /// So many wait on this device.
    pub waiting: fn(usize) -> String,
    /// What that means.
    pub waiting_lead: &'static str,
    /// The link has ended and what waits cannot be sent.
    pub waiting_gone: &'static str,
    /// Tries to send it now.
    pub send_now: &'static str,
    /// Saves it as a file.
    pub save: &'static str,
    /// What was sent by the link: so many, of which so many wait for the owner, were taken and declined.
    pub sent_count: fn(usize, usize, usize) -> String,
    /// Remarks about what is shown.
    pub remarks: &'static str,
    /// Adds a comment.
    pub comment: &'static str,
    /// What is said.
    pub text: &'static str,
    /// Signs for an entry or a certificate.
    pub countersign: &'static str,
    /// What signing says.
    pub countersign_lead: &'static str,
    /// Beside a signature, if they want to say something.
    pub countersign_text: &'static str,
    /// Who said it, as what, and when.
    pub remark_by: fn(&str, &str, &str) -> String,
    /// Takes a remark back.
    pub take_back: &'static str,
    /// What was signed was corrected later.
    pub signed_older: &'static str,
    /// Asks to become a member.
    pub join: &'static str,
    /// What that means.
    pub join_lead: &'static str,
    /// Their e-mail.
    pub email: &'static str,
    /// Asks.
    pub join_send: &'static str,
    /// It was asked.
    pub join_sent: &'static str,
    /// What a countersignature is called in a list.
    pub countersignature: &'static str,
}
