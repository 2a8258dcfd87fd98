//! Faults, the emergency card of a system, and what an insurer is given.

use model::claim_pack::{Missing, Payer};

/// What these pages say.
pub struct Faults {
    /// The faults of the home.
    pub title: &'static str,
    /// There is none.
    pub none: &'static str,
    /// What one is.
    pub none_lead: &'static str,
    /// Open ones.
    pub open: &'static str,
    /// Those that were settled.
    pub settled: &'static str,
    /// Leads to the form of a new one.
    pub report: &'static str,
    /// There is no such fault.
    pub gone: &'static str,
    /// Leads to it in the logbook.
    pub in_logbook: &'static str,
    /// What became of it.
    pub became: &'static str,
    /// Nothing became of it yet.
    pub waits: &'static str,
    /// Entry, task.
    pub settled_by: &'static str,
    /// A task was made of it.
    pub task: &'static str,
    /// Asks a tradesperson for a quote.
    pub ask_quote: &'static str,
    /// Makes a task of it.
    pub make_task: &'static str,
    /// By when that is to be done.
    pub task_due: &'static str,
    /// It was made.
    pub task_made: &'static str,
    /// Settles it without work.
    pub settle: &'static str,
    /// Why nothing has to be done.
    pub settle_reason: &'static str,
    /// What that is good for.
    pub settle_hint: &'static str,
    /// What the entry is called that settles a fault of that title so.
    pub settle_title: fn(&str) -> String,
    /// It was settled.
    pub settle_done: &'static str,
    /// Leads to what an insurer is given.
    pub claim: &'static str,
    /// The emergency card of a system.
    pub card: &'static str,
    /// The emergency cards of the home.
    pub emergency: &'static str,
    /// What they are.
    pub emergency_lead: &'static str,
    /// There is none.
    pub no_cards: &'static str,
    /// How to make one.
    pub no_cards_lead: &'static str,
    /// Where something shuts off.
    pub shut_off: &'static str,
    /// Nobody has written down where.
    pub shut_off_unknown: &'static str,
    /// What to do first.
    pub steps: &'static str,
    /// Whom to call.
    pub call: &'static str,
    /// Calls somebody.
    pub call_now: fn(&str) -> String,
    /// Writes what is missing.
    pub write_card: &'static str,
    /// What a paper about insurance says: the number of the policy.
    pub policy_number: &'static str,
    /// What the insured pays.
    pub excess: &'static str,
    /// The number at which claims are taken.
    pub claims_phone: &'static str,
    /// The pack for an insurer.
    pub pack: Pack,
}

/// What the pack for an insurer says.
pub struct Pack {
    /// What it is.
    pub title: &'static str,
    /// "Burst geyser, 20 November 2026"
    pub about: fn(&str, &str) -> String,
    /// The policy, and who pays the excess.
    pub policy: &'static str,
    /// The paper.
    pub paper: &'static str,
    /// Who insures.
    pub insurer: &'static str,
    /// Who pays the excess.
    pub payer: &'static str,
    /// In words.
    pub payer_is: fn(Payer) -> &'static str,
    /// The day of the damage.
    pub day: &'static str,
    /// What failed.
    pub failed: &'static str,
    /// Its age on that day.
    pub age: &'static str,
    /// "10 years on 20 November 2026"
    pub age_is: fn(u32) -> String,
    /// The damage and its repair.
    pub damage: &'static str,
    /// Before it.
    pub before: &'static str,
    /// A system's own photos, as an entry of the list.
    pub own_photos: &'static str,
    /// Both, as a section.
    pub story: &'static str,
    /// Certificates from before it.
    pub certificates: &'static str,
    /// Quotes and invoices.
    pub quotes: &'static str,
    /// What is missing.
    pub missing: &'static str,
    /// One of it, and what to do.
    pub missing_is: fn(Missing) -> &'static str,
    /// What the document is and is not.
    pub foot: &'static str,
    /// Shares it with an insurer.
    pub share: &'static str,
    /// Saves it.
    pub pdf: &'static str,
    /// It is being made.
    pub pdf_making: &'static str,
    /// It could not be made, and what to do instead.
    pub pdf_failed: &'static str,
}
