//! Records of a home read into letters, as they stand: living ones that nobody deleted, facts joined with what amends and withdraws them.

use crate::history::{Fact, Says, threads};
use crate::id::RecordId;
use crate::letter::Letter;
use crate::record::Record;
use crate::withdrawal::Withdrawal;
use std::collections::BTreeMap;

/// A letter as it stands.
#[derive(Clone, Debug)]
pub struct Standing<'r, T> {
    /// The record that others name it by: of a fact, its first version.
    pub root: RecordId,
    /// The record that it is read from: of a fact, its latest version.
    pub record: &'r Record,
    /// What it says.
    pub letter: T,
    /// How many versions of a fact there are; one of everything else.
    pub versions: usize,
    /// What took a fact back, if anything did: the record and what it says.
    pub withdrawn: Option<(&'r Record, Withdrawal)>,
}

/// Living records of one kind among `records`, in their order. What cannot be read is left out.
pub fn living<'r, T: Letter>(records: impl IntoIterator<Item = &'r Record>) -> Vec<Standing<'r, T>> {
    let own = records.into_iter().filter(|record| record.kind == T::KIND && !record.is_deleted());
    let standing = own.filter_map(|record| {
        let letter = record.body.read().ok()?;
        Some(Standing { root: record.id, record, letter, versions: 1, withdrawn: None })
    });
    standing.collect()
}

/// Facts of one kind among `records`, which withdrawals are in too, in the order of the ids of their first versions. Withdrawn ones are there,
/// what cannot be read is left out.
pub fn facts<'r, T: Letter>(
    records: impl IntoIterator<Item = &'r Record>,
    amends: fn(&T) -> Option<RecordId>,
) -> Vec<Standing<'r, T>> {
    let mut own: BTreeMap<RecordId, &'r Record> = BTreeMap::new();
    let mut taken_back: BTreeMap<RecordId, (&'r Record, Withdrawal)> = BTreeMap::new();
    for record in records {
        if record.kind == T::KIND {
            own.insert(record.id, record);
        } else if record.kind == Withdrawal::KIND
            && let Ok(withdrawal) = record.body.read()
        {
            taken_back.insert(record.id, (record, withdrawal));
        }
    }
    let says = |record: &Record| record.body.read().ok().and_then(|letter| amends(&letter));
    let versions = own.values().map(|record| Fact {
        id: record.id,
        stamp: record.stamp,
        says: says(record).map_or(Says::Alone, Says::Amends),
    });
    let withdrawals = taken_back.values().filter_map(|(record, withdrawal)| {
        Some(Fact { id: record.id, stamp: record.stamp, says: Says::Withdraws(withdrawal.of?) })
    });
    let joined = threads(versions.chain(withdrawals).collect());
    let standing = joined.into_iter().filter_map(|thread| {
        let record = *own.get(&thread.current())?;
        Some(Standing {
            root: thread.versions[0],
            record,
            letter: record.body.read().ok()?,
            versions: thread.versions.len(),
            withdrawn: thread.withdrawn_by.and_then(|by| taken_back.get(&by).cloned()),
        })
    });
    standing.collect()
}
