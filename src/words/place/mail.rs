//! Mails.

use model::reminder::ReminderKind;

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
    /// Subject of the mail with an invitation to a firm.
    pub firm_subject: &'static str,
    /// Who invites to a firm, as what, and the link.
    pub firm_text: fn(&str, &str, &str) -> String,
    /// Subject of the mail with an invitation to a scheme.
    pub estate_subject: &'static str,
    /// Who invites to a scheme, as what, and the link.
    pub estate_text: fn(&str, &str, &str) -> String,
    /// Subject of the mail with the link for the owner of a unit.
    pub unit_subject: &'static str,
    /// The link.
    pub unit_text: fn(&str) -> String,
    /// Subject of the note that the scheme asks something of an owner; a push says it too, so it names nobody and nothing.
    pub asked_subject: &'static str,
    /// The note: the address of the page that shows it.
    pub asked_text: fn(&str) -> String,
    /// Subject of an invitation to a case of a scheme, as one of its parties.
    pub case_subject: &'static str,
    /// Who invites to it, as what, and the link.
    pub case_text: fn(&str, &str, &str) -> String,
    /// Subject of the note that something was written in a case.
    pub case_news_subject: &'static str,
    /// The note: the address of the page that shows it.
    pub case_news_text: fn(&str) -> String,
    /// Subject of the note that a link was opened in a browser in which it was not opened before.
    pub share_opened_subject: &'static str,
    /// The note: what the link is called (may be empty), the browser (may be empty).
    pub share_opened_text: fn(&str, &str) -> String,
    /// Something was sent by a link.
    pub share_sent_subject: &'static str,
    /// By which, by whom, and whether it is in the home already.
    pub share_sent_text: fn(&str, &str, bool) -> String,
    /// Subject of the note that a fault was reported by the label on a system.
    pub label_sent_subject: &'static str,
    /// The note.
    pub label_sent_text: &'static str,
    /// Subject of the note that the other side of a deal wrote something; a push says it too, so it names nobody and nothing.
    pub deal_subject: &'static str,
    /// The note: the address of the page that shows it.
    pub deal_text: fn(&str) -> String,
    /// Subject of the note that a link was suspended.
    pub share_suspended_subject: &'static str,
    /// The note: what the link is called (may be empty).
    pub share_suspended_text: fn(&str) -> String,
    /// Subject of the note that a recovery code was used.
    pub recovery_subject: &'static str,
    /// The note: how many are left.
    pub recovery_text: fn(u32) -> String,
    /// Subject of a code to an address that an account wants to have, by the code.
    pub change_subject: fn(&str) -> String,
    /// The mail with it.
    pub change_text: fn(&str) -> String,
    /// Subject of the note to the address that an account had.
    pub email_changed_subject: &'static str,
    /// The note: the code that takes the address back, and where it is typed.
    pub email_changed_text: fn(&str, &str) -> String,
    /// Subject of the note that a request was registered, by its number.
    pub request_filed_subject: fn(u64) -> String,
    /// The note: number, kind, by when it is answered.
    pub request_filed_text: fn(u64, &str, &str) -> String,
    /// Subject of the answer to a request, by its number.
    pub request_answered_subject: fn(u64) -> String,
    /// The mail: number and answer.
    pub request_answered_text: fn(u64, &str) -> String,
    /// Subject of the reminder to whoever runs the server.
    pub requests_due_subject: &'static str,
    /// The reminder: the number of each request, and days left (below zero, overdue).
    pub requests_due_text: fn(&[(u64, i64)]) -> String,
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
    /// Subject of the mail that reminds: of how many things. No more than that is seen before the mail is opened.
    pub digest_subject: fn(usize) -> String,
    /// That mail: what the home is called (may be empty), the lines, where reminders are chosen, where they end.
    pub digest_text: fn(&str, &str, &str, &str) -> String,
    /// A line of it: what the thing is called, why it is there, how many days are left, by what rule (may be empty).
    pub digest_line: fn(&str, &str, &str, &str) -> String,
    /// A push: how many things, and of which kind if all are of one.
    pub push_text: fn(usize, Option<ReminderKind>) -> String,
    /// The name of the home's calendar, by what the home is called (may be empty).
    pub calendar_name: fn(&str) -> String,
    /// The page that asks whether mails that remind are to end.
    pub unsubscribe_title: &'static str,
    /// What that means.
    pub unsubscribe_lead: &'static str,
    /// Does it.
    pub unsubscribe_do: &'static str,
    /// They have ended.
    pub unsubscribe_done: &'static str,
}
