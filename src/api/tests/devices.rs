//! Whole: two devices with the real machine and the real store against the real router, in process.

use super::home::HOME;
use super::{Person, Server, on_both};
use model::body::Body;
use model::{Clock, DeviceId, Edit, EditKey, Record, RecordId};
use serde_json::{Value, json};
use std::collections::{BTreeMap, VecDeque};
use sync::{Effect, Event, Failure, Machine, Memory, Replica, Store};
use uuid::Uuid;
use wire::live::Live;
use wire::push::Push;
use wire::{ErrorBody, ErrorCode, Page, PushReply, path};

/// A device of somebody: what the app's driver does, without a browser.
struct Device {
    person: Person,
    store: Memory,
    machine: Machine,
    clock: Clock,
    /// Whether there is a network.
    online: bool,
    /// Requests so far.
    requests: usize,
}

impl Device {
    async fn of(person: &Person, number: u64) -> Self {
        let clock = Clock::new(DeviceId(number));
        let (store, machine) = (Memory::new(), Machine::new());
        let mut device = Self { person: person.clone(), store, machine, clock, online: true, requests: 0 };
        let opened = Event::Opened { space: HOME, cursor: None, unsent: 0, have: 0 };
        for event in [Event::SignedIn(true), Event::Led(true), opened] {
            device.happen(event).await;
        }
        device
    }

    async fn replica(&self) -> Replica {
        let opened = self.store.open(HOME).await.expect("memory opens");
        let (replica, unreadable) = Replica::from_opened(opened, HOME);
        assert!(unreadable.is_empty(), "{unreadable:?}");
        replica
    }

    /// Writes a record, new or changed, as a person does.
    async fn save(&mut self, now_ms: i64, record: u128, kind: &str, fields: &Value) {
        let edit = Edit {
            key: EditKey(Uuid::new_v4()),
            id: RecordId(Uuid::from_u128(record)),
            kind: kind.to_owned(),
            stamp: self.clock.tick(now_ms.cast_unsigned()),
            fields: Body::from_text(fields.to_string()).expect("JSON"),
        };
        self.store.save(HOME, &[edit]).await.expect("memory takes it");
        self.happen(Event::Edited(HOME)).await;
    }

    /// Takes a finished job into the home as the app does: an entry and a task in one act.
    async fn take_in(&mut self, now_ms: i64, sheet: u128, title: &str) {
        let act = RecordId(Uuid::from_u128(sheet));
        let parts = [
            (1, "entry", json!({"title": title, "when": "2026-11-22"})),
            (2, "task", json!({"title": "Service", "due": "2027-11-22"})),
        ];
        let edits = parts.map(|(number, kind, fields)| {
            let id = RecordId(Uuid::from_u128(sheet ^ number));
            let (key, stamp) = (EditKey::in_act(act, id), self.clock.tick(now_ms.cast_unsigned()));
            let fields = Body::from_text(fields.to_string()).expect("JSON");
            Edit { key, id, kind: kind.to_owned(), stamp, fields }
        });
        self.store.save(HOME, &edits).await.expect("memory takes it");
        self.happen(Event::Edited(HOME)).await;
    }

    /// Lets an event happen, and everything that comes of it.
    async fn happen(&mut self, event: Event) {
        let mut effects: VecDeque<Effect> = self.machine.step(event).into();
        while let Some(effect) = effects.pop_front() {
            if let Some(event) = self.perform(effect).await {
                effects.extend(self.machine.step(event));
            }
        }
    }

