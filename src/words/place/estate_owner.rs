//! A scheme as owners of its units see it.

use model::scheme::Hidden;

/// What these pages say.
pub struct EstateOwner {
    /// Linking one's logbook.
    pub link_title: &'static str,
    /// What that is.
    pub link_lead: &'static str,
    /// Leads to signing in, and back.
    pub sign_in: &'static str,
    /// Which logbook.
    pub which: &'static str,
    /// The one that the scheme kept.
    pub take_over: &'static str,
    /// What that means.
    pub take_over_hint: &'static str,
    /// There is nothing to link, and nothing to take over.
    pub no_logbook: &'static str,
    /// What to do then.
    pub no_logbook_lead: &'static str,
    /// Leads to where a logbook is started.
    pub start: &'static str,
    /// What the scheme sees.
    pub shows: &'static str,
    /// What it never sees.
    pub never: &'static str,
    /// A thing that can be shown.
    pub part: fn(Hidden) -> &'static str,
    /// What that is.
    pub part_hint: fn(Hidden) -> &'static str,
    /// Links it.
    pub link: &'static str,
    /// Not now.
    pub not_now: &'static str,

    /// The scheme of a home.
    pub title: &'static str,
    /// Leads back.
    pub back: &'static str,
    /// The home is in no scheme.
    pub none: &'static str,
    /// How it comes into one.
    pub none_lead: &'static str,
    /// It cannot be asked without a connection.
    pub offline: &'static str,
    /// One's unit.
    pub unit: &'static str,
    /// The scheme.
    pub scheme: &'static str,
    /// Since when.
    pub since: &'static str,
    /// The scheme keeps this logbook.
    pub held: &'static str,
    /// The managing agent.
    pub agent: &'static str,
    /// Saves what is shown.
    pub save: &'static str,
    /// Saved.
    pub saved: &'static str,
    /// Withdraws the link.
    pub withdraw: &'static str,
    /// Asks whether to.
    pub withdraw_ask: &'static str,
    /// What that does.
    pub withdraw_lead: &'static str,
    /// It was.
    pub withdrawn: &'static str,
    /// What the scheme asks.
    pub asks: &'static str,
    /// Nothing.
    pub no_asks: &'static str,
    /// "by 5 January 2027".
    pub by: fn(&str) -> String,
    /// The way to file it.
    pub file: &'static str,
    /// It is here and good.
    pub done: &'static str,
    /// It is lacking.
    pub lacking: &'static str,
    /// Call-outs for many units.
    pub bundles: &'static str,
    /// None.
    pub no_bundles: &'static str,
    /// "R 450,00 for the visit, shared; R 900,00 for each unit".
    pub price: fn(Option<&str>, Option<&str>) -> String,
    /// So many take part.
    pub joined: fn(u32) -> String,
    /// Take part.
    pub join: &'static str,
    /// Not.
    pub decline: &'static str,
    /// What was answered.
    pub answered: fn(bool) -> &'static str,
    /// It was ordered: nobody answers any more.
    pub ordered: fn(&str) -> String,
    /// One's cases.
    pub cases: &'static str,
    /// None, and what one is good for.
    pub no_cases: &'static str,
    /// Opens one.
    pub case_new: &'static str,
    /// Who sees it.
    pub case_lead: &'static str,
    /// The box for one's own name.
    pub case_name: &'static str,
    /// Sends it.
    pub case_send: &'static str,
    /// Approved vendors.
    pub vendors: &'static str,
    /// A registration or an insurance of one has ended: "… on 5 January 2027".
    pub lapsed: fn(&str) -> String,
    /// None.
    pub no_vendors: &'static str,
}
