//! Facts of one kind, joined with what amends and withdraws them.

use super::order::{self, Key, sorted};
use super::shelf::{AnyKept, Kept, typed};
use model::certificate::Certificate;
use model::deferral::Deferral;
use model::entry::Entry;
use model::history::{self, Fact, Says, Thread};
use model::reading::Reading;
use model::withdrawal::Withdrawal;
use model::{Date, Letter, RecordId, Stamp};
use std::collections::BTreeMap;
use std::ops::Deref;
use std::sync::Arc;

/// A kind of fact that can be amended and that has a day.
pub trait FactLetter: Letter {
    /// The fact that it corrects.
    fn amends(&self) -> Option<RecordId>;
    /// The day by which it is sorted.
    fn day(&self) -> Option<Date>;
}

impl FactLetter for Entry {
    fn amends(&self) -> Option<RecordId> {
        self.amends
    }
    fn day(&self) -> Option<Date> {
        self.when.map(|when| when.sort_key())
    }
}

impl FactLetter for Certificate {
    fn amends(&self) -> Option<RecordId> {
        self.amends
    }
    fn day(&self) -> Option<Date> {
        self.issued.map(|issued| issued.sort_key())
    }
}

impl FactLetter for Reading {
    fn amends(&self) -> Option<RecordId> {
        self.amends
    }
    fn day(&self) -> Option<Date> {
        self.on
    }
}

impl FactLetter for Deferral {
    fn amends(&self) -> Option<RecordId> {
        None
    }
    fn day(&self) -> Option<Date> {
        self.on
    }
}

/// A fact as it stands now: its latest version, under the id of its first.
#[derive(Debug)]
pub struct Standing<T> {
    /// The first fact; what links and pages name it by.
    pub root: RecordId,
    /// The version that stands.
    pub kept: Arc<Kept<T>>,
    /// How many versions there are.
    pub versions: usize,
}

impl<T> Clone for Standing<T> {
    fn clone(&self) -> Self {
        Self { root: self.root, kept: self.kept.clone(), versions: self.versions }
    }
}

impl<T: PartialEq> PartialEq for Standing<T> {
    fn eq(&self, other: &Self) -> bool {
        self.root == other.root
            && self.versions == other.versions
            && (Arc::ptr_eq(&self.kept, &other.kept) || self.kept == other.kept)
    }
}

impl<T> Deref for Standing<T> {
    type Target = Kept<T>;
    fn deref(&self) -> &Kept<T> {
        &self.kept
    }
}

/// A fact of some kind, with what it is joined and sorted by.
pub(super) struct Row {
    pub(super) kept: AnyKept,
    amends: Option<RecordId>,
    first: Stamp,
    day: i64,
}

impl Row {
    pub(super) fn new<T: FactLetter + Send + Sync + 'static>(kept: Arc<Kept<T>>) -> Self {
        let (amends, first, day) = (kept.letter.amends(), kept.first, order::number(kept.letter.day()));
        Self { kept, amends, first, day }
    }
}

/// All facts of one kind, every version: a [`Row`] each.
pub(super) type Facts = BTreeMap<RecordId, AnyKept>;

/// The row in such a list.
pub(super) fn row(kept: &AnyKept) -> &Row {
    kept.downcast_ref().expect("facts are kept as rows")
}

/// All withdrawals: a [`Kept`] each.
pub(super) type Withdrawals = BTreeMap<RecordId, AnyKept>;

/// What stands of facts that are all `T`, newest first; withdrawn threads are left out.
pub(super) fn standing<T: Send + Sync + 'static>(facts: &Facts, withdrawals: &Withdrawals) -> Arc<Vec<Standing<T>>> {
    let standing = all_standing(facts, withdrawals).into_iter();
    Arc::new(standing.map(|(root, kept, versions)| Standing { root, kept: typed(kept), versions }).collect())
}

fn all_standing<'a>(facts: &'a Facts, withdrawals: &Withdrawals) -> Vec<(RecordId, &'a AnyKept, usize)> {
    let (threads, versions) = corrected(facts, withdrawals);
    let mut standing = Vec::with_capacity(facts.len());
    for (id, row) in facts.iter().map(|(id, kept)| (id, row(kept))) {
        match find(&versions, *id).map(|at| &threads[at]) {
            None => standing.push((*id, row, 1)),
            Some(thread) if thread.versions[0] == *id && thread.withdrawn_by.is_none() => {
                if let Some(current) = facts.get(&thread.current()).map(self::row) {
                    standing.push((*id, current, thread.versions.len()));
                }
            }
            Some(_) => {}
        }
    }
    let mut standing = sorted(standing, |(root, row, _)| Key(row.day, row.first, *root));
    standing.reverse();
    standing.into_iter().map(|(root, row, versions)| (root, &row.kept, versions)).collect()
}

/// The thread that `id` is a version of.
pub(super) fn thread(facts: &Facts, id: RecordId, withdrawals: &Withdrawals) -> Option<Thread> {
    let known = facts.contains_key(&id).then(|| Thread { versions: vec![id], withdrawn_by: None });
    let (mut threads, versions) = corrected(facts, withdrawals);
    find(&versions, id).map(|at| threads.swap_remove(at)).or(known)
}

/// How many threads were withdrawn.
pub(super) fn withdrawn(facts: &Facts, withdrawals: &Withdrawals) -> usize {
    let (threads, _) = corrected(facts, withdrawals);
    threads.iter().filter(|thread| thread.withdrawn_by.is_some()).count()
}

/// Threads of more than one fact, and where in them each of their versions is, by its id. Nearly all facts stand alone; only the others are joined.
fn corrected(facts: &Facts, withdrawals: &Withdrawals) -> (Vec<Thread>, Vec<(RecordId, usize)>) {
    let mut involved = Vec::new();
    let mut involve = |id: RecordId| {
        if let Some(row) = facts.get(&id).map(row) {
            let says = row.amends.map_or(Says::Alone, Says::Amends);
            involved.push(Fact { id, stamp: row.first, says });
        }
    };
    for (id, row) in facts.iter().map(|(id, kept)| (id, row(kept))) {
        if let Some(earlier) = row.amends {
            involve(*id);
            involve(earlier);
        }
    }
    let withdrawn = || {
        withdrawals.values().map(typed::<Withdrawal>).filter_map(|withdrawal| Some((withdrawal.letter.of?, withdrawal)))
    };
    withdrawn().for_each(|(of, _)| involve(of));
    for (of, withdrawal) in withdrawn() {
        involved.push(Fact { id: withdrawal.id, stamp: withdrawal.first, says: Says::Withdraws(of) });
    }
    let threads = history::threads(involved);
    let mut versions: Vec<(RecordId, usize)> = Vec::new();
    for (at, thread) in threads.iter().enumerate() {
        versions.extend(thread.versions.iter().map(|version| (*version, at)));
    }
    versions.sort_unstable();
    (threads, versions)
}

/// Which thread a version is in.
fn find(versions: &[(RecordId, usize)], id: RecordId) -> Option<usize> {
    let at = versions.binary_search_by_key(&id, |(version, _)| *version).ok()?;
    Some(versions[at].1)
}
