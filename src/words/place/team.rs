//! A provider's firm and its team.

use model::access::Role;

/// What this page says.
pub struct Team {
    /// The page.
    pub title: &'static str,
    /// Where one came from: the jobs.
    pub jobs: &'static str,
    /// There is no firm.
    pub none: &'static str,
    /// What one is good for.
    pub none_lead: &'static str,
    /// Makes it.
    pub start: &'static str,
    /// What the firm says of itself.
    pub details: &'static str,
    /// It says nothing yet.
    pub no_details: &'static str,
    /// The box for its name.
    pub name: &'static str,
    /// The box for its trade.
    pub trade: &'static str,
    /// The box for its address.
    pub address: &'static str,
    /// The box for its telephone number.
    pub phone: &'static str,
    /// The box for its address for mail.
    pub email: &'static str,
    /// The box for its VAT number.
    pub vat_number: &'static str,
    /// The box for notes.
    pub notes: &'static str,
    /// Who reads them.
    pub notes_hint: &'static str,
    /// What is asked once.
    pub more_details: &'static str,
    /// Where it is paid.
    pub bank: &'static str,
    /// The box for the bank.
    pub bank_name: &'static str,
    /// The box for whose account it is.
    pub bank_holder: &'static str,
    /// The box for its number.
    pub bank_account: &'static str,
    /// The box for the branch.
    pub bank_branch: &'static str,
    /// It was saved.
    pub saved: &'static str,
    /// With whom it is registered.
    pub registrations: &'static str,
    /// Whose word that is.
    pub stated: &'static str,
    /// With nobody yet.
    pub unregistered: &'static str,
    /// What would be there.
    pub unregistered_lead: &'static str,
    /// Opens the boxes for one more.
    pub add_registration: &'static str,
    /// The box for the body.
    pub body: &'static str,
    /// A body, for example.
    pub body_example: &'static str,
    /// The box for the number there.
    pub number: &'static str,
    /// The box for its last day.
    pub expires: &'static str,
    /// Adds it.
    pub add: &'static str,
    /// It holds.
    pub holds: &'static str,
    /// It ends in so many days.
    pub ends: fn(i64) -> String,
    /// It has ended.
    pub over: &'static str,
    /// Until which day.
    pub until: fn(&str) -> String,
    /// Who works for the firm.
    pub team: &'static str,
    /// How many there may be, and what removing somebody does.
    pub team_lead: &'static str,
    /// Leaves it.
    pub leave: &'static str,
    /// The question as what somebody comes.
    pub comes_as: &'static str,
    /// A role, and what it may.
    pub role_may: fn(Role) -> &'static str,
    /// The table of what each may.
    pub may_title: &'static str,
    /// Its head and its lines: which jobs, price book, who goes where, invites, erases.
    pub may_lines: [&'static str; 6],
    /// All jobs.
    pub all_jobs: &'static str,
    /// Those where one is sent.
    pub own_jobs: &'static str,
    /// May.
    pub yes: &'static str,
    /// May not.
    pub no: &'static str,
}
