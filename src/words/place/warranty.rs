//! Warranties: starts that are worked out, claims, what the law gives.

use model::basis::Clock;
use model::claim::{Effect, Outcome};
use model::warranty::{Begins, State};

/// What these pages say beside what they have in common with others.
pub struct Warranties {
    /// How a warranty stands where it neither runs nor ended on a known day.
    pub state: fn(State) -> &'static str,
    /// From what a start is worked out.
    pub begins: fn(Begins) -> &'static str,
    /// Box: from what.
    pub begins_with: &'static str,
    /// Box: which repair.
    pub repair: &'static str,
    /// Beside a start: what it is worked out from.
    pub worked_out: fn(Begins) -> &'static str,
    /// The end of it.
    pub ends: &'static str,
    /// "moved by a claim".
    pub moved: &'static str,
    /// Void since.
    pub void: &'static str,
    /// Box: void since.
    pub void_since: &'static str,
    /// Help for it.
    pub void_hint: &'static str,
    /// Box: why.
    pub void_reason: &'static str,
    /// Claims.
    pub claims: &'static str,
    /// A claim.
    pub claim: &'static str,
    /// Adds one.
    pub add_claim: &'static str,
    /// None yet.
    pub no_claims: &'static str,
    /// Box: what happened.
    pub happened: &'static str,
    /// Box: asked on.
    pub asked: &'static str,
    /// Box: the outcome.
    pub outcome: &'static str,
    /// Outcomes.
    pub outcomes: fn(Outcome) -> &'static str,
    /// Box: decided on.
    pub decided: &'static str,
    /// Box: what they answered.
    pub answer: &'static str,
    /// Box: what it did to the warranty.
    pub effect: &'static str,
    /// What a claim can do; none for nothing.
    pub effects: fn(Option<Effect>) -> &'static str,
    /// Box: for how many months.
    pub effect_months: &'static str,
    /// Help for it.
    pub effect_hint: &'static str,
    /// Box: photos and letters.
    pub claim_files: &'static str,
    /// Dates that contradict each other.
    pub contradicts: &'static str,
    /// Void ones.
    pub voided: &'static str,
    /// What the law gives beside them.
    pub by_law: &'static str,
    /// Why, with the source.
    pub by_law_note: &'static str,
    /// The clocks of a new home.
    pub clocks: &'static str,
    /// Where they come from.
    pub clocks_note: &'static str,
    /// A clock.
    pub clock: fn(Clock) -> &'static str,
    /// Deletes a claim.
    pub delete_claim: &'static str,
}
