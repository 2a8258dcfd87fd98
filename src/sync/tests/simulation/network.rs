//! The network between devices and server: it drops, doubles, delays and by that reorders, and the server is busy at times.

use crate::device::Device;
use crate::world::{Task, World};
use model::{AccountId, Edit, SpaceId};
use sync::{Errand, Event, Failure};
use wire::pull::Ask;
use wire::{ErrorCode, Page};

/// How long a device waits for an answer, as the app does, milliseconds.
const ANSWER_MS_MAX: u64 = 30_000;

/// How bad the network is.
pub(crate) struct Weather {
    dropped_percent: u8,
    doubled_percent: u8,
    busy_percent: u8,
    delay_ms_max: u64,
    pub(crate) polls: bool,
}

impl Weather {
    pub(crate) const FAIR: Self =
        Self { dropped_percent: 0, doubled_percent: 0, busy_percent: 0, delay_ms_max: 500, polls: false };

    pub(crate) fn of(rng: &mut fastrand::Rng) -> Self {
        Self {
            dropped_percent: [0, 5, 20][rng.usize(..3)],
            doubled_percent: [0, 10, 30][rng.usize(..3)],
            busy_percent: [0, 0, 5][rng.usize(..3)],
            delay_ms_max: [100, 2_000, 40_000][rng.usize(..3)],
            polls: true,
        }
    }
}

#[derive(Clone)]
pub(crate) enum Request {
    Push(Vec<Edit>),
    Pull(Ask, usize),
}

impl World {
    /// Sends a request. Its answers may come after it was given up, and more than once.
    pub(crate) fn send(&mut self, at: usize, errand: Errand, request: Request) {
        let Device { life, online, .. } = self.devices[at];
        let failed = Task::Step(at, life, Event::Failed(errand, Failure::Network));
        if !online {
            return self.later(1_000, failed);
        }
        self.after(ANSWER_MS_MAX, failed);
        for _ in 0..self.copies() {
            self.later(self.weather.delay_ms_max, Task::Arrive(at, life, errand, request.clone()));
        }
    }

    /// How often something that is sent once arrives.
    fn copies(&mut self) -> usize {
        let (dropped, doubled) = (self.weather.dropped_percent, self.weather.doubled_percent);
        if self.chance(dropped) { 0 } else { 1 + usize::from(self.chance(doubled)) }
    }

    pub(crate) fn serve(&mut self, at: usize, life: u32, errand: Errand, request: Request) {
        let busy = self.weather.busy_percent;
        let answer = if !self.devices[at].session {
            Err(Failure::SignIn)
        } else if self.chance(busy) {
            Err(Failure::Busy { wait_ms: self.rng.u64(..20_000) })
        } else if self.chance(busy) && matches!(request, Request::Pull(..)) {
            Err(Failure::Rejected(ErrorCode::Unreadable))
        } else {
            self.answer(self.devices[at].account, errand, request)
        };
        let event = answer.unwrap_or_else(|failure| Event::Failed(errand, failure));
        for _ in 0..self.copies() {
            self.later(self.weather.delay_ms_max, Task::Deliver(at, life, event.clone()));
        }
    }

    fn answer(&mut self, account: AccountId, errand: Errand, request: Request) -> Result<Event, Failure> {
        let space = errand.space;
        match request {
            Request::Push(edits) => {
                let reply = self.server.push(account, space, &edits, self.now_ms)?;
                if reply.head > reply.before {
                    self.wake(space);
                }
                Ok(Event::Pushed(errand, reply))
            }
            Request::Pull(ask, limit) => {
                let page = self.server.pull(account, space, ask, limit)?;
                let text = serde_json::to_string(&page).expect("a page can be written");
                let page: Page = serde_json::from_str(&text).expect("and read");
                Ok(Event::Pulled { errand, page, text })
            }
        }
    }

    /// Tells every device that is there that a space has changed; as unreliably as everything.
    pub(crate) fn wake(&mut self, space: SpaceId) {
        for at in 0..self.devices.len() {
            let device = &self.devices[at];
            let (life, awake) = (device.life, device.online && device.session);
            let live = self.server.heads(device.account).into_iter().find(|live| live.space == space);
            let Some(live) = live.filter(|_| awake) else { continue };
            for _ in 0..self.copies() {
                self.later(self.weather.delay_ms_max, Task::Deliver(at, life, Event::Woken(vec![live])));
            }
        }
    }
}
