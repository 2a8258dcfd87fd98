//! Handing a home over at its sale.

use model::handover::{Counts, Private, Side, State};

/// What this page says, and the entry that tells of it.
pub struct Handover {
    /// The page.
    pub title: &'static str,
    /// What it is for.
    pub lead: &'static str,
    /// It needs a connection.
    pub offline: &'static str,
    /// It needs an account.
    pub needs_account: &'static str,
    /// The home is on this device only.
    pub needs_join: &'static str,
    /// Nothing is offered, and nothing can be offered.
    pub nothing: &'static str,
    /// What to do about it.
    pub nothing_lead: &'static str,
    /// Looks again.
    pub again: &'static str,
    /// Offering a home, by its name.
    pub begin: fn(&str) -> String,
    /// First: an archive of one's own.
    pub archive: &'static str,
    /// Why.
    pub archive_lead: &'static str,
    /// Leads there.
    pub archive_take: &'static str,
    /// Whom it goes to.
    pub buyer: &'static str,
    /// What the address is for.
    pub buyer_hint: &'static str,
    /// What stays private.
    pub private: &'static str,
    /// Its names.
    pub private_name: fn(Private) -> &'static str,
    /// What each takes away.
    pub private_hint: fn(Private) -> &'static str,
    /// What cannot be taken away.
    pub private_note: &'static str,
    /// How much that is; none where nothing is chosen.
    pub counts: fn(&Counts) -> Option<String>,
    /// Nothing stays private.
    pub counts_none: &'static str,
    /// A word to the buyer.
    pub message: &'static str,
    /// Who reads it.
    pub message_hint: &'static str,
    /// What will happen.
    pub happens: &'static str,
    /// Step by step, by the hours of the wait.
    pub happens_lines: fn(i64) -> [String; 4],
    /// Offers it.
    pub offer: &'static str,
    /// How it stands, to a side.
    pub state: fn(Side, State) -> &'static str,
    /// The home.
    pub home: &'static str,
    /// A home without a name.
    pub unnamed: &'static str,
    /// The other side, by the side that looks.
    pub other: fn(Side) -> &'static str,
    /// Somebody whose account was erased.
    pub erased: &'static str,
    /// What stays private, in a line.
    pub keeps: &'static str,
    /// Nothing does.
    pub keeps_nothing: &'static str,
    /// When it was offered.
    pub offered: &'static str,
    /// Until when it can be accepted.
    pub until: &'static str,
    /// When it is done.
    pub due: &'static str,
    /// How long that is.
    pub left: fn(i64) -> String,
    /// When it ended.
    pub ended: &'static str,
    /// Who stopped it, to a side.
    pub stopped_by: fn(Side, Side) -> &'static str,
    /// What the seller says.
    pub says: &'static str,
    /// What accepting means, by the hours of the wait.
    pub accept_lead: fn(i64) -> String,
    /// Accepts.
    pub accept: &'static str,
    /// Stops it.
    pub stop: &'static str,
    /// Asks once more.
    pub stop_ask: &'static str,
    /// What stopping means.
    pub stop_lead: &'static str,
    /// Opens the home.
    pub open: &'static str,
    /// What happened.
    pub happened: &'static str,
    /// Links that ended.
    pub links: fn(u64) -> String,
    /// Members whose access ended.
    pub members: fn(u64) -> String,
    /// Invitations that were taken back.
    pub invitations: fn(u64) -> String,
    /// The whole history, by the number of its revisions.
    pub history: fn(u64) -> String,
    /// Earlier ones.
    pub earlier: &'static str,
    /// Title of the entry which tells of it.
    pub entry: &'static str,
}
