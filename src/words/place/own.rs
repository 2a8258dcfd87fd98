//! The person's own account: its address, recovery codes, requests, closing.

use model::request::{RequestEnd, RequestKind};

/// What these pages say.
pub struct Own {
    /// The page.
    pub title: &'static str,
    /// It needs an account.
    pub needs_account: &'static str,
    /// How one signs in.
    pub ways_in: &'static str,
    /// What is held about the person.
    pub held: &'static str,
    /// Saves it to a file.
    pub export: &'static str,
    /// What is in that file.
    pub export_hint: &'static str,
    /// Recovery codes.
    pub recovery: &'static str,
    /// "8 of 10 left, made on 21 November 2026", or that there are none.
    pub recovery_left: fn(u32, Option<&str>) -> String,
    /// What they are for.
    pub recovery_lead: &'static str,
    /// Makes them.
    pub recovery_make: &'static str,
    /// Makes new ones.
    pub recovery_again: &'static str,
    /// What becomes of the old ones.
    pub recovery_again_lead: &'static str,
    /// They were made.
    pub recovery_made: &'static str,
    /// What to do with them.
    pub recovery_made_lead: &'static str,
    /// Copies them.
    pub copy: &'static str,
    /// They were copied.
    pub copied: &'static str,
    /// Saves them.
    pub save: &'static str,
    /// Prints them.
    pub print: &'static str,
    /// The file with them: the address and the codes, one a line.
    pub recovery_file: fn(&str, &str) -> String,
    /// Changing the address.
    pub address: &'static str,
    /// What that does.
    pub address_lead: &'static str,
    /// The address now.
    pub address_now: fn(&str) -> String,
    /// Label of the new one.
    pub address_new: &'static str,
    /// Sends a code there.
    pub address_send: &'static str,
    /// The code is on its way.
    pub address_sent: fn(&str) -> String,
    /// Label of the code.
    pub address_code: &'static str,
    /// Changes it.
    pub address_change: &'static str,
    /// It was changed.
    pub address_changed: &'static str,
    /// Another account has it.
    pub address_held: &'static str,
    /// Another address instead.
    pub address_other: &'static str,
    /// Requests.
    pub requests: &'static str,
    /// In a line.
    pub requests_hint: &'static str,
    /// What the law says, and how long requests are kept.
    pub requests_lead: &'static str,
    /// There are none.
    pub requests_none: &'static str,
    /// Files one.
    pub request_new: &'static str,
    /// What is asked for.
    pub request_what: &'static str,
    /// Its kinds.
    pub kind: fn(RequestKind) -> &'static str,
    /// What each means.
    pub kind_hint: fn(RequestKind) -> &'static str,
    /// In the person's own words.
    pub request_text: &'static str,
    /// An example.
    pub request_text_hint: &'static str,
    /// Files it.
    pub request_file: &'static str,
    /// It was filed: its number, and by when it is answered.
    pub request_filed: fn(u64, &str) -> String,
    /// "Request 7: correction".
    pub request_title: fn(u64, RequestKind) -> String,
    /// By when it is answered.
    pub request_due: fn(&str) -> String,
    /// That day has passed.
    pub request_overdue: fn(&str) -> String,
    /// How it ended, and when.
    pub request_ended: fn(RequestEnd, &str) -> String,
    /// Takes it back.
    pub request_withdraw: &'static str,
    /// It was taken back.
    pub request_withdrawn: &'static str,
    /// Closing the account.
    pub close: &'static str,
    /// In a line.
    pub close_hint: &'static str,
    /// What it means.
    pub close_lead: &'static str,
    /// Homes that are erased.
    pub close_erased: &'static str,
    /// There are none.
    pub close_nothing: &'static str,
    /// Homes that go on without the person.
    pub close_stay: &'static str,
    /// To whom one goes.
    pub close_heir: fn(&str) -> String,
    /// What is in one: records, files, their size, members who lose it.
    pub close_holds: fn(u64, u64, &str, u64) -> String,
    /// Homes of others that are left, links that end.
    pub close_others: fn(u64, u64) -> String,
    /// Saves a home first.
    pub close_archive: &'static str,
    /// A home whose name this device does not know.
    pub close_unnamed: &'static str,
    /// The firm, and what becomes of its jobs.
    pub close_firm: &'static str,
    /// The firm, where somebody else owns it from then on.
    pub close_firm_goes: &'static str,
    /// What has not been sent.
    pub close_unsent: fn(usize) -> String,
    /// What to do about it.
    pub close_unsent_lead: &'static str,
    /// Saves it.
    pub close_unsent_save: &'static str,
    /// What stays of it, on other devices and on the server.
    pub close_keeps: &'static str,
    /// The last step.
    pub close_confirm: &'static str,
    /// Label of the box, by the address to be typed.
    pub close_type: fn(&str) -> String,
    /// Something else was typed.
    pub close_typed_wrong: &'static str,
    /// Does it.
    pub close_do: &'static str,
}
