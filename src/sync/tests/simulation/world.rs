//! Everything there is in one simulation: devices, a server, and a network that drops, doubles, reorders and delays what goes between them.

use crate::device::{Device, Running, now};
use crate::network::{Request, Weather};
use crate::server::{Member, Server, Space};
use model::access::Role;
use model::{AccountId, DeviceId, Edit, EditKey, SpaceId};
use std::collections::{BTreeMap, BTreeSet};
use sync::{Effect, Errand, Event, Memory, Settlement, SpaceEntry, Store};
use uuid::Uuid;
use wire::{Cursor, PushReply};

/// When every simulation begins, milliseconds since 1970: an hour of November 2025.
const BEGIN_MS: u64 = 1_763_000_000_000;
/// Tasks of one simulation; many times what any needs, so that asking in a circle is found out.
const TASKS_MAX: u64 = 400_000;
/// How far clocks are off, milliseconds.
pub(crate) const OFF_MS_MAX: i64 = 48 * 3_600_000;

pub(crate) struct World {
    pub(crate) rng: fastrand::Rng,
    pub(crate) now_ms: u64,
    pub(crate) server: Server,
    pub(crate) devices: Vec<Device>,
    /// Every edit that a device said it had saved: where, and in which space.
    pub(crate) saved: BTreeMap<EditKey, (usize, SpaceId)>,
    /// Refused edits that a person let go.
    pub(crate) discarded: BTreeSet<EditKey>,
    /// Whether everything that happens is printed.
    traced: bool,
    pub(crate) weather: Weather,
    queue: BTreeMap<(u64, u64), Task>,
    tasks: u64,
}

/// Something that will happen. What concerns a device names its life: a crash ends it, and with it all that it had under way.
pub(crate) enum Task {
    Boot(usize),
    Poll(usize),
    Tick(usize, u32),
    SignIn(usize, u32),
    Step(usize, u32, Event),
    Local(usize, u32, Local),
    Arrive(usize, u32, Errand, Request),
    Deliver(usize, u32, Event),
}

/// What a device does in its own store.
pub(crate) enum Local {
    Load(Errand, usize),
    Work(Errand, Vec<Edit>, PushReply),
    Settle(Errand, Settlement),
    Apply { errand: Errand, text: String, cursor: Cursor, anew: bool },
}

impl Local {
    pub(crate) fn errand(&self) -> Errand {
        match self {
            Self::Load(errand, _) | Self::Work(errand, ..) | Self::Settle(errand, _) | Self::Apply { errand, .. } => {
                *errand
            }
        }
    }
}

impl World {
    pub(crate) fn new(seed: u64, traced: bool) -> Self {
        let mut rng = fastrand::Rng::with_seed(seed);
        let pick = |rng: &mut fastrand::Rng, of: &[u64]| of[rng.usize(..of.len())];
        let devices = rng.usize(2..=6);
        let accounts: Vec<AccountId> = (0..rng.usize(1..=devices)).map(|_| AccountId(uuid(&mut rng))).collect();
        let server = Server {
            spaces: (0..rng.usize(1..=3)).map(|_| (SpaceId(uuid(&mut rng)), Space::default())).collect(),
            page_max: pick(&mut rng, &[1, 2, 5, 1000]) as usize,
            edits_max: pick(&mut rng, &[1, 3, 1000]) as usize,
        };
        let weather = Weather::of(&mut rng);
        let device = |at: usize| Device {
            number: DeviceId(at as u64 + 1),
            account: accounts[at % accounts.len()],
            store: Memory::new(),
            clock_off_ms: 0,
            online: true,
            session: true,
            life: 0,
            run: None,
            seen: BTreeMap::new(),
        };
        let devices = (0..devices).map(device).collect();
        let (saved, discarded, queue) = (BTreeMap::new(), BTreeSet::new(), BTreeMap::new());
        let mut world =
            Self { rng, now_ms: BEGIN_MS, server, devices, saved, discarded, traced, weather, queue, tasks: 0 };
        world.found(&accounts);
        world
    }

