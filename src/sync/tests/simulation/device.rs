//! A device as the app drives one: the machine and replicas in memory, a store that outlives them.

use crate::world::Local;
use model::{AccountId, Clock, DeviceId, Edit, RecordId, SpaceId};
use std::collections::{BTreeMap, BTreeSet};
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use sync::effect::Status;
use sync::{Event, Failure, Machine, Memory, Replica, Store, StoreError};
use wire::Page;

pub(crate) struct Device {
    pub(crate) number: DeviceId,
    pub(crate) account: AccountId,
    pub(crate) store: Memory,
    pub(crate) clock_off_ms: i64,
    pub(crate) online: bool,
    /// Whether the server still takes its session.
    pub(crate) session: bool,
    pub(crate) life: u32,
    /// None while it is switched off.
    pub(crate) run: Option<Running>,
    /// Facts that were seen on it, and must stay to be seen while the access stays what it is.
    pub(crate) seen: BTreeMap<SpaceId, BTreeSet<RecordId>>,
}

pub(crate) struct Running {
    pub(crate) machine: Machine,
    pub(crate) replicas: BTreeMap<SpaceId, Replica>,
    pub(crate) clock: Clock,
    pub(crate) status: Status,
    in_store: BTreeSet<SpaceId>,
}

impl Running {
    pub(crate) fn new(number: DeviceId) -> Self {
        Self {
            machine: Machine::new(),
            replicas: BTreeMap::new(),
            clock: Clock::new(number),
            status: Status::default(),
            in_store: BTreeSet::new(),
        }
    }

    /// The machine promises that answers and pages of a space go into the store one after the other.
    pub(crate) fn enter_store(&mut self, space: SpaceId) {
        assert!(self.in_store.insert(space), "two writes of one space at once");
    }
}

impl Device {
    pub(crate) fn clock_ms(&self, now_ms: u64) -> u64 {
        now_ms.saturating_add_signed(self.clock_off_ms)
    }

    /// The space as the store has it.
    pub(crate) fn stored(&self, space: SpaceId) -> Replica {
        let (replica, unreadable) =
            Replica::from_opened(now(self.store.open(space)).expect("memory can be read"), space);
        assert!(unreadable.is_empty(), "{unreadable:?}");
        replica
    }

    /// Opens a space from the store.
    pub(crate) fn open(&mut self, space: SpaceId) -> Event {
        let replica = self.stored(space);
        let run = self.run.as_mut().expect("only a running device opens spaces");
        replica.all().iter().for_each(|record| run.clock.observe(record.latest()));
        run.replicas.insert(space, replica);
        self.reopened(space)
    }

    /// What the machine is told of a space that is open.
    pub(crate) fn reopened(&self, space: SpaceId) -> Event {
        let replica = &self.run.as_ref().expect("a running device").replicas[&space];
        Event::Opened { space, cursor: replica.cursor(), unsent: replica.unsent(), have: replica.have() }
    }

    /// The space is no longer open to the account: it goes, unless something of it is unsent.
    pub(crate) fn lose(&mut self, space: SpaceId) {
        let run = self.run.as_mut().expect("a running device");
        run.in_store.remove(&space);
        self.seen.remove(&space);
        let unsent = run.replicas.remove(&space).is_some_and(|replica| !replica.outbox().is_empty());
        if !unsent {
            now(self.store.drop_space(space)).expect("dropping needs no room");
        }
    }

    /// A person saves; then the edits are safe, and seen.
    pub(crate) fn save(&mut self, space: SpaceId, edits: &[Edit]) -> Result<(), StoreError> {
        now(self.store.save(space, edits))?;
        let replica = self.replica(space).expect("people write into open spaces");
        replica.edited(edits);
        Ok(())
    }

    pub(crate) fn replica(&mut self, space: SpaceId) -> Option<&mut Replica> {
        self.run.as_mut()?.replicas.get_mut(&space)
    }

    /// Does what the machine asked for: the event that tells of it, or what is to be done next.
    pub(crate) fn perform(&mut self, local: Local) -> Option<Result<Event, Local>> {
        let errand = local.errand();
        let space = errand.space;
        let failed = Some(Ok(Event::Failed(errand, Failure::Store)));
        match local {
            Local::Load(_, limit) => {
                let unsent = now(self.store.unsent(space, limit)).expect("memory can be read");
                Some(Ok(Event::Loaded(errand, unsent)))
            }
            Local::Work(_, edits, reply) => {
                let settlement = self.replica(space)?.settlement(&edits, &reply);
                Some(Err(Local::Settle(errand, settlement)))
            }
            Local::Settle(_, settlement) => {
                let kept = now(self.store.settle(space, &settlement));
                self.run.as_mut()?.in_store.remove(&space);
                if kept.is_err() {
                    return failed;
                }
                let replica = self.replica(space)?;
                replica.settled(&settlement);
                Some(Ok(Event::Settled { errand, unsent: replica.unsent(), cursor: replica.cursor() }))
            }
            Local::Apply { text, cursor, anew, .. } => {
                let kept = now(self.store.apply(space, &text, cursor, anew));
                let run = self.run.as_mut()?;
                run.in_store.remove(&space);
                if kept.is_err() {
                    return failed;
                }
                let page: Page = serde_json::from_str(&text).expect("what was read before");
                page.records.iter().for_each(|record| run.clock.observe(record.latest()));
                if anew {
                    self.seen.remove(&space);
                }
                self.replica(space)?.pulled(page, cursor, anew);
                Some(Ok(Event::Applied(errand)))
            }
        }
    }
}

/// Waits for a future of a store in memory, which never waits.
pub(crate) fn now<T>(future: impl Future<Output = T>) -> T {
    match pin!(future).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(value) => value,
        Poll::Pending => unreachable!("a store in memory never waits"),
    }
}
