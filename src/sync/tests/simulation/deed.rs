//! What happens by chance: people write, devices crash and lose their network, disks fill up, memberships change.

use crate::device::now;
use crate::server::POISON;
use crate::world::{OFF_MS_MAX, World, uuid};
use model::access::Role;
use model::{AccountId, Body, Edit, EditKey, RecordId, SpaceId, Stamp};
use serde_json::{Value, json};
use sync::Store;
use uuid::Uuid;

/// Texts that people write; the last is not for the server.
const TEXTS: [&str; 5] = ["Geyser", "Ünïcode 😀", "גז", "two\nlines", POISON];

impl World {
    /// One thing that happens.
    pub(crate) fn act(&mut self) {
        let at = self.rng.usize(..self.devices.len());
        match self.rng.u8(..100) {
            0..62 => self.write(at),
            62..68 => self.crash(at),
            68..76 => {
                let online = self.rng.u8(..3) > 0;
                self.set_online(at, online);
            }
            76..79 => self.devices[at].clock_off_ms = self.rng.i64(-OFF_MS_MAX..=OFF_MS_MAX),
            79..83 => self.devices[at].store.set_full(self.rng.u8(..3) == 0),
            83..88 => self.change_member(),
            88..91 => self.devices[at].session = false,
            91..94 => self.fold(at),
            94..96 => self.discard(at),
            96..98 if self.devices[at].run.is_some() => self.follow_and_lead(at),
            _ => self.newer_device_writes(),
        }
        self.check_one(at);
        let ms = self.rng.u64(..20_000);
        self.pass(ms);
    }

    fn open_space(&mut self, at: usize) -> Option<SpaceId> {
        let spaces: Vec<SpaceId> = self.devices[at].run.as_ref()?.replicas.keys().copied().collect();
        self.rng.choice(spaces)
    }

    fn write(&mut self, at: usize) {
        let Some(space) = self.open_space(at) else { return };
        let edits: Vec<Edit> = (0..self.rng.usize(1..=3)).map(|_| self.edit(at, space)).collect();
        if self.devices[at].save(space, &edits).is_ok() {
            self.saved.extend(edits.iter().map(|edit| (edit.key, (at, space))));
            self.step(at, sync::Event::Edited(space));
        }
    }

    /// One act of a person: mostly sensible, sometimes what no form would let through.
    fn edit(&mut self, at: usize, space: SpaceId) -> Edit {
        let text = TEXTS[if self.rng.u8(..50) == 0 { TEXTS.len() - 1 } else { self.rng.usize(..TEXTS.len() - 1) }];
        let fresh = RecordId(uuid(&mut self.rng));
        let (id, kind, fields) = match self.rng.u8(..100) {
            0..15 => (fresh, "contact", json!({"name": text, "phone": "021 555 0100", "notes": ""})),
            15..25 => (fresh, "system", json!({"name": text, "type": "geyser", "installed": "2019-03"})),
            25..45 => (fresh, "entry", json!({"type": "repair", "title": text, "when": "2025-11-12"})),
            45..52 => match self.known(at, space, "entry") {
                Some(of) => (fresh, "entry", json!({"title": text, "when": "2025", "amends": of})),
                None => (fresh, "entry", json!({"title": text, "when": "2025"})),
            },
            52..56 => (fresh, "withdrawal", json!({"of": self.known(at, space, "entry"), "reason": text})),
            56..88 => match self.known(at, space, "contact") {
                Some(id) => (id, "contact", self.contact_change(text)),
                None => (fresh, "contact", json!({"name": text})),
            },
            88..91 => (fresh, "drone", json!({"name": text})),
            91..93 => match self.known(at, space, "entry") {
                Some(id) => (id, "entry", json!({"title": text})),
                None => (fresh, "entry", json!({"title": ""})),
            },
            // Several devices make the same record, of one kind or of two.
            93..97 => (RecordId(Uuid::from_u128(self.rng.u128(1..4))), "contact", json!({"name": text, "trade": text})),
            97..98 => (RecordId(Uuid::from_u128(self.rng.u128(1..4))), "system", json!({"name": text})),
            _ => (fresh, "contact", json!({"name": "", "number": 1.5})),
        };
        let fields = Body::seal(fields.as_object().expect("an object"));
        Edit { key: EditKey(uuid(&mut self.rng)), id, kind: kind.to_owned(), stamp: self.tick(at), fields }
    }

