//! How the tests of the machine speak: an event comes in, the effects that it has are told in a line.

use model::{AccountId, Body, DeviceId, Edit, EditKey, Instant, Record, RecordId, SpaceId, Stamp};
use serde_json::json;
use std::collections::BTreeMap;
use sync::effect::Status;
use sync::{Effect, Errand, Event, Failure, Machine};
use uuid::Uuid;
use wire::live::Live;
use wire::pull::Ask;
use wire::push::{Answer, Outcome};
use wire::{Cursor, ErrorCode, Page, PushReply};

pub(crate) const HOME: SpaceId = SpaceId(Uuid::from_u128(1));
pub(crate) const OTHER: SpaceId = SpaceId(Uuid::from_u128(2));
/// The version of access that everything has unless said otherwise.
pub(crate) const SCOPE: u64 = 3;

/// A machine, and what it has asked for.
pub(crate) struct Tale {
    pub(crate) machine: Machine,
    pub(crate) status: Status,
    asked: BTreeMap<(&'static str, SpaceId), Errand>,
    /// By what they ask for.
    pulls: BTreeMap<String, Errand>,
}

impl Tale {
    /// A machine that leads, with somebody signed in.
    pub(crate) fn new() -> Self {
        let mut tale =
            Self { machine: Machine::new(), status: Status::default(), asked: BTreeMap::new(), pulls: BTreeMap::new() };
        tale.on(Event::Led(true), "");
        tale.on(Event::SignedIn(true), "");
        tale
    }

    /// The same with the home as it stands on a device that has everything up to `after`.
    pub(crate) fn in_step(after: u64) -> Self {
        let mut tale = Self::new();
        tale.on(opened(HOME, Some(whole(after)), 0), &format!("pull after {after}"));
        tale.pulled(page(after, []), "");
        tale
    }

    /// Something happens; the effects in order, but for [`Effect::Show`], which is kept in `status`.
    #[track_caller]
    pub(crate) fn on(&mut self, event: Event, expected: &str) {
        let mut told = Vec::new();
        for effect in self.machine.step(event) {
            if let Effect::Show(status) = effect {
                assert_ne!(status, self.status, "shown although it did not change");
                self.status = status;
            } else {
                told.push(self.tell(&effect));
            }
        }
        assert_eq!(told.join(", "), expected);
    }

    /// One effect in a few words; the space is named unless it is the home.
    fn tell(&mut self, effect: &Effect) -> String {
        let keys = |edits: &[Edit]| {
            let number = |edit: &Edit| edit.key.0.as_u128().to_string();
            if edits.len() > 3 {
                edits.len().to_string() + " edits"
            } else {
                edits.iter().map(number).collect::<Vec<_>>().join(" ")
            }
        };
        let (name, errand, more) = match effect {
            Effect::Load { errand, .. } => ("load", errand, String::new()),
            Effect::Push(errand, edits) => ("push", errand, keys(edits)),
            Effect::Settle(errand, edits, reply) => {
                let refused =
                    reply.answers.iter().filter(|answer| matches!(answer.outcome, Outcome::Refused { .. })).count();
                let refused = if refused > 0 { format!(" ({refused} refused)") } else { String::new() };
                ("settle", errand, keys(edits) + &refused)
            }
            Effect::Pull { errand, ask: Ask::First, .. } => ("pull", errand, "first".into()),
            Effect::Pull { errand, ask: Ask::Between(0, before), .. } => ("pull", errand, format!("before {before}")),
            Effect::Pull { errand, ask: Ask::Between(after, before), .. } => {
                ("pull", errand, format!("between {after} and {before}"))
            }
            Effect::Pull { errand, ask: Ask::After(rev), .. } => ("pull", errand, format!("after {rev}")),
            Effect::Apply { errand, cursor: Cursor { after, before, .. }, anew, .. } => {
                let before = before.map_or(String::new(), |before| format!(" before {before}"));
                ("apply", errand, format!("{after}{before}{}", if *anew { " anew" } else { "" }))
            }
            Effect::Wait(ms) => return format!("wait {ms}"),
            Effect::AskSignIn => return "ask sign-in".into(),
            Effect::LostAccess(space) => return format!("lost {}", if *space == HOME { "home" } else { "other" }),
            Effect::Show(_) => unreachable!("told by its caller"),
        };
        self.asked.insert((name, errand.space), *errand);
        if name == "pull" {
            self.pulls.insert(more.clone(), *errand);
        }
        let of = if errand.space == HOME { "" } else { " of other" };
        format!("{name} {more}").trim_end().to_owned() + of
    }

