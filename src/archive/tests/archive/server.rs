//! A server as far as an archive meets one: it merges edits, and adds number, author and time of its own.

use crate::letter;
use archive::{Home, MemberNote, Revision};
use fastrand::Rng;
use model::body::Fields;
use model::kind::{Nature, edit_faults, kind_of};
use model::{AccountId, Body, DeviceId, Edit, EditKey, Instant, Record, RecordId, SpaceId, Stamp};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A home's space on a server.
#[derive(Default)]
pub struct Server {
    pub records: BTreeMap<RecordId, Record>,
    pub revisions: Vec<Revision>,
    pub head: u64,
    pub now: i64,
}

impl Server {
    /// Takes an edit as a server does; one of a kind that nobody knows as well, as a device keeps it.
    #[track_caller]
    pub fn push(&mut self, edit: &Edit, account: AccountId) {
        let before = self.records.get(&edit.id);
        if kind_of(&edit.kind).is_some() {
            assert_eq!(
                edit_faults(&edit.kind, &edit.fields, before.is_some()),
                [],
                "{} {}",
                edit.kind,
                edit.fields.text()
            );
        }
        self.now += 1000;
        self.head += 1;
        let mut record = before.map_or_else(|| Record::first(edit), |before| before.merged(edit));
        assert_eq!(record.kind, edit.kind);
        record.rev = self.head;
        record.by.get_or_insert(account);
        record.at.get_or_insert(Instant(self.now));
        self.revisions.push(Revision {
            record: edit.id,
            rev: self.head,
            by: Some(account),
            name: String::new(),
            at: Some(Instant(self.now)),
            stamp: edit.stamp,
            fields: edit.fields.open(),
        });
        self.records.insert(edit.id, record);
    }

    /// The home in it.
    pub fn home(&self, members: Vec<MemberNote>) -> Home {
        let (records, revisions) = (self.records.values().cloned().collect(), Some(self.revisions.clone()));
        Home { space: SpaceId(Uuid::from_u128(7)), records, revisions, members, deals: Vec::new() }
    }
}

/// A key that was not used before.
pub fn fresh() -> impl FnMut() -> EditKey {
    let mut next = 0;
    move || {
        next += 1;
        EditKey(Uuid::from_u128(next))
    }
}

/// A home made by chance.
pub fn home(seed: u64) -> Home {
    let mut rng = Rng::with_seed(seed);
    let mut server = Server { now: 1_700_000_000_000, ..Server::default() };
    let accounts: Vec<AccountId> = (0..4).map(|at| AccountId(Uuid::from_u128(0xa000 + at))).collect();
    for _ in 0..rng.usize(..80) {
        let account = accounts[rng.usize(..accounts.len())];
        if let Some(edit) = edit(&server, &mut rng) {
            server.push(&edit, account);
        }
    }
    // Some are only on the device, as no server has answered yet.
    for record in server.records.values_mut().filter(|_| rng.u8(..10) == 0) {
        (record.by, record.at, record.rev) = (None, None, 0);
        for revision in server.revisions.iter_mut().filter(|revision| revision.record == record.id) {
            (revision.by, revision.at, revision.rev) = (None, None, 0);
        }
    }
    let since = Instant(1_600_000_000_000);
    let note = |(at, account): (usize, &AccountId)| MemberNote {
        account: *account,
        name: format!("person{at}@example.org"),
        role: letter::role(&mut Rng::with_seed(seed)),
        since,
    };
    // The last of the accounts has left the home: nobody knows its name any more.
    server.home(accounts.iter().take(3).enumerate().map(note).collect())
}

/// Changes some living records of a home as its people go on; what was written into each, in its order.
pub fn lived(server: &mut Server, seed: u64) -> BTreeMap<RecordId, Vec<Fields>> {
    let mut rng = Rng::with_seed(seed);
    let mut made: BTreeMap<RecordId, Vec<Fields>> = BTreeMap::new();
    let is_living = |record: &&Record| kind_of(&record.kind).is_some_and(|kind| kind.nature == Nature::Living);
    // Not the note that the home was brought in.
    let own = |record: &&Record| record.id != RecordId(Uuid::from_u128(1)) && is_living(record);
    let ids: Vec<RecordId> = server.records.values().filter(own).map(|record| record.id).collect();
    for at in 0..rng.u64(..12) {
        let Some(id) = rng.choice(&ids).copied() else { break };
        let kind = kind_of(&server.records[&id].kind).expect("a kind");
        let fields = letter::change(kind, &mut rng);
        let stamp = Stamp { at_ms: 1_900_000_000_000 + at, count: 0, device: DeviceId(9) };
        let edit = Edit { key: EditKey::default(), id, kind: kind.name.to_owned(), stamp, fields: Body::seal(&fields) };
        server.push(&edit, AccountId(Uuid::from_u128(0xb000)));
        made.entry(id).or_default().push(edit.fields.open());
    }
    made
}

/// An edit of a device whose clock is not the only one: stamps come in any order.
fn edit(server: &Server, rng: &mut Rng) -> Option<Edit> {
    let id = letter::id(rng);
    let stamp = Stamp { at_ms: 1_600_000_000_000 + rng.u64(..40), count: rng.u16(..2), device: DeviceId(rng.u64(..3)) };
    let (kind, fields) = match server.records.get(&id) {
        Some(record) => {
            let kind = kind_of(&record.kind).filter(|kind| kind.nature == Nature::Living)?;
            (kind.name.to_owned(), letter::change(kind, rng))
        }
        None if rng.u8(..12) == 0 => {
            let kind = ["drone", "people", "Files", "x/../y", ""][rng.usize(..5)];
            let fields =
                serde_json::json!({"deep": [[{"a": null, "b": [1.5, -0.0, true]}]], "z": letter::line(rng), "a": 1});
            (kind.to_owned(), fields.as_object().expect("an object").clone())
        }
        None => {
            let kind = letter::kind(rng);
            (kind.name.to_owned(), letter::new(kind, rng))
        }
    };
    Some(Edit { key: EditKey::default(), id, kind, stamp, fields: Body::seal(&fields) })
}
