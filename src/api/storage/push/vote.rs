//! What trustees decide on: who may vote on what, and that what they voted on stands.

use super::plan::{Known, refused};
use model::body::Fields;
use model::scheme::motion::DECIDED;
use model::scheme::{Motion, Vote};
use model::{AccountId, Edit, Fault, FaultCode, Letter, Record, RecordId};
use serde_json::Value;
use std::collections::BTreeMap;
use wire::ErrorCode;
use wire::push::Outcome;

/// The matter that an edit votes on, which has to be known to judge it.
pub(super) fn matter(edit: &Edit) -> Option<RecordId> {
    (edit.kind == Vote::KIND).then(|| edit.fields.read::<Vote>().ok()?.motion).flatten()
}

/// Whether an edit touches what is voted on, so that all votes of the scheme have to be known to judge it.
pub(super) fn changes_matter(edit: &Edit) -> bool {
    edit.kind == Motion::KIND && DECIDED.iter().any(|field| edit.fields.text().contains(field))
}

/// Whether an edit by `account` goes with the matters and the votes that stand.
///
/// # Errors
/// The refusal: of a vote on what is no matter, or by who is not of its panel; of a change to what was voted on.
pub(super) fn check(
    known: &Known,
    written: &BTreeMap<RecordId, Record>,
    edit: &Edit,
    fields: &Fields,
    account: AccountId,
) -> Result<(), Outcome> {
    let standing = |id: &RecordId| written.get(id).or_else(|| known.records.get(id));
    if edit.kind == Motion::KIND {
        let is_voted = |record: &Record| votes_on(record) == Some(edit.id);
        let is_touched = DECIDED.iter().any(|field| fields.contains_key(*field));
        let voted = is_touched && written.values().chain(known.records.values()).any(is_voted);
        return if voted { Err(against("voted")) } else { Ok(()) };
    }
    if edit.kind != Vote::KIND {
        return Ok(());
    }
    let named = fields.get("motion").and_then(Value::as_str).and_then(|id| id.parse().ok());
    let found = named.as_ref().and_then(standing);
    let motion = found.filter(|record| record.kind == Motion::KIND && !record.is_deleted());
    let motion = motion.and_then(|record| record.body.read::<Motion>().ok()).ok_or_else(|| against("motion"))?;
    match motion.panel.contains(&account) {
        true => Ok(()),
        false => Err(refused(ErrorCode::Forbidden, vec![Fault::new("member", FaultCode::NotAllowed)])),
    }
}

fn votes_on(record: &Record) -> Option<RecordId> {
    (record.kind == Vote::KIND).then(|| record.body.read::<Vote>().ok()?.motion).flatten()
}

fn against(field: &str) -> Outcome {
    refused(ErrorCode::Conflict, vec![Fault::new(field, FaultCode::Contradicts)])
}