    async fn perform(&mut self, effect: Effect) -> Option<Event> {
        match effect {
            Effect::Load { errand, limit } => {
                Some(Event::Loaded(errand, self.store.unsent(HOME, limit).await.expect("memory reads")))
            }
            Effect::Push(errand, edits) => match self.ask(&path::push(HOME), Some(Push { edits })).await {
                Ok(body) => Some(Event::Pushed(errand, read::<PushReply>(&body))),
                Err(failure) => Some(Event::Failed(errand, failure)),
            },
            Effect::Settle(errand, edits, reply) => {
                let settlement = self.replica().await.settlement(&edits, &reply);
                self.store.settle(HOME, &settlement).await.expect("memory takes it");
                let replica = self.replica().await;
                Some(Event::Settled { errand, unsent: replica.unsent(), cursor: replica.cursor() })
            }
            Effect::Pull { errand, ask, limit } => {
                let address = format!("{}{}", path::pull(HOME), ask.query(limit));
                match self.ask(&address, None).await {
                    Ok(body) => {
                        let text = String::from_utf8(body).expect("JSON is text");
                        Some(Event::Pulled { errand, page: read::<Page>(text.as_bytes()), text })
                    }
                    Err(failure) => Some(Event::Failed(errand, failure)),
                }
            }
            Effect::Apply { errand, text, cursor, anew, .. } => {
                self.store.apply(HOME, &text, cursor, anew).await.expect("memory takes it");
                Some(Event::Applied(errand))
            }
            Effect::LostAccess(space) => {
                self.store.drop_space(space).await.expect("memory forgets");
                None
            }
            Effect::Wait(_) | Effect::AskSignIn | Effect::Show(_) => None,
        }
    }

    /// The body of an answer, or what its absence means to the machine.
    async fn ask(&mut self, address: &str, push: Option<Push>) -> Result<Vec<u8>, Failure> {
        if !self.online {
            return Err(Failure::Network);
        }
        self.requests += 1;
        let answer = match push {
            Some(push) => self.person.post(address, &push).await,
            None => self.person.get(address).await,
        };
        if answer.status.is_success() {
            return Ok(answer.body);
        }
        match read::<ErrorBody>(&answer.body).code {
            ErrorCode::NotFound => Err(Failure::NoAccess),
            ErrorCode::SignIn => Err(Failure::SignIn),
            code => Err(Failure::Rejected(code)),
        }
    }

    /// Hears from the server where heads stand, as a stream would tell.
    async fn wake(&mut self) {
        let heads: Vec<Live> = self.person.get(path::HEADS).await.ok();
        self.happen(Event::Woken(heads)).await;
    }

    async fn go_online(&mut self, online: bool) {
        self.online = online;
        self.happen(Event::Connected(online)).await;
    }

    /// Everything that the device shows, by record.
    async fn shown(&self) -> BTreeMap<RecordId, (String, Value)> {
        let open = |record: Record| (record.id, (record.kind.clone(), Value::Object(record.body.open())));
        self.replica().await.all().into_iter().map(open).collect()
    }
}

fn read<T: serde::de::DeserializeOwned>(body: &[u8]) -> T {
    serde_json::from_slice(body).expect("the answer is of the expected shape")
}

async fn two_devices(server: &Server) -> (Device, Device) {
    let thandi = server.person("thandi").await.with_home().await;
    (Device::of(&thandi, 1).await, Device::of(&thandi, 2).await)
}

fn now(server: &Server) -> i64 {
    server.app.clock.now().0
}

#[tokio::test]
async fn what_one_device_writes_the_other_shows() {
    on_both(async |server| {
        let (mut phone, mut desk) = two_devices(&server).await;
        phone.save(now(&server), 1, "zone", &json!({"name": "Roof"})).await;
        phone.save(now(&server), 2, "entry", &json!({"type": "note", "title": "Moved in", "when": "2016"})).await;
        desk.wake().await;
        assert_eq!(desk.shown().await, phone.shown().await);
        assert_eq!(desk.shown().await.len(), 2);
        assert_eq!(phone.replica().await.unsent(), 0);
    })
    .await;
}

