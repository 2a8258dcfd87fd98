//! When to send what: events go in, effects come out, and nothing else happens here.

use crate::effect::{Progress, Status};
use crate::lane::Lane;
use crate::{Effect, Errand, Event, Failure};
use model::SpaceId;
use std::cmp::Reverse;
use wire::live::Live;

/// Requests under way at once: a browser opens six connections to one server over HTTP/1.1, and leaves two for wake-up and files.
pub const REQUESTS_MAX: usize = 4;

/// How much earlier than asked a timer may fire, milliseconds; browsers round.
const EARLY_MS: i64 = 50;

/// Decides when to send and fetch. It does no IO and has no clock.
#[derive(Debug)]
pub struct Machine {
    /// In the order in which they were opened.
    lanes: Vec<Lane>,
    edits: u64,
    /// Errands so far.
    errands: u64,
    leads: bool,
    connected: bool,
    signed_in: bool,
    /// The last attempt met no network.
    unreached: bool,
    now_ms: i64,
    /// When the earliest timer fires that was asked for.
    wakes_at: Option<i64>,
    shown: Status,
}

impl Default for Machine {
    fn default() -> Self {
        Self::new()
    }
}

impl Machine {
    /// A machine that knows of no space and nobody signed in, in a tab that does not lead.
    pub fn new() -> Self {
        Self {
            lanes: Vec::new(),
            edits: 0,
            errands: 0,
            leads: false,
            connected: true,
            signed_in: false,
            unreached: false,
            now_ms: 0,
            wakes_at: None,
            shown: Status::default(),
        }
    }

    /// Takes in what happened; what to do next, in this order.
    pub fn step(&mut self, event: Event) -> Vec<Effect> {
        let mut effects = Vec::new();
        self.note(event, &mut effects);
        for lane in &mut self.lanes {
            let next = errand(&mut self.errands, lane.space);
            effects.extend(lane.keep(next, self.now_ms));
        }
        if self.may_ask() {
            self.ask(&mut effects);
            self.wait(&mut effects);
        } else {
            self.lanes.iter_mut().for_each(Lane::unload);
        }
        self.show(&mut effects);
        effects
    }

    fn note(&mut self, event: Event, effects: &mut Vec<Effect>) {
        let (now_ms, may_ask) = (self.now_ms, self.may_ask());
        match event {
            Event::Opened { space, cursor, unsent, have } => self.open(space).opened(cursor, unsent, have),
            Event::Closed(space) => self.lanes.retain(|lane| lane.space != space),
            Event::Edited(space) => {
                self.edits += 1;
                let edits = self.edits;
                self.lane(space, |lane| lane.edited(edits));
            }
            Event::Led(leads) => {
                self.leads = leads;
                self.refresh(leads);
            }
            Event::Connected(connected) => {
                self.connected = connected;
                self.unreached &= !connected;
                self.refresh(connected);
            }
            Event::SignedIn(signed_in) => {
                self.signed_in = signed_in;
                self.refresh(signed_in);
            }
            Event::Woken(heads) => heads.into_iter().for_each(|live| self.wake(live, effects)),
            Event::Ticked(now_ms) => self.tick(now_ms),
            Event::Loaded(errand, edits) => {
                self.lane(errand.space, |lane| lane.loaded(errand, edits, may_ask, now_ms));
            }
            Event::Pushed(errand, reply) => {
                self.unreached = false;
                self.lane(errand.space, |lane| lane.pushed(errand, reply, now_ms));
            }
            Event::Settled { errand, unsent, cursor } => {
                self.lane(errand.space, |lane| lane.settled(errand, unsent, cursor, now_ms));
            }
            Event::Pulled { errand, page, text } => {
                self.unreached = false;
                self.lane(errand.space, |lane| lane.pulled(errand, page, text));
            }
            Event::Applied(errand) => self.lane(errand.space, |lane| lane.applied(errand, now_ms)),
            Event::Failed(errand, failure) => self.fail(errand, failure, effects),
        }
    }

    fn open(&mut self, space: SpaceId) -> &mut Lane {
        let at = self.lanes.iter().position(|lane| lane.space == space).unwrap_or_else(|| {
            self.lanes.push(Lane::new(space));
            self.lanes.len() - 1
        });
        &mut self.lanes[at]
    }

