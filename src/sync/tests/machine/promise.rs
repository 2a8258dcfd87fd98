//! Promises that hold whatever happens, in any order.

use crate::tale::{HOME, OTHER, SCOPE, accepted, edit, page, part, refused, whole};
use model::SpaceId;
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};
use sync::effect::Status;
use sync::machine::REQUESTS_MAX;
use sync::{Effect, Errand, Event, Failure, Machine};
use wire::live::Live;
use wire::{ErrorCode, Page};

/// What can be thrown at a machine; answers are to one of the errands that are under way, or to one that is over.
#[derive(Clone, Copy, Debug)]
enum Throw {
    Opened(bool, u64),
    Closed,
    Edited,
    Led(bool),
    Connected(bool),
    SignedIn(bool),
    Woken(u64, Option<u64>),
    Ticked(i64),
    Answered(u64, bool),
    Failed(Failure),
    Repeated(u64),
}

fn throws() -> impl Strategy<Value = (Throw, bool)> {
    let failure = prop_oneof![
        Just(Failure::Network),
        Just(Failure::Busy { wait_ms: 10 }),
        Just(Failure::SignIn),
        Just(Failure::NoAccess),
        Just(Failure::Rejected(ErrorCode::Unreadable)),
        Just(Failure::Rejected(ErrorCode::Forbidden)),
        Just(Failure::Store),
    ];
    let throw = prop_oneof![
        1 => (any::<bool>(), 0u64..9).prop_map(|(known, after)| Throw::Opened(known, after)),
        1 => Just(Throw::Closed),
        1 => Just(Throw::Edited),
        1 => any::<bool>().prop_map(Throw::Led),
        1 => any::<bool>().prop_map(Throw::Connected),
        1 => any::<bool>().prop_map(Throw::SignedIn),
        1 => (0u64..12, proptest::option::of(SCOPE..SCOPE + 2)).prop_map(|(head, scope)| Throw::Woken(head, scope)),
        1 => (0i64..600_000).prop_map(Throw::Ticked),
        6 => (0u64..12, any::<bool>()).prop_map(|(head, more)| Throw::Answered(head, more)),
        2 => failure.prop_map(Throw::Failed),
        1 => (0u64..12).prop_map(Throw::Repeated),
    ];
    (throw, any::<bool>())
}

/// A driver that keeps count of what is under way.
#[derive(Default)]
struct Driver {
    open: BTreeSet<SpaceId>,
    gates: [bool; 3],
    under_way: BTreeMap<u64, Effect>,
    over: Vec<Effect>,
    status: Status,
}

fn errand_of(effect: &Effect) -> Option<Errand> {
    match effect {
        Effect::Push(errand, _) | Effect::Settle(errand, ..) => Some(*errand),
        Effect::Load { errand, .. } | Effect::Pull { errand, .. } | Effect::Apply { errand, .. } => Some(*errand),
        _ => None,
    }
}

impl Driver {
    fn event(&mut self, throw: Throw, other: bool) -> Option<Event> {
        let space = if other { OTHER } else { HOME };
        Some(match throw {
            Throw::Opened(known, after) => {
                self.open.insert(space);
                Event::Opened { space, cursor: known.then_some(whole(after)), unsent: 1, have: 1 }
            }
            Throw::Closed => {
                self.close(space);
                Event::Closed(space)
            }
            Throw::Edited => Event::Edited(space),
            Throw::Led(on) => self.gate(0, on, Event::Led(on)),
            Throw::Connected(on) => self.gate(1, on, Event::Connected(on)),
            Throw::SignedIn(on) => self.gate(2, on, Event::SignedIn(on)),
            Throw::Woken(head, scope) => Event::Woken(vec![Live { space, head, scope, closed: false }]),
            Throw::Ticked(now_ms) => Event::Ticked(now_ms),
            Throw::Answered(head, more) => {
                let (_, effect) = self.under_way.pop_first()?;
                self.over.push(effect.clone());
                answer(&effect, head, more)
            }
            Throw::Failed(failure) => {
                let (_, effect) = self.under_way.pop_first()?;
                self.over.push(effect.clone());
                Event::Failed(errand_of(&effect)?, failure)
            }
            Throw::Repeated(head) => answer(self.over.get(head as usize)?, head, false),
        })
    }

    fn gate(&mut self, at: usize, on: bool, event: Event) -> Event {
        self.gates[at] = on;
        event
    }

    fn close(&mut self, space: SpaceId) {
        self.open.remove(&space);
        self.under_way.retain(|_, effect| errand_of(effect).is_none_or(|errand| errand.space != space));
    }

