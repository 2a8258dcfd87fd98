//! What stands after corrections: facts joined by the facts that amend or withdraw them.

use crate::id::RecordId;
use crate::stamp::Stamp;

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

/// Joins facts into threads, in the order of the ids of their first facts.
///
/// The same facts give the same threads in any order. The latest amendment stands; a withdrawal of any version withdraws the thread.
/// A fact that amends one that is not here (yet) begins a thread of its own, so that nothing disappears.
pub fn threads(mut facts: Vec<Fact>) -> Vec<Thread> {
    facts.sort_unstable_by_key(|fact| fact.id);
    facts.dedup_by_key(|fact| fact.id);
    // Each fact with the root of its thread: threads lie together, the root first whatever a wrong clock stamped on it, the rest by their stamps.
    let mut joined: Vec<(RecordId, bool, Stamp, Fact)> = facts
        .iter()
        .map(|fact| match fact.says {
            Says::Withdraws(of) => (root_of(of, &facts), true, fact.stamp, *fact),
            _ => {
                let root = root_of(fact.id, &facts);
                (root, root != fact.id, fact.stamp, *fact)
            }
        })
        .collect();
    joined.sort_unstable_by_key(|(root, follows, stamp, fact)| (*root, *follows, *stamp, fact.id));
    let mut threads: Vec<Thread> = Vec::new();
    for (root, follows, _, fact) in joined {
        match (threads.last_mut().filter(|thread| thread.versions[0] == root), fact.says) {
            (Some(thread), Says::Withdraws(_)) => _ = thread.withdrawn_by.get_or_insert(fact.id),
            (Some(thread), _) => thread.versions.push(fact.id),
            (None, _) if !follows => threads.push(Thread { versions: vec![fact.id], withdrawn_by: None }),
            // It withdraws what is not here.
            (None, _) => {}
        }
    }
    threads
}

/// The first fact of the thread that `id` is in, among `facts` in the order of their ids.
fn root_of(id: RecordId, facts: &[Fact]) -> RecordId {
    let find = |id: RecordId| facts.binary_search_by_key(&id, |fact| fact.id).ok().map(|at| facts[at].says);
    let amended = |id: RecordId| match find(id)? {
        Says::Amends(earlier) => find(earlier).filter(|says| !matches!(says, Says::Withdraws(_))).map(|_| earlier),
        _ => None,
    };
    let mut root = id;
    for _ in 0..facts.len() {
        let Some(earlier) = amended(root) else { return root };
        root = earlier;
    }
    // Facts that amend each other in a circle can only be forged; all of them see the same root.
    let mut least = root;
    for _ in 0..facts.len() {
        root = amended(root).unwrap_or(root);
        least = least.min(root);
    }
    least
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
        let threads = threads(vec![
            fact(1, 10, Says::Alone),
            fact(2, 30, Says::Amends(id(1))),
            fact(3, 20, Says::Amends(id(1))),
            fact(4, 40, Says::Alone),
            fact(5, 50, Says::Withdraws(id(4))),
        ]);
        let first = Thread { versions: vec![id(1), id(3), id(2)], withdrawn_by: None };
        assert_eq!(threads, [first, Thread { versions: vec![id(4)], withdrawn_by: Some(id(5)) }]);
    }

    #[test]
    fn an_amendment_of_an_unknown_fact_is_still_shown() {
        let threads = threads(vec![fact(2, 1, Says::Amends(id(9))), fact(3, 1, Says::Withdraws(id(8)))]);
        assert_eq!(threads, [Thread { versions: vec![id(2)], withdrawn_by: None }]);
    }

    #[test]
    fn what_amends_a_withdrawal_is_shown() {
        let said = [fact(1, 1, Says::Alone), fact(2, 2, Says::Withdraws(id(1))), fact(3, 3, Says::Amends(id(2)))];
        let withdrawn = Thread { versions: vec![id(1)], withdrawn_by: Some(id(2)) };
        assert_eq!(threads(said.to_vec()), [withdrawn, Thread { versions: vec![id(3)], withdrawn_by: None }]);
    }

    #[test]
    fn a_forged_circle_and_what_leads_into_it_are_one_thread() {
        let threads = threads(vec![
            fact(1, 1, Says::Amends(id(2))),
            fact(2, 2, Says::Amends(id(3))),
            fact(3, 3, Says::Amends(id(2))),
        ]);
        assert_eq!(threads, [Thread { versions: vec![id(2), id(1), id(3)], withdrawn_by: None }]);
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
            let joined = threads(facts.clone());
            let told: usize = joined.iter().map(|thread| thread.versions.len()).sum();
            let standing = facts.iter().filter(|fact| !matches!(fact.says, Says::Withdraws(_))).count();
            prop_assert_eq!(told, standing);
            let turn = usize::try_from(seed % (facts.len() as u64 + 1)).expect("less than twelve");
            facts.rotate_left(turn);
            prop_assert_eq!(threads(facts), joined);
        }
    }
}
