//! Sharing a part of a home by a link, and visiting by one.

use model::grant::{Purpose, Seen, Tick};

/// What these pages say.
pub struct Share {
    /// The page with the links.
    pub title: &'static str,
    /// What it is for, in a line.
    pub hint: &'static str,
    /// What sharing means.
    pub lead: &'static str,
    /// Links need an account.
    pub needs_account: &'static str,
    /// There are no links yet.
    pub none: &'static str,
    /// What to do about it.
    pub none_lead: &'static str,
    /// Makes a link.
    pub new: &'static str,
    /// The page on which one is made.
    pub new_title: &'static str,
    /// Links that can be opened.
    pub open: &'static str,
    /// Links that have ended.
    pub ended: &'static str,
    /// Ends all of them.
    pub end_all: &'static str,
    /// What that means.
    pub end_all_lead: &'static str,
    /// Whom it is for.
    pub purpose: &'static str,
    /// The names of those.
    pub purposes: fn(Purpose) -> &'static str,
    /// What it is called.
    pub name: &'static str,
    /// Who sees that.
    pub name_hint: &'static str,
    /// An example.
    pub name_example: &'static str,
    /// Which parts of the book.
    pub kinds: &'static str,
    /// Only some systems.
    pub systems: &'static str,
    /// All of them.
    pub all_systems: &'static str,
    /// Narrows it further.
    pub narrow: &'static str,
    /// Only some papers.
    pub documents: &'static str,
    /// All of them.
    pub all_documents: &'static str,
    /// What is hidden unless it is ticked.
    pub ticks: &'static str,
    /// Its names.
    pub tick: fn(Tick) -> &'static str,
    /// What each means.
    pub tick_hint: fn(Tick) -> &'static str,
    /// Recommending somebody.
    pub recommend: &'static str,
    /// What a neighbour sees.
    pub recommend_lead: &'static str,
    /// The box for the owner's words.
    pub recommend_words: &'static str,
    /// Help above it.
    pub recommend_hint: &'static str,
    /// There are no words.
    pub recommend_nothing: &'static str,
    /// A registration is told: only what was looked up.
    pub looked_up: &'static str,
    /// Files may be saved as they are.
    pub download: &'static str,
    /// What that means.
    pub download_hint: &'static str,
    /// How long it lasts.
    pub lasts: &'static str,
    /// "14 days".
    pub days: fn(i64) -> String,
    /// Asks for a passcode.
    pub passcode: &'static str,
    /// What that is good for.
    pub passcode_hint: &'static str,
    /// Shows the home as it is now.
    pub snapshot: &'static str,
    /// What that means.
    pub snapshot_hint: &'static str,
    /// Shows what a visitor would see.
    pub preview: &'static str,
    /// Makes the link.
    pub make: &'static str,
    /// Nothing was chosen.
    pub nothing: &'static str,
    /// The link is made.
    pub made: &'static str,
    /// What to do with it.
    pub made_lead: &'static str,
    /// The passcode, and how to send it.
    pub made_passcode: fn(&str) -> String,
    /// Copies the link.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// Hands it to another app.
    pub send: &'static str,
    /// Sends it by mail.
    pub mail: &'static str,
    /// Subject of that mail, by the name of the home.
    pub mail_subject: fn(&str) -> String,
    /// The link as a code, for a screen reader.
    pub code: &'static str,
    /// "Until 11 December 2026".
    pub until: fn(&str) -> String,
    /// "Opened 3 times, last on 27 November 2026".
    pub opened: fn(u32, Option<&str>) -> String,
    /// It was ended.
    pub was_ended: fn(&str) -> String,
    /// Its time is over.
    pub ran_out: fn(&str) -> String,
    /// It was suspended.
    pub suspended: &'static str,
    /// What that means.
    pub suspended_lead: &'static str,
    /// What it gives.
    pub gives: &'static str,
    /// What it hides.
    pub hides: &'static str,
    /// Nothing is hidden.
    pub hides_nothing: &'static str,
    /// It asks for a passcode.
    pub has_passcode: &'static str,
    /// It shows one day.
    pub as_of: fn(&str) -> String,
    /// Lets it last longer.
    pub renew: fn(i64) -> String,
    /// It was renewed.
    pub renewed: &'static str,
    /// Ends it.
    pub end: &'static str,
    /// It was ended.
    pub end_done: &'static str,
    /// What happened with it.
    pub log: &'static str,
    /// Nothing yet.
    pub log_none: &'static str,
    /// What can happen.
    pub seen: fn(Seen) -> &'static str,
    /// There is no such link.
    pub gone: &'static str,
}