    fn lane(&mut self, space: SpaceId, act: impl FnOnce(&mut Lane)) {
        if let Some(lane) = self.lanes.iter_mut().find(|lane| lane.space == space) {
            act(lane);
        }
    }

    fn refresh(&mut self, begins: bool) {
        if begins {
            self.lanes.iter_mut().for_each(Lane::refreshed);
        }
    }

    fn wake(&mut self, live: Live, effects: &mut Vec<Effect>) {
        self.unreached = false;
        match live.scope {
            Some(scope) => self.lane(live.space, |lane| lane.woken(live.head, scope)),
            None => self.lose(live.space, effects),
        }
    }

    fn lose(&mut self, space: SpaceId, effects: &mut Vec<Effect>) {
        let before = self.lanes.len();
        self.lanes.retain(|lane| lane.space != space);
        if self.lanes.len() < before {
            effects.push(Effect::LostAccess(space));
        }
    }

    fn tick(&mut self, now_ms: i64) {
        if now_ms < self.now_ms {
            self.lanes.iter_mut().for_each(Lane::clock_set_back);
        }
        self.now_ms = now_ms;
        self.wakes_at = self.wakes_at.filter(|at| now_ms.saturating_add(EARLY_MS) < *at);
    }

    fn fail(&mut self, errand: Errand, failure: Failure, effects: &mut Vec<Effect>) {
        let now_ms = self.now_ms;
        let mut concerned = false;
        self.lane(errand.space, |lane| concerned = lane.failed(errand, failure, now_ms));
        if !concerned {
            return;
        }
        match failure {
            Failure::Network => self.unreached = true,
            Failure::SignIn => {
                if std::mem::replace(&mut self.signed_in, false) {
                    effects.push(Effect::AskSignIn);
                }
            }
            Failure::NoAccess => self.lose(errand.space, effects),
            Failure::Busy { .. } | Failure::Rejected(_) | Failure::Store => {}
        }
    }

    fn may_ask(&self) -> bool {
        self.leads && self.connected && self.signed_in
    }

    /// Asks for what lanes want, the one lately edited first, then in the order of opening.
    fn ask(&mut self, effects: &mut Vec<Effect>) {
        let mut free = REQUESTS_MAX.saturating_sub(self.lanes.iter().map(Lane::requests).sum());
        let mut lanes: Vec<&mut Lane> = self.lanes.iter_mut().collect();
        lanes.sort_by_key(|lane| Reverse(lane.edited));
        for lane in lanes {
            let before = lane.requests();
            // What goes on with a push takes no place that is not taken already.
            if free > 0 || lane.sends() {
                effects.extend(lane.push(errand(&mut self.errands, lane.space), self.now_ms));
                effects.extend(lane.load(errand(&mut self.errands, lane.space), self.now_ms));
                free -= lane.requests() - before;
            }
            while free > 0 {
                let Some(fetched) = lane.fetch(errand(&mut self.errands, lane.space), self.now_ms) else { break };
                free -= 1;
                effects.push(fetched);
            }
        }
    }

    /// Asks for a timer, unless one fires early enough already.
    fn wait(&mut self, effects: &mut Vec<Effect>) {
        let Some(next) = self.lanes.iter().filter_map(Lane::wakes_at).min().filter(|at| *at > self.now_ms) else {
            return;
        };
        if self.wakes_at.is_none_or(|asked| next < asked) {
            self.wakes_at = Some(next);
            effects.push(Effect::Wait(next.abs_diff(self.now_ms)));
        }
    }

    fn show(&mut self, effects: &mut Vec<Effect>) {
        let progress = |lane: &Lane| lane.first_sync().map(|(have, total)| Progress { space: lane.space, have, total });
        let status = Status {
            busy: self.lanes.iter().any(Lane::is_busy),
            offline: !self.connected || self.unreached,
            first_sync: self.lanes.iter().find_map(progress),
        };
        if status != self.shown {
            self.shown = status;
            effects.push(Effect::Show(status));
        }
    }
}

/// The next errand. Numbers that come to nothing are left out.
fn errand(errands: &mut u64, space: SpaceId) -> Errand {
    *errands += 1;
    Errand { space, number: *errands }
}