    /// The first account owns every space; the others are in some.
    fn found(&mut self, accounts: &[AccountId]) {
        let rng = &mut self.rng;
        for space in self.server.spaces.values_mut() {
            for (at, account) in accounts.iter().enumerate() {
                if at == 0 || rng.u8(..4) > 0 {
                    let role = if at == 0 { Role::Owner } else { Role::CoOwner };
                    space.members.insert(*account, Member { role: Some(role), hidden: None, scope: rng.u64(1..9) });
                }
            }
        }
        for at in 0..self.devices.len() {
            self.devices[at].clock_off_ms = self.rng.i64(-OFF_MS_MAX..=OFF_MS_MAX);
            self.later(5_000, Task::Boot(at));
            self.later(60_000, Task::Poll(at));
        }
    }

    pub(crate) fn later(&mut self, ms_max: u64, task: Task) {
        let delay_ms = self.rng.u64(0..=ms_max);
        self.after(delay_ms, task);
    }

    pub(crate) fn after(&mut self, ms: u64, task: Task) {
        self.tasks += 1;
        assert!(self.tasks < TASKS_MAX, "the devices never come to rest");
        self.queue.insert((self.now_ms + ms, self.tasks), task);
    }

    pub(crate) fn chance(&mut self, percent: u8) -> bool {
        self.rng.u8(..100) < percent
    }

    /// Lets time pass, with everything that falls into it.
    pub(crate) fn pass(&mut self, ms: u64) {
        let until_ms = self.now_ms + ms;
        while self.queue.first_key_value().is_some_and(|((at_ms, _), _)| *at_ms <= until_ms) {
            self.next();
        }
        self.now_ms = until_ms;
    }

    /// Mends the network and everything else that can be mended, and goes on until nothing is left to do.
    pub(crate) fn come_to_rest(&mut self) {
        self.weather = Weather::FAIR;
        for at in 0..self.devices.len() {
            self.devices[at].store.set_full(false);
            self.devices[at].session = true;
            if self.devices[at].run.is_none() {
                self.boot(at);
            }
            self.set_online(at, true);
            self.step(at, Event::SignedIn(true));
            self.poll(at);
        }
        while !self.queue.is_empty() {
            self.next();
        }
    }

    fn next(&mut self) {
        let Some(((at_ms, _), task)) = self.queue.pop_first() else { return };
        self.now_ms = self.now_ms.max(at_ms);
        match task {
            Task::Boot(at) => self.boot(at),
            Task::Poll(at) => {
                self.poll(at);
                if self.weather.polls {
                    self.later(120_000, Task::Poll(at));
                }
            }
            Task::Tick(at, life) if self.lives(at, life) => {
                let now_ms = self.devices[at].clock_ms(self.now_ms);
                self.step(at, Event::Ticked(now_ms.cast_signed()));
            }
            Task::SignIn(at, life) if self.lives(at, life) => {
                self.devices[at].session = true;
                self.step(at, Event::SignedIn(true));
            }
            Task::Step(at, life, event) if self.lives(at, life) => self.step(at, event),
            Task::Local(at, life, local) if self.lives(at, life) => self.local(at, local),
            Task::Arrive(at, life, errand, request) => self.serve(at, life, errand, request),
            Task::Deliver(at, life, event) if self.lives(at, life) && self.devices[at].online => self.step(at, event),
            _ => {}
        }
    }

    fn lives(&self, at: usize, life: u32) -> bool {
        self.devices[at].run.is_some() && self.devices[at].life == life
    }

    fn run(&mut self, at: usize) -> &mut Running {
        self.devices[at].run.as_mut().expect("only tasks of a running device get here")
    }

    /// Ends a device's life between any two steps: its memory is lost, its store is not.
    pub(crate) fn crash(&mut self, at: usize) {
        if self.devices[at].run.take().is_some() {
            self.devices[at].life += 1;
            self.later(30_000, Task::Boot(at));
        }
    }

    fn boot(&mut self, at: usize) {
        if self.devices[at].run.is_some() {
            return;
        }
        let lives = self.server.heads(self.devices[at].account);
        let device = &mut self.devices[at];
        if device.life == 0 {
            for live in lives.iter().filter(|live| live.scope.is_some()) {
                // On a full disk the next poll notes it.
                let _ = now(device.store.put_space(&entry(live.space)));
            }
        }
        device.run = Some(Running::new(device.number));
        let mut events = vec![Event::Connected(device.online), Event::SignedIn(true), Event::Led(true)];
        for known in now(device.store.spaces()).expect("memory can be read") {
            events.push(device.open(known.space));
        }
        self.rng.shuffle(&mut events);
        events.into_iter().for_each(|event| self.step(at, event));
    }

