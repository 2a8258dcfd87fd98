//! The deals of the open home: reading them, asking for a quote, and writing into one.

use super::{Change, Trouble};
use crate::desk::Desk;
use model::access::Role;
use model::portal::Request;
use model::portal::back::{Draft, Proposal};
use model::{Record, SpaceId};

/// A deal on this device.
#[derive(Clone, Debug, PartialEq)]
pub struct Dealt {
    /// Its space.
    pub space: SpaceId,
    /// What this device's account is in it.
    pub role: Role,
    /// Nothing is written into it any more.
    pub closed: bool,
    /// Its records, with what waits to be sent.
    pub records: Vec<Record>,
}

/// What is asked.
pub struct Asking {
    /// The request to one provider.
    pub request: Request,
    /// Whom the link is for.
    pub name: String,
}

/// What came of asking.
pub struct Asked {
    /// The deal.
    pub space: SpaceId,
    /// The address for its provider.
    pub link: String,
}

/// The deals of the open home.
pub async fn deals(_: Desk) -> Vec<Dealt> {
    Vec::new()
}

/// Asks a provider: opens a deal.
pub async fn ask(_: Desk, asking: Asking) -> Result<Asked, Trouble> {
    let _ = (asking.request, asking.name);
    Err(Trouble::Forbidden)
}

/// Writes into a deal.
pub async fn write(desk: Desk, space: SpaceId, changes: Vec<Change>) -> Result<(), Trouble> {
    super::engine(desk)?.save_in(space, changes).await
}

/// Takes what a finished job proposes into the open home: one act writes all of it.
pub async fn take_in(desk: Desk, proposals: Vec<Proposal>) -> Result<(), Trouble> {
    let change = |Proposal { id, draft, .. }| match draft {
        Draft::Entry(letter) => Some(Change::new(id, &*letter)),
        Draft::System(letter) => Some(Change::new(id, &*letter)),
        Draft::Warranty(letter) => Some(Change::new(id, &*letter)),
        Draft::Certificate(letter) => Some(Change::new(id, &*letter)),
        Draft::Document(letter) => Some(Change::new(id, &*letter)),
        Draft::Task(letter) => Some(Change::new(id, &*letter)),
        Draft::Contact(before, after) => Change::between(id, &*before, &*after),
        Draft::Statutory(_) => None,
    };
    super::engine(desk)?.save(proposals.into_iter().filter_map(change).collect()).await
}
