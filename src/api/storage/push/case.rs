//! What may be written in a case follows from all that stands in it, as in a deal, and is decided under the lock of its row.

use super::deal::{all, because, candidate};
use super::plan::{Known, refused};
use model::body::Fields;
use model::dispute::{Writer, check};
use model::{Edit, Instant, Record, RecordId, via};
use std::collections::BTreeMap;
use wire::ErrorCode;
use wire::push::Outcome;

/// The fields of an edit that is taken in.
///
/// # Errors
/// The refusal: `Forbidden` where the kind is none of a case, `Conflict` with the reason as the field of its fault.
pub(super) fn take(
    is_closed: bool,
    known: &Known,
    written: &BTreeMap<RecordId, Record>,
    edit: &Edit,
    mut fields: Fields,
    now: Instant,
) -> Result<Fields, Outcome> {
    let is_of_case = model::dispute::statement::KINDS.contains(&edit.kind.as_str());
    // By which link something came the server alone says.
    if fields.remove(via::FIELD).is_some() || !is_of_case {
        return Err(refused(ErrorCode::Forbidden, Vec::new()));
    }
    if is_closed {
        return Err(because("closed"));
    }
    let before = written.get(&edit.id).or_else(|| known.records.get(&edit.id));
    let writer = Writer { account: known.account, link: known.via.as_ref().map(|via| via.share), role: known.role };
    check(&all(known, written), &candidate(before, edit), before.is_some(), &writer, now)
        .map_err(|refusal| because(refusal.as_str()))?;
    if let Some(via) = &known.via {
        fields.insert(via::FIELD.to_owned(), via.value());
    }
    Ok(fields)
}
