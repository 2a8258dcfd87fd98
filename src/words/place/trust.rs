//! What a provider is worth to a home: what they are registered as, what was said of their jobs, what they may see, and what waits for the client.

use model::portal::wait::Wait;

/// What these parts say.
pub struct Trust {
    /// What the provider says they are registered as.
    pub registered: &'static str,
    /// What that is worth.
    pub registered_lead: &'static str,
    /// A registration: its body and its number.
    pub registration: fn(&str, &str) -> String,
    /// The provider says so.
    pub stated: &'static str,
    /// Somebody looked it up.
    pub confirmed: &'static str,
    /// Somebody looked it up, and it is not so.
    pub wrong: &'static str,
    /// Its last day is over.
    pub expired: &'static str,
    /// The last day on which it holds.
    pub until: fn(&str) -> String,
    /// Who looked it up, when, and how.
    pub looked_up: fn(&str, &str, &str) -> String,
    /// Opens the boxes for having looked it up.
    pub look_up: &'static str,
    /// The box for how.
    pub how: &'static str,
    /// Help above it.
    pub how_hint: &'static str,
    /// It holds.
    pub holds: &'static str,
    /// It is not so.
    pub holds_not: &'static str,
    /// Another provider was approved for the same request.
    pub chosen_elsewhere: fn(&str) -> String,
    /// Leads to that job.
    pub look_at_chosen: &'static str,
    /// It was kept.
    pub kept: &'static str,
    /// The box for one's name.
    pub name: &'static str,
    /// What the client says of a job.
    pub review: &'static str,
    /// Who reads it.
    pub review_lead: &'static str,
    /// How good the work is, whether they kept their word, how they treated people and place.
    pub questions: [&'static str; 3],
    /// What a mark means: 1 is the least, 5 the best.
    pub marks_hint: &'static str,
    /// A mark.
    pub mark: fn(i64) -> String,
    /// No mark.
    pub no_mark: &'static str,
    /// The box for words.
    pub review_words: &'static str,
    /// Writes the review.
    pub write_review: &'static str,
    /// It was written.
    pub reviewed: &'static str,
    /// Who said it and when.
    pub said_by: fn(&str, &str) -> String,
    /// What the provider answered, by their name.
    pub answered: fn(&str) -> String,
    /// Tells so many others that one was chosen.
    pub tell_others: fn(usize) -> String,
    /// They were told.
    pub told_others: &'static str,
    /// What they are told.
    pub chose_another: &'static str,
    /// Leads to recommending them.
    pub recommend: &'static str,
    /// The consent.
    pub pipeline: &'static str,
    /// The switch.
    pub consent: &'static str,
    /// What it means.
    pub consent_hint: &'static str,
    /// What they see, as of a day.
    pub they_see: fn(&str) -> String,
    /// There is nothing that falls due.
    pub nothing_due: &'static str,
    /// Own jobs before with whom is asked.
    pub known: &'static str,
    /// A contact with whom there was none.
    pub never: fn(&str) -> String,
    /// A finished job without a review.
    pub no_review: &'static str,
    /// Own past prices.
    pub fair: &'static str,
    /// What they are.
    pub fair_lead: &'static str,
    /// There are none.
    pub fair_none: &'static str,
    /// A task of the plan says what it costs, noted on a day.
    pub planned: fn(&str) -> String,
    /// "R 500 to R 900".
    pub range: fn(&str, &str) -> String,
    /// The same was billed before, on a day.
    pub paid_for_same: fn(&str) -> String,
    /// What waits, on the home screen.
    pub waits: fn(Wait) -> &'static str,
    /// Leads to where it is decided.
    pub look: &'static str,
    /// The link of a deal, and its end.
    pub link: &'static str,
    /// What a link is good for, and for how long.
    pub link_lead: &'static str,
    /// Makes another link.
    pub renew: &'static str,
    /// Ends the deal.
    pub end: &'static str,
    /// What that means.
    pub end_lead: &'static str,
    /// It was ended.
    pub ended: &'static str,
}