    fn check(&mut self, effects: Vec<Effect>) {
        // Effects of one step are in order: what closes a gate or a space comes first.
        for effect in effects {
            match &effect {
                Effect::Show(status) => {
                    assert_ne!(*status, self.status);
                    self.status = *status;
                }
                Effect::AskSignIn => self.gates[2] = false,
                Effect::LostAccess(space) => self.close(*space),
                Effect::Wait(ms) => assert!((1..=300_000).contains(ms), "{ms}"),
                asked => {
                    let errand = errand_of(asked).expect("all others name an errand");
                    assert!(self.open.contains(&errand.space), "{asked:?} of a space that is not open");
                    let network = matches!(asked, Effect::Load { .. } | Effect::Push(..) | Effect::Pull { .. });
                    assert!(!network || self.gates == [true; 3], "{asked:?} although it may not ask");
                    assert!(self.under_way.insert(errand.number, effect).is_none(), "an errand's number twice");
                }
            }
        }
        for space in &self.open {
            let of = |sort: fn(&Effect) -> bool| {
                let its =
                    |effect: &&Effect| errand_of(effect).is_some_and(|errand| errand.space == *space) && sort(effect);
                self.under_way.values().filter(its).count()
            };
            assert!(of(|effect| matches!(effect, Effect::Load { .. })) <= 1);
            assert!(of(|effect| matches!(effect, Effect::Push(..))) <= 1);
            assert!(of(|effect| matches!(effect, Effect::Settle(..) | Effect::Apply { .. })) <= 1);
        }
        // What is read has the place of the push that it is read for.
        let place = |effect: &Effect| match effect {
            Effect::Pull { errand, .. } => Some((errand.space, errand.number)),
            Effect::Load { errand, .. } | Effect::Push(errand, _) => Some((errand.space, 0)),
            _ => None,
        };
        let places: BTreeSet<_> = self.under_way.values().filter_map(place).collect();
        assert!(places.len() <= REQUESTS_MAX);
        assert!(self.status.busy || self.under_way.is_empty(), "something is under way and not shown");
    }
}

fn answer(effect: &Effect, head: u64, more: bool) -> Event {
    match effect {
        Effect::Load { errand, .. } => Event::Loaded(*errand, vec![edit(1), edit(2)]),
        Effect::Push(errand, edits) if more => Event::Pushed(*errand, accepted(head, edits)),
        Effect::Push(errand, edits) => Event::Pushed(*errand, refused(edits, ErrorCode::Invalid)),
        Effect::Settle(errand, ..) => {
            Event::Settled { errand: *errand, unsent: usize::from(more), cursor: Some(whole(head)) }
        }
        Effect::Pull { errand, .. } => {
            let page = if more { part(head, [head]) } else { page(head, [head]) };
            Event::Pulled { errand: *errand, page: Page { space: errand.space, ..page }, text: String::new() }
        }
        Effect::Apply { errand, .. } => Event::Applied(*errand),
        other => unreachable!("{other:?} is no errand"),
    }
}

proptest! {
    #[test]
    fn one_push_a_space_few_requests_in_all_and_nothing_that_may_not_be(throws in proptest::collection::vec(throws(), 1..200)) {
        let (mut machine, mut driver) = (Machine::new(), Driver { gates: [false, true, false], ..Driver::default() });
        for (throw, other) in throws {
            if let Some(event) = driver.event(throw, other) {
                driver.check(machine.step(event));
            }
        }
    }

    /// However it got where it is: once all is well, it comes to rest with nothing under way.
    #[test]
    fn it_always_comes_to_rest(throws in proptest::collection::vec(throws(), 1..100)) {
        let (mut machine, mut driver) = (Machine::new(), Driver { gates: [false, true, false], ..Driver::default() });
        for (throw, other) in throws {
            if let Some(event) = driver.event(throw, other) {
                driver.check(machine.step(event));
            }
        }
        for event in [Event::Led(true), Event::Connected(true), Event::SignedIn(true), Event::Ticked(1_000_000)] {
            driver.gates = [true; 3];
            driver.check(machine.step(event));
        }
        for _ in 0..200 {
            let Some((_, effect)) = driver.under_way.pop_first() else { break };
            let event = match &effect {
                Effect::Load { errand, .. } => Event::Loaded(*errand, Vec::new()),
                _ => answer(&effect, 20, false),
            };
            driver.check(machine.step(event));
        }
        prop_assert!(driver.under_way.is_empty() && !driver.status.busy, "{:?}", machine);
    }
}
