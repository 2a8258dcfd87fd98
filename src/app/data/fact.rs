//! Facts of one kind, joined with what amends and withdraws them.

use super::shelf::Kept;
use model::certificate::Certificate;
use model::entry::Entry;
use model::history::{self, Fact, Says, Thread};
use model::reading::Reading;
use model::withdrawal::Withdrawal;
use model::{Date, Letter, RecordId};
use std::collections::HashMap;
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

/// All facts of one kind, every version.
pub(super) struct Facts<T> {
    pub(super) all: HashMap<RecordId, Arc<Kept<T>>>,
}

impl<T> Default for Facts<T> {
    fn default() -> Self {
        Self { all: HashMap::new() }
    }
}

impl<T: FactLetter> Facts<T> {
    /// What stands, newest first; withdrawn threads are left out.
    pub(super) fn standing(&self, withdrawals: &HashMap<RecordId, Arc<Kept<Withdrawal>>>) -> Vec<Standing<T>> {
        let corrected = self.corrected(withdrawals);
        let mut standing: Vec<Standing<T>> = Vec::with_capacity(self.all.len());
        for kept in self.all.values() {
            match corrected.get(&kept.id) {
                None => standing.push(Standing { root: kept.id, kept: kept.clone(), versions: 1 }),
                Some((root, thread)) if *root == kept.id && thread.withdrawn_by.is_none() => {
                    if let Some(current) = self.all.get(&thread.current()) {
                        standing.push(Standing { root: *root, kept: current.clone(), versions: thread.versions.len() });
                    }
                }
                Some(_) => {}
            }
        }
        standing.sort_by_cached_key(|fact| std::cmp::Reverse((fact.letter.day(), fact.first, fact.root)));
        standing
    }

    /// The thread that `id` is a version of.
    pub(super) fn thread(
        &self,
        id: RecordId,
        withdrawals: &HashMap<RecordId, Arc<Kept<Withdrawal>>>,
    ) -> Option<Thread> {
        let known = self.all.contains_key(&id).then(|| Thread { versions: vec![id], withdrawn_by: None });
        self.corrected(withdrawals).remove(&id).map(|(_, thread)| thread).or(known)
    }

    /// Threads of more than one fact, by each of their versions. Nearly all facts stand alone; only the others are joined.
    fn corrected(
        &self,
        withdrawals: &HashMap<RecordId, Arc<Kept<Withdrawal>>>,
    ) -> HashMap<RecordId, (RecordId, Thread)> {
        let mut involved: HashMap<RecordId, Fact> = HashMap::new();
        let mut involve = |kept: &Kept<T>| {
            let says = kept.letter.amends().map_or(Says::Alone, Says::Amends);
            involved.insert(kept.id, Fact { id: kept.id, stamp: kept.first, says });
        };
        for kept in self.all.values() {
            if let Some(earlier) = kept.letter.amends() {
                involve(kept);
                if let Some(earlier) = self.all.get(&earlier) {
                    involve(earlier);
                }
            }
        }
        for withdrawal in withdrawals.values() {
            if let Some(of) = withdrawal.letter.of.and_then(|of| self.all.get(&of)) {
                involve(of);
            }
        }
        for withdrawal in withdrawals.values() {
            if let Some(of) = withdrawal.letter.of {
                involved.insert(
                    withdrawal.id,
                    Fact { id: withdrawal.id, stamp: withdrawal.first, says: Says::Withdraws(of) },
                );
            }
        }
        let mut by_version = HashMap::new();
        for (root, thread) in history::threads(involved.into_values()) {
            for version in &thread.versions {
                by_version.insert(*version, (root, thread.clone()));
            }
        }
        by_version
    }
}
