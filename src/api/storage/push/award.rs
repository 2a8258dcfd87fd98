//! What a scheme gives somebody to do: not to who has lapsed, and above its threshold not before trustees approved it.

use super::deal::{because, candidate};
use super::plan::Known;
use model::date::HOME_AHEAD_MINUTES;
use model::portal::{Deal, Decision, Verdict};
use model::scheme::award::{self, GIVES};
use model::scheme::{Bundle, Joining, Motion, Scheme, Vendor, VendorJob, Vote};
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
    let bearing = bearing(known, written, edit);
    award::check(&bearing, before, &after, now.date(HOME_AHEAD_MINUTES)).map_err(|bar| because(bar.as_str()))
}

/// What of a scheme bears on an edit, as it stands: of a large one that is a small part, and many edits come together.
fn bearing(known: &Known, written: &BTreeMap<RecordId, Record>, edit: &Edit) -> Vec<Record> {
    let (id, orders) = (edit.id.to_string(), edit.kind == Bundle::KIND);
    let bears = |record: &&Record| match record.kind.as_str() {
        Scheme::KIND | Vendor::KIND => true,
        Bundle::KIND => edit.kind == VendorJob::KIND,
        Joining::KIND => orders && record.body.text().contains(&id),
        Motion::KIND | Vote::KIND => orders,
        _ => false,
    };
    let before = known.records.values().filter(|record| !written.contains_key(&record.id));
    before.chain(written.values()).filter(bears).cloned().collect()
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
