//! Remarks about records of the open home.

use crate::desk::{Allowed, Desk};
use model::remark::Remark;
use model::withdrawal::Withdrawal;
use model::{Letter, RecordId};
use std::collections::BTreeSet;

/// Whether anything was said in the open home.
pub fn any(desk: Desk) -> bool {
    desk.engine().is_some_and(|engine| !engine.of_kind(Remark::KIND).is_empty())
}

/// What was said about any of these records, the first first; without what was taken back.
pub fn about(desk: Desk, records: &[RecordId]) -> Vec<(RecordId, Remark)> {
    let mut remarks = all(desk);
    remarks.retain(|(_, remark)| remark.about.is_some_and(|about| records.contains(&about)));
    remarks
}

/// What was said in the open home, the first first; without what was taken back.
pub fn all(desk: Desk) -> Vec<(RecordId, Remark)> {
    let Some(engine) = desk.engine() else { return Vec::new() };
    let mut found = engine.of_kind(Remark::KIND);
    if found.is_empty() {
        return Vec::new();
    }
    let withdrawals = engine.of_kind(Withdrawal::KIND);
    let of = withdrawals.iter().filter_map(|record| record.body.read::<Withdrawal>().ok()?.of);
    let withdrawn: BTreeSet<RecordId> = of.collect();
    found.retain(|record| !withdrawn.contains(&record.id));
    found.sort_by_key(|record| (record.stamp, record.id));
    found.iter().filter_map(|record| Some((record.id, record.body.read::<Remark>().ok()?))).collect()
}

/// What may be done by the link that is visited; nothing where none is.
pub fn allowed(desk: Desk) -> Allowed {
    let visiting = desk.engine().and_then(|engine| engine.visiting());
    visiting.filter(|visiting| visiting.share.is_some()).map(|visiting| visiting.allowed).unwrap_or_default()
}
