//! What was sent by links, as members look at it; and what may be sent.

use model::contribution::{Sort, State};
use model::remark::RemarkType;

/// What these pages say.
pub struct Sent {
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
    /// Saves a paper that was sent.
    pub save_paper: &'static str,
}
