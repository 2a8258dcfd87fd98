//! A home and what is written in it: edits as a device makes them.

use super::Person;
use model::access::Role;
use model::body::Body;
use model::{DeviceId, Edit, EditKey, RecordId, SpaceId, Stamp};
use serde_json::{Value, json};
use uuid::Uuid;
use wire::push::{Outcome, Push};
use wire::space::{Membership, SpaceNew};
use wire::{Page, PushReply, path};

/// The home that most tests are about.
pub(crate) const HOME: SpaceId = SpaceId(Uuid::from_u128(0x0191_0000_0000_7000_8000_0000_0000_0007));

/// An edit that nobody made before, of the record with that number.
pub(crate) fn edit(record: u128, kind: &str, fields: &Value) -> Edit {
    Edit {
        key: EditKey(Uuid::new_v4()),
        id: RecordId(Uuid::from_u128(record)),
        kind: kind.to_owned(),
        stamp: Stamp { at_ms: super::server::START.0.cast_unsigned(), count: 0, device: DeviceId(1) },
        fields: Body::from_text(fields.to_string()).expect("JSON"),
    }
}

/// A zone of that name.
pub(crate) fn zone(record: u128, name: &str) -> Edit {
    edit(record, "zone", &json!({ "name": name }))
}

impl Person {
    /// Takes [`HOME`] into the account.
    pub(crate) async fn with_home(self) -> Self {
        self.post(path::SPACES, &SpaceNew { id: HOME }).await.ok::<Membership>();
        self
    }

    /// Pushes edits to [`HOME`].
    pub(crate) async fn push(&self, edits: &[Edit]) -> PushReply {
        self.post(&path::push(HOME), &Push { edits: edits.to_vec() }).await.ok()
    }

    /// Pulls a page of [`HOME`]; `query` begins with a question mark or is empty.
    pub(crate) async fn pull(&self, query: &str) -> Page {
        self.get(&format!("{}{query}", path::pull(HOME))).await.ok()
    }

    /// Becomes a member of [`HOME`] as if an invitation had been accepted.
    pub(crate) async fn member(self, server: &super::Server, role: Role) -> Self {
        server.app.storage.join_for_test(HOME, self.account, role).await;
        self
    }
}

/// The numbers of what was accepted, in order; refused ones are left out.
pub(crate) fn accepted(reply: &PushReply) -> Vec<u64> {
    let rev = |outcome: &Outcome| match outcome {
        Outcome::Accepted { rev, .. } => Some(*rev),
        Outcome::Refused { .. } => None,
    };
    reply.answers.iter().filter_map(|answer| rev(&answer.outcome)).collect()
}

/// The numbers of a page's records, in their order.
pub(crate) fn revs(page: &Page) -> Vec<u64> {
    page.records.iter().map(|record| record.rev).collect()
}