    /// The device asks where heads stand, and learns which spaces are new to it.
    fn poll(&mut self, at: usize) {
        let device = &mut self.devices[at];
        let Some(run) = device.run.as_ref().filter(|_| device.online && device.session) else { return };
        let lives = self.server.heads(device.account);
        let joined = lives.iter().filter(|live| live.scope.is_some() && !run.replicas.contains_key(&live.space));
        let joined: Vec<SpaceId> = joined.map(|live| live.space).collect();
        for space in joined {
            if now(self.devices[at].store.put_space(&entry(space))).is_ok() {
                let opened = self.devices[at].open(space);
                self.step(at, opened);
            }
        }
        self.step(at, Event::Woken(lives));
    }

    pub(crate) fn set_online(&mut self, at: usize, online: bool) {
        self.devices[at].online = online;
        if self.devices[at].run.is_some() {
            self.step(at, Event::Connected(online));
        }
    }

    /// Another tab leads for a moment.
    pub(crate) fn follow_and_lead(&mut self, at: usize) {
        self.step(at, Event::Led(false));
        let spaces: Vec<SpaceId> = self.run(at).replicas.keys().copied().collect();
        for space in spaces {
            let opened = self.devices[at].reopened(space);
            self.step(at, opened);
        }
        self.step(at, Event::Led(true));
    }

    /// Tells the machine of a device, and does what it asks for.
    pub(crate) fn step(&mut self, at: usize, event: Event) {
        if self.traced {
            println!("{} device {at} {event:?}", self.now_ms - BEGIN_MS);
        }
        let effects = self.run(at).machine.step(event);
        if self.traced {
            effects.iter().for_each(|effect| println!("    {effect:?}"));
        }
        for effect in effects {
            self.perform(at, effect);
        }
    }

    fn perform(&mut self, at: usize, effect: Effect) {
        let life = self.devices[at].life;
        let local = |local| Task::Local(at, life, local);
        match effect {
            Effect::Load { errand, limit } => self.later(50, local(Local::Load(errand, limit))),
            Effect::Push(errand, edits) => self.send(at, errand, Request::Push(edits)),
            Effect::Settle(errand, edits, reply) => {
                self.run(at).enter_store(errand.space);
                self.later(50, local(Local::Work(errand, edits, reply)));
            }
            Effect::Pull { errand, ask, limit } => self.send(at, errand, Request::Pull(ask, limit)),
            Effect::Apply { errand, text, cursor, anew, .. } => {
                self.run(at).enter_store(errand.space);
                self.later(50, local(Local::Apply { errand, text, cursor, anew }));
            }
            Effect::Wait(ms) => {
                let early_ms = self.rng.u64(..20);
                self.after(ms.saturating_sub(early_ms), Task::Tick(at, life));
            }
            Effect::AskSignIn => self.later(60_000, Task::SignIn(at, life)),
            Effect::LostAccess(space) => {
                self.devices[at].lose(space);
                let is_its = |task: &Task| matches!(task, Task::Local(of, _, local) if *of == at && local.errand().space == space);
                self.queue.retain(|_, task| !is_its(task));
            }
            Effect::Show(status) => self.run(at).status = status,
        }
    }

    fn local(&mut self, at: usize, local: Local) {
        let life = self.devices[at].life;
        match self.devices[at].perform(local) {
            Some(Ok(event)) => self.later(50, Task::Step(at, life, event)),
            Some(Err(next)) => self.later(50, Task::Local(at, life, next)),
            None => {}
        }
    }
}

/// A space as a device notes it.
fn entry(space: SpaceId) -> SpaceEntry {
    SpaceEntry { space, role: Role::CoOwner, joined: true, name: String::new() }
}

/// An id, the same for the same seed.
pub(crate) fn uuid(rng: &mut fastrand::Rng) -> Uuid {
    Uuid::from_u128(rng.u128(..))
}
