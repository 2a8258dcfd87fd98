//! The people and firms of a home, and one of them.

/// What the list, the page and the form of contacts say.
pub struct Contact {
    /// Adds one.
    pub add: &'static str,
    /// Searches them.
    pub search: &'static str,
    /// No contacts yet: what to do first.
    pub empty_title: &'static str,
    /// Why.
    pub empty_lead: &'static str,
    /// Calls one.
    pub call: &'static str,
    /// Calls one, by name.
    pub call_named: fn(&str) -> String,
    /// Writes an e-mail.
    pub mail: &'static str,
    /// How many entries one has.
    pub entries: fn(usize) -> String,
    /// What they did.
    pub work: &'static str,
    /// They did nothing yet.
    pub work_empty: &'static str,
    /// All entries: how many.
    pub all_entries: fn(usize) -> String,
    /// What was paid since a year.
    pub paid_since: fn(i32) -> String,
    /// Systems that they fitted.
    pub fitted: &'static str,
    /// Papers that came from them.
    pub papers: &'static str,
    /// No such contact any more.
    pub gone: &'static str,
    /// A new one.
    pub title_new: &'static str,
    /// One there is.
    pub title_edit: &'static str,
    /// What they are to the home, as the name of a fact.
    pub is: &'static str,
    /// Asks what they are to the home.
    pub role: &'static str,
    /// Name of the person or firm.
    pub name: &'static str,
    /// An example of one.
    pub name_example: &'static str,
    /// Their trade.
    pub trade: &'static str,
    /// An example of one.
    pub trade_example: &'static str,
    /// The person to ask for.
    pub person: &'static str,
    /// Telephone.
    pub phone: &'static str,
    /// E-mail.
    pub email: &'static str,
    /// An e-mail that is none.
    pub email_wrong: &'static str,
    /// Where they are.
    pub address: &'static str,
    /// What they are registered as.
    pub registrations: &'static str,
    /// Why that is worth it.
    pub registrations_hint: &'static str,
    /// The body.
    pub body: &'static str,
    /// An example of one.
    pub body_example: &'static str,
    /// The number there.
    pub number: &'static str,
    /// Another registration.
    pub another: &'static str,
    /// Leads to recommending them.
    pub recommend: &'static str,
}
