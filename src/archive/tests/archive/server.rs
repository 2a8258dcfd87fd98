//! A server as far as an archive meets one: it merges edits, and adds number, author and time of its own.

use crate::letter;
use archive::{Home, MemberNote};
use fastrand::Rng;
use model::kind::{Nature, edit_faults, kind_of};
use model::{AccountId, Body, DeviceId, Edit, EditKey, Instant, Record, RecordId, SpaceId, Stamp};
use std::collections::BTreeMap;
use uuid::Uuid;

/// A home's space on a server.
#[derive(Default)]
pub struct Server {
    pub records: BTreeMap<RecordId, Record>,
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
        self.records.insert(edit.id, record);
    }

    /// The home in it.
    pub fn home(&self, members: Vec<MemberNote>) -> Home {
        Home { space: SpaceId(Uuid::from_u128(7)), records: self.records.values().cloned().collect(), members }
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
