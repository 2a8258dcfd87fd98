//! What is sent by a link: by who visits, and as members look at it.

use model::contribution::{Sort, State};
use model::remark::RemarkType;

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
    /// What was sent by links, for members.
    pub title: &'static str,
    /// "2 wait for you"
    pub waiting_for_you: fn(usize) -> String,
    /// Leads there.
    pub look: &'static str,
    /// Nothing was sent.
    pub none: &'static str,
    /// What can be.
    pub none_lead: &'static str,
    /// Waits for a member.
    pub waits: &'static str,
    /// Was decided.
    pub decided: &'static str,
    /// What it is.
    pub sort: fn(Sort, Option<RemarkType>) -> &'static str,
    /// How it stands.
    pub state: fn(State) -> &'static str,
    /// "Sent by Sipho, Dlamini Plumbing, by the link Geyser job, on 27 November 2026".
    pub by: fn(&str, &str, &str, &str) -> String,
    /// Takes it into the logbook.
    pub accept: &'static str,
    /// Invites them.
    pub accept_member: &'static str,
    /// Does not take it.
    pub decline: &'static str,
    /// It is in the logbook now.
    pub accepted: &'static str,
    /// They were invited.
    pub invited: &'static str,
    /// It was declined.
    pub declined: &'static str,
    /// What a member sees, whom they do not know well.
    pub member_lead: fn(&str) -> String,
    /// A photo that was sent.
    pub photo: &'static str,
    /// What it is about.
    pub about: &'static str,
    /// What may be done by a link.
    pub may: &'static str,
    /// An entry may be sent.
    pub may_contribute: &'static str,
    /// What that means.
    pub may_contribute_hint: &'static str,
    /// A comment may be left.
    pub may_comment: &'static str,
    /// What that means.
    pub may_comment_hint: &'static str,
    /// It may be signed.
    pub may_countersign: &'static str,
    /// What that means.
    pub may_countersign_hint: &'static str,
    /// They may ask to become a member.
    pub may_join: &'static str,
    /// What that means.
    pub may_join_hint: &'static str,
    /// It is in the logbook at once.
    pub unseen: &'static str,
    /// What that means.
    pub unseen_hint: &'static str,
    /// Changes what a link gives.
    pub change: &'static str,
    /// The page on which that is done.
    pub change_title: &'static str,
    /// It was changed.
    pub changed: &'static str,
}