    /// The latest errand of that sort.
    pub(crate) fn errand(&self, name: &'static str, space: SpaceId) -> Errand {
        self.asked[&(name, space)]
    }

    #[track_caller]
    pub(crate) fn loaded(&mut self, edits: &[Edit], expected: &str) {
        self.on(Event::Loaded(self.errand("load", HOME), edits.to_vec()), expected);
    }

    #[track_caller]
    pub(crate) fn pushed(&mut self, reply: PushReply, expected: &str) {
        self.on(Event::Pushed(self.errand("push", HOME), reply), expected);
    }

    #[track_caller]
    pub(crate) fn settled(&mut self, unsent: usize, cursor: Cursor, expected: &str) {
        let errand = self.errand("settle", HOME);
        self.on(Event::Settled { errand, unsent, cursor: Some(cursor) }, expected);
    }

    #[track_caller]
    pub(crate) fn pulled(&mut self, page: Page, expected: &str) {
        let errand = self.errand("pull", page.space);
        self.on(Event::Pulled { errand, page, text: "the page".into() }, expected);
    }

    /// The page that was asked for in those words.
    #[track_caller]
    pub(crate) fn came(&mut self, asked: &str, page: Page, expected: &str) {
        self.on(Event::Pulled { errand: self.pulls[asked], page, text: "the page".into() }, expected);
    }

    /// It does not come.
    #[track_caller]
    pub(crate) fn came_not(&mut self, asked: &str, failure: Failure, expected: &str) {
        self.on(Event::Failed(self.pulls[asked], failure), expected);
    }

    #[track_caller]
    pub(crate) fn applied(&mut self, expected: &str) {
        self.on(Event::Applied(self.errand("apply", HOME)), expected);
    }

    #[track_caller]
    pub(crate) fn failed(&mut self, name: &'static str, failure: Failure, expected: &str) {
        self.on(Event::Failed(self.errand(name, HOME), failure), expected);
    }
}

pub(crate) fn opened(space: SpaceId, cursor: Option<Cursor>, unsent: usize) -> Event {
    Event::Opened { space, cursor, unsent, have: 0 }
}

/// The cursor of a device that has everything up to `after`.
pub(crate) fn whole(after: u64) -> Cursor {
    Cursor { after, before: None, scope: SCOPE }
}

/// A page at the end of which there is no more, with records of those revisions.
pub(crate) fn page(head: u64, revs: impl IntoIterator<Item = u64>) -> Page {
    let records: Vec<Record> = revs.into_iter().map(record).collect();
    Page { space: HOME, scope: SCOPE, head, more: false, total: 9, records }
}

/// A page after which there is more.
pub(crate) fn part(head: u64, revs: impl IntoIterator<Item = u64>) -> Page {
    Page { more: true, ..page(head, revs) }
}

fn record(rev: u64) -> Record {
    Record { rev, ..Record::first(&edit(rev.into())) }
}

/// An edit with that number as its key and its record.
pub(crate) fn edit(number: u128) -> Edit {
    edit_of(number, "Geyser")
}

pub(crate) fn edit_of(number: u128, name: &str) -> Edit {
    let stamp = Stamp { at_ms: 1, count: 0, device: DeviceId(1) };
    let fields = Body::seal(json!({ "name": name }).as_object().expect("an object"));
    Edit {
        key: EditKey(Uuid::from_u128(number)),
        id: RecordId(Uuid::from_u128(number)),
        kind: "contact".into(),
        stamp,
        fields,
    }
}

/// Every edit accepted, numbered on from `before`.
pub(crate) fn accepted(before: u64, edits: &[Edit]) -> PushReply {
    let answer = |(rev, edit): (u64, &Edit)| {
        let outcome = Outcome::Accepted { rev, stamp: edit.stamp, by: AccountId::default(), at: Instant(1) };
        Answer { key: edit.key, outcome }
    };
    let answers: Vec<Answer> = (before + 1..).zip(edits).map(answer).collect();
    PushReply { scope: SCOPE, before, head: before + answers.len() as u64, answers }
}

/// Every edit refused.
pub(crate) fn refused(edits: &[Edit], code: ErrorCode) -> PushReply {
    let outcome = Outcome::Refused { code, faults: Vec::new() };
    let answers = edits.iter().map(|edit| Answer { key: edit.key, outcome: outcome.clone() }).collect();
    PushReply { scope: SCOPE, before: 5, head: 5, answers }
}

pub(crate) fn woken(head: u64, scope: u64) -> Event {
    Event::Woken(vec![Live { space: HOME, head, scope: Some(scope), closed: false }])
}
