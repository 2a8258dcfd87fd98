//! What stands after corrections: facts joined by the facts that amend or withdraw them.

use crate::id::RecordId;
use crate::stamp::Stamp;
use std::collections::{BTreeMap, BTreeSet};

/// What a fact says about another fact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Says {
    /// It stands by itself.
    Alone,
    /// It takes the place of that fact.
    Amends(RecordId),
    /// It takes that fact back.
    Withdraws(RecordId),
}

/// A fact as far as this module looks into it.
#[derive(Clone, Copy, Debug)]
pub struct Fact {
    /// The fact.
    pub id: RecordId,
    /// When it was written.
    pub stamp: Stamp,
    /// What it says about another.
    pub says: Says,
}

/// One thing that happened, through all its corrections.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Thread {
    /// The first fact and everything that amends it, in the order of their stamps.
    pub versions: Vec<RecordId>,
    /// What withdrew it, if anything did.
    pub withdrawn_by: Option<RecordId>,
}

impl Thread {
    /// The version that stands.
    pub fn current(&self) -> RecordId {
        *self.versions.last().expect("a thread begins with a fact")
    }
}

/// Joins facts into threads, by the id of the first fact of each.
///
/// The same facts give the same threads in any order. The latest amendment stands; a withdrawal of any version withdraws the thread.
/// A fact that amends one that is not here (yet) begins a thread of its own, so that nothing disappears.
pub fn threads(facts: impl IntoIterator<Item = Fact>) -> BTreeMap<RecordId, Thread> {
    let mut all: BTreeMap<RecordId, Fact> = BTreeMap::new();
    for fact in facts {
        all.insert(fact.id, fact);
    }
    let root_of = |id: RecordId| {
        let mut seen = BTreeSet::from([id]);
        let mut root = id;
        while let Some(Fact { says: Says::Amends(earlier), .. }) = all.get(&root) {
            if !all.contains_key(earlier) {
                break;
            }
            if !seen.insert(*earlier) {
                // Facts that amend each other in a circle can only be forged; all of them see the same root.
                return *seen.iter().min().expect("a circle has members");
            }
            root = *earlier;
        }
        root
    };
    let mut threads: BTreeMap<RecordId, Thread> = BTreeMap::new();
    let mut ordered: Vec<&Fact> = all.values().collect();
    ordered.sort_unstable_by_key(|fact| (fact.stamp, fact.id));
    for fact in ordered.iter().filter(|fact| !matches!(fact.says, Says::Withdraws(_))) {
        let root = root_of(fact.id);
        let thread = threads.entry(root).or_insert_with(|| Thread { versions: Vec::new(), withdrawn_by: None });
        // The first fact stands first whatever a wrong clock stamped on it.
        if fact.id == root { thread.versions.insert(0, root) } else { thread.versions.push(fact.id) }
    }
    for fact in ordered {
        let Says::Withdraws(of) = fact.says else { continue };
        if let Some(thread) = threads.get_mut(&root_of(of)) {
            thread.withdrawn_by.get_or_insert(fact.id);
        }
    }
    threads
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::id::DeviceId;
    use proptest::prelude::*;
    use uuid::Uuid;

    fn id(n: u8) -> RecordId {
        RecordId(Uuid::from_u128(n.into()))
    }

    fn fact(n: u8, at_ms: u64, says: Says) -> Fact {
        Fact { id: id(n), stamp: Stamp { at_ms, count: 0, device: DeviceId(1) }, says }
    }

    #[test]
    fn the_latest_amendment_stands_and_both_versions_are_kept() {
        let threads = threads([
            fact(1, 10, Says::Alone),
            fact(2, 30, Says::Amends(id(1))),
            fact(3, 20, Says::Amends(id(1))),
            fact(4, 40, Says::Alone),
            fact(5, 50, Says::Withdraws(id(4))),
        ]);
        assert_eq!(threads[&id(1)], Thread { versions: vec![id(1), id(3), id(2)], withdrawn_by: None });
        assert_eq!(threads[&id(4)], Thread { versions: vec![id(4)], withdrawn_by: Some(id(5)) });
        assert_eq!(threads.len(), 2);
    }

    #[test]
    fn an_amendment_of_an_unknown_fact_is_still_shown() {
        let threads = threads([fact(2, 1, Says::Amends(id(9))), fact(3, 1, Says::Withdraws(id(8)))]);
        assert_eq!(threads.into_keys().collect::<Vec<_>>(), [id(2)]);
    }

    proptest! {
        #[test]
        fn any_facts_in_any_order_join_alike_and_none_is_lost(
            said in proptest::collection::vec((0u8..12, 0u64..5, 0u8..3, 0u8..12), 0..24),
            seed in any::<u64>(),
        ) {
            let mut facts: Vec<Fact> = said.into_iter().map(|(n, at, says, of)| fact(n, at, match says {
                0 => Says::Alone,
                1 => Says::Amends(id(of)),
                _ => Says::Withdraws(id(of)),
            })).collect();
            facts.sort_by_key(|fact| fact.id);
            facts.dedup_by_key(|fact| fact.id);
            let joined = threads(facts.iter().copied());
            let told: usize = joined.values().map(|thread| thread.versions.len()).sum();
            let standing = facts.iter().filter(|fact| !matches!(fact.says, Says::Withdraws(_))).count();
            prop_assert_eq!(told, standing);
            let turn = usize::try_from(seed % (facts.len() as u64 + 1)).expect("less than twelve");
            facts.rotate_left(turn);
            prop_assert_eq!(threads(facts), joined);
        }
    }
}
