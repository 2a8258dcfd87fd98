//! What a scheme gives somebody to do: not to who has lapsed, and above its threshold not before trustees approved it.

use super::deal::{all, because, candidate};
use super::plan::Known;
use model::date::HOME_AHEAD_MINUTES;
use model::portal::{Deal, Decision, Verdict};
use model::scheme::award::{self, GIVES};
use model::{Date, Edit, Instant, Letter, Record, RecordId};
use std::collections::BTreeMap;
use wire::push::Outcome;

/// Whether an edit of a scheme may give somebody work, so that what it says about that has to be known.
pub(super) fn gives(edit: &Edit) -> bool {
    GIVES.contains(&edit.kind.as_str())
}

/// Whether an edit of a deal approves something, so that what its scheme says about that has to be known.
pub(super) fn needs_votes(edit: &Edit) -> bool {
    edit.kind == Decision::KIND
}

/// Whether an edit of a scheme goes with what it says about giving work.
///
/// # Errors
/// The refusal, with what stands against it as the field of its fault.
pub(super) fn check(
    known: &Known,
    written: &BTreeMap<RecordId, Record>,
    edit: &Edit,
    now: Instant,
) -> Result<(), Outcome> {
    if !gives(edit) {
        return Ok(());
    }
    let before = written.get(&edit.id).or_else(|| known.records.get(&edit.id));
    let after = candidate(before, edit);
    award::check(&all(known, written), before, &after, now.date(HOME_AHEAD_MINUTES))
        .map_err(|bar| because(bar.as_str()))
}

/// Whether a decision in a deal goes with what the scheme says that asks.
///
/// # Errors
/// The refusal, with what stands against it as the field of its fault.
pub(super) fn decide(known: &Known, deal: &Deal, decision: &Record, today: Date) -> Result<(), Outcome> {
    let decision =
        Some(decision).filter(|one| one.kind == Decision::KIND).and_then(|one| one.body.read::<Decision>().ok());
    match decision.filter(|one| one.verdict == Verdict::Approve) {
        Some(decision) => {
            award::decides(&known.office, known.space, deal, &decision, today).map_err(|bar| because(bar.as_str()))
        }
        None => Ok(()),
    }
}