    fn contact_change(&mut self, text: &str) -> Value {
        match self.rng.u8(..7) {
            0 => json!({ "phone": text }),
            1 => json!({ "phone": null }),
            2 => json!({ "trade": text, "notes": text }),
            3 => json!({ "name": "" }),
            4 => json!({ "deleted": true }),
            5 => json!({ "deleted": null, "email": "a@example.org" }),
            _ => json!({ "name": text }),
        }
    }

    fn tick(&mut self, at: usize) -> Stamp {
        let now_ms = self.devices[at].clock_ms(self.now_ms);
        self.devices[at].run.as_mut().expect("a running device").clock.tick(now_ms)
    }

    /// A record of that kind that the device shows.
    fn known(&mut self, at: usize, space: SpaceId, kind: &str) -> Option<RecordId> {
        let mut ids: Vec<RecordId> = Vec::new();
        let replica = self.devices[at].replica(space)?;
        ids.extend(replica.all().iter().filter(|record| record.kind == kind).map(|record| record.id));
        ids.sort();
        self.rng.choice(ids)
    }

    /// A membership begins, ends, or is shown more or less. The first account keeps every space.
    fn change_member(&mut self) {
        let keeper = self.devices[0].account;
        let mut accounts: Vec<AccountId> = self.devices.iter().map(|device| device.account).collect();
        accounts.retain(|account| *account != keeper);
        let spaces: Vec<SpaceId> = self.server.spaces.keys().copied().collect();
        let (Some(account), Some(space)) = (self.rng.choice(accounts), self.rng.choice(spaces)) else { return };
        let role = [None, Some(Role::Viewer), Some(Role::CoOwner), Some(Role::CoOwner)][self.rng.usize(..4)];
        let hidden = [None, None, Some("contact"), Some("entry")][self.rng.usize(..4)];
        let members = &mut self.server.spaces.get_mut(&space).expect("it was just chosen").members;
        let scope = members.get(&account).map_or(1, |member| member.scope + 1);
        members.insert(account, crate::server::Member { role, hidden, scope });
        self.wake(space);
    }

    fn fold(&mut self, at: usize) {
        if let Some(space) = self.open_space(at) {
            // A fold on a full disk changes nothing.
            let _ = now(self.devices[at].store.fold(space));
        }
    }

    /// A person lets a refused edit go.
    fn discard(&mut self, at: usize) {
        let Some(space) = self.open_space(at) else { return };
        let device = &mut self.devices[at];
        let replica = device.replica(space).expect("it is open");
        let Some(refused) = replica.outbox().iter().find(|queued| queued.refused.is_some()) else { return };
        let (key, id) = (refused.edit.key, refused.edit.id);
        assert_eq!(replica.discarded(key), Some(id));
        now(device.store.discard(space, key)).expect("letting go needs no room");
        device.seen.entry(space).or_default().remove(&id);
        self.discarded.insert(key);
    }

    /// A device with a newer app writes a kind that nobody else knows, through a newer server.
    fn newer_device_writes(&mut self) {
        let spaces: Vec<SpaceId> = self.server.spaces.keys().copied().collect();
        let space = self.rng.choice(spaces).expect("there is a space");
        let edit = Edit {
            key: EditKey(uuid(&mut self.rng)),
            id: RecordId(uuid(&mut self.rng)),
            kind: "hologram".to_owned(),
            stamp: Stamp { at_ms: self.now_ms, ..Stamp::default() },
            fields: Body::seal(json!({"depth": [1, {"unknown": true}]}).as_object().expect("an object")),
        };
        let by = self.devices[0].account;
        self.server.spaces.get_mut(&space).expect("it is there").accept(&edit, by, self.now_ms);
        self.wake(space);
    }
}