#[tokio::test]
async fn edits_of_an_hour_offline_meet_and_both_survive() {
    on_both(async |server| {
        let (mut phone, mut desk) = two_devices(&server).await;
        phone.save(now(&server), 1, "zone", &json!({"name": "Roof"})).await;
        desk.wake().await;
        phone.go_online(false).await;
        desk.go_online(false).await;
        for minute in 0..60 {
            server.app.clock.advance_ms(60_000);
            phone.save(now(&server), 1, "zone", &json!({"notes": format!("Minute {minute}.")})).await;
            desk.save(now(&server), 100 + minute, "zone", &json!({"name": format!("Zone {minute}")})).await;
        }
        desk.save(now(&server), 1, "zone", &json!({"name": "The roof"})).await;
        phone.go_online(true).await;
        desk.go_online(true).await;
        phone.wake().await;
        assert_eq!(phone.shown().await, desk.shown().await);
        let (_, roof) = phone.shown().await.remove(&RecordId(Uuid::from_u128(1))).expect("the roof");
        assert_eq!(roof, json!({"name": "The roof", "notes": "Minute 59."}));
        assert_eq!(phone.shown().await.len(), 61);
    })
    .await;
}

#[tokio::test]
async fn a_job_that_two_devices_took_in_offline_is_one_entry() {
    on_both(async |server| {
        let (mut phone, mut desk) = two_devices(&server).await;
        phone.go_online(false).await;
        desk.go_online(false).await;
        phone.take_in(now(&server), 0x5eed, "New valve").await;
        desk.take_in(now(&server), 0x5eed, "A new valve").await;
        phone.go_online(true).await;
        desk.go_online(true).await;
        phone.wake().await;
        assert_eq!(phone.shown().await, desk.shown().await);
        let shown = phone.shown().await;
        assert_eq!(shown.len(), 2);
        assert!(shown.values().any(|(_, letter)| letter["title"] == "New valve"), "the first stands: {shown:?}");
        for device in [&phone, &desk] {
            assert!(device.store.outbox(HOME).await.expect("memory reads").is_empty());
        }
    })
    .await;
}

#[tokio::test]
async fn a_refused_write_stays_on_its_device_and_holds_nothing_up() {
    on_both(async |server| {
        let (mut phone, mut desk) = two_devices(&server).await;
        phone.save(now(&server), 1, "hologram", &json!({"depth": 3})).await;
        phone.save(now(&server), 2, "zone", &json!({"name": "Garden"})).await;
        desk.wake().await;
        assert_eq!(desk.shown().await.len(), 1, "what the server does not know it does not pass on");
        assert_eq!(phone.shown().await.len(), 2, "what a person wrote is not lost");
        let refused: Vec<_> = phone.store.outbox(HOME).await.expect("memory reads");
        assert!(refused.len() == 1 && refused[0].refused.is_some(), "{refused:?}");
    })
    .await;
}

#[tokio::test]
async fn a_first_sync_of_a_large_home_brings_everything_newest_first() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let edits: Vec<Edit> = (1..=1000).map(|number| super::home::zone(number, "A zone")).collect();
        for edits in edits.chunks(500) {
            thandi.push(edits).await;
        }
        thandi.push(&(1001..=2600).take(900).map(|n| super::home::zone(n, "A zone")).collect::<Vec<_>>()).await;
        let phone = Device::of(&thandi, 3).await;
        assert_eq!(phone.shown().await.len(), 1900);
        assert!(phone.requests <= 6, "{} requests", phone.requests);
    })
    .await;
}

#[tokio::test]
async fn a_device_whose_membership_ended_forgets_the_home() {
    on_both(async |server| {
        let thandi = server.person("thandi").await.with_home().await;
        let naledi = server.person("naledi").await.member(&server, model::access::Role::Viewer).await;
        thandi.push(&[super::home::zone(1, "Roof")]).await;
        let mut phone = Device::of(&naledi, 4).await;
        assert_eq!(phone.shown().await.len(), 1);
        server.app.storage.leave_for_test(HOME, naledi.account).await;
        thandi.push(&[super::home::zone(2, "Safe")]).await;
        phone.happen(Event::Woken(vec![Live { space: HOME, head: 2, scope: Some(99), closed: false }])).await;
        assert!(phone.shown().await.is_empty());
    })
    .await;
}
