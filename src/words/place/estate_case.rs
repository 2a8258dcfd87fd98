//! Cases of a scheme.

use model::estate::case::{Act, Role, State};

/// What these pages say.
pub struct EstateCase {
    /// The page.
    pub title: &'static str,
    /// There are none.
    pub none: &'static str,
    /// What one is good for.
    pub none_lead: &'static str,
    /// Opens one.
    pub new: &'static str,
    /// Who sees it.
    pub new_lead: &'static str,
    /// The box for what it is about.
    pub what: &'static str,
    /// An example.
    pub what_example: &'static str,
    /// The box for the unit.
    pub unit: &'static str,
    /// No unit.
    pub no_unit: &'static str,
    /// "Unit 12".
    pub unit_name: fn(&str) -> String,
    /// The box for the rule.
    pub rule: &'static str,
    /// What to write there.
    pub rule_hint: &'static str,
    /// The box for the complaint.
    pub complaint: &'static str,
    /// The page is not there, or not theirs.
    pub gone: &'static str,
    /// The page of cases.
    pub all: &'static str,
    /// What somebody is in a case.
    pub role: fn(Role) -> &'static str,
    /// How a case stands.
    pub state: fn(State) -> &'static str,
    /// What was done.
    pub done: fn(Act) -> &'static str,
    /// What can be done.
    pub act: fn(Act) -> &'static str,
    /// What is to be done, by whom, and the last day: "Answer, by the other side, until 3 December 2026".
    pub due: fn(&str, &str, &str) -> String,
    /// That day is over.
    pub overdue: &'static str,
    /// Where the days come from.
    pub terms_source: &'static str,
    /// The list of what was said.
    pub thread: &'static str,
    /// It is not sent yet.
    pub waits: &'static str,
    /// How many edits the server refused.
    pub refused: fn(usize) -> String,
    /// The box of what one writes.
    pub write: &'static str,
    /// Whom one writes as.
    pub speaker: &'static str,
    /// "For Carl, as they told you".
    pub for_party: fn(&str) -> String,
    /// What one does.
    pub deed: &'static str,
    /// What is said.
    pub text: &'static str,
    /// Photos and papers.
    pub files: &'static str,
    /// What a quote says.
    pub cents: &'static str,
    /// Sends it.
    pub send: &'static str,
    /// Nothing can be done.
    pub nothing: &'static str,
    /// The parties.
    pub parties: &'static str,
    /// A party whose name is hidden.
    pub unnamed: &'static str,
    /// A party has no account and no link.
    pub absent: &'static str,
    /// It comes by a link.
    pub by_link: &'static str,
    /// It has an account.
    pub by_account: &'static str,
    /// The box for its address.
    pub email: &'static str,
    /// Invites it.
    pub invite: &'static str,
    /// It was invited.
    pub invited: &'static str,
    /// Makes a link for it.
    pub link: &'static str,
    /// The link, told once.
    pub link_made: &'static str,
    /// Which member it is.
    pub bind: &'static str,
    /// Nobody yet.
    pub bind_nobody: &'static str,
    /// The ombud.
    pub ombud: &'static str,
    /// Who may go there, and until when.
    pub ombud_text: &'static str,
    /// Where that stands.
    pub ombud_source: &'static str,
}
