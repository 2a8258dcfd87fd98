//! Reminders: what falls due, why somebody is told, and the page on which they choose how.

use model::reminder::{Digest, ReminderKind, Why};

/// What is said of reminders.
pub struct Reminder {
    /// Why somebody is told, by the day.
    pub why: fn(Why, &str) -> String,
    /// "in 3 days", "today", "2 days ago".
    pub left: fn(i64) -> String,
    /// The page.
    pub title: &'static str,
    /// It needs an account.
    pub needs_account: &'static str,
    /// What reminders are.
    pub intro: &'static str,
    /// Pushes.
    pub push: &'static str,
    /// Whether they tell of this home.
    pub push_about: &'static str,
    /// What they say, and what not.
    pub push_hint: &'static str,
    /// Allows them on this device.
    pub push_allow: &'static str,
    /// This device takes them.
    pub push_here: &'static str,
    /// Ends them on this device.
    pub push_end: &'static str,
    /// The person forbade them in the browser.
    pub push_denied: &'static str,
    /// This browser has none.
    pub push_none: &'static str,
    /// It could not be set up.
    pub push_failed: &'static str,
    /// How many devices take them.
    pub browsers: fn(u64) -> String,
    /// Mails.
    pub mail: &'static str,
    /// How often they come.
    pub mail_often: &'static str,
    /// What stands in them.
    pub mail_hint: &'static str,
    /// How often.
    pub digest: fn(Digest) -> &'static str,
    /// The calendar.
    pub feed: &'static str,
    /// What it is.
    pub feed_hint: &'static str,
    /// Makes its address.
    pub feed_make: &'static str,
    /// Makes another.
    pub feed_renew: &'static str,
    /// Ends it.
    pub feed_end: &'static str,
    /// When the address was made.
    pub feed_made: fn(&str) -> String,
    /// Label of the address.
    pub feed_address: &'static str,
    /// It is shown this once, and is a secret.
    pub feed_once: &'static str,
    /// Copies it.
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,
    /// What one is reminded of.
    pub what: &'static str,
    /// Each kind.
    pub kind: fn(ReminderKind) -> &'static str,
    /// What each tells.
    pub kind_hint: fn(ReminderKind) -> &'static str,
    /// Not at all.
    pub off: &'static str,
    /// How early, in days.
    pub early: fn(i64) -> String,
    /// When nothing is sent.
    pub quiet: &'static str,
    /// What that does.
    pub quiet_hint: &'static str,
    /// From when.
    pub quiet_from: &'static str,
    /// Until when.
    pub quiet_until: &'static str,
    /// What comes next.
    pub next: &'static str,
    /// How it is worked out.
    pub next_hint: &'static str,
    /// Nothing does.
    pub next_none: &'static str,
    /// What would.
    pub next_none_hint: &'static str,
    /// It is told on that day.
    pub told_on: fn(&str) -> String,
    /// It is told with the next message.
    pub told_next: &'static str,
    /// It was told already.
    pub was_told: &'static str,
    /// By what rule it has its day.
    pub source: fn(&str) -> String,
    /// Keeps what was chosen.
    pub save: &'static str,
    /// It was kept.
    pub saved: &'static str,
}
