//! The deals of the open home: reading them, asking for a quote, and writing into one.

use super::{Change, Trouble};
use crate::desk::Desk;
use model::access::Role;
use model::portal::Request;
use model::{FileRef, Record, SpaceId};
use sync::Queued;

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
    /// How many edits wait to be sent.
    pub waiting: usize,
    /// Edits that the server refused. The reason is the field of the fault of each that was refused as `conflict`.
    pub refused: Vec<Queued>,
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
pub async fn deals(_: Desk) -> Result<Vec<Dealt>, Trouble> {
    Ok(Vec::new())
}

/// Asks a provider: opens a deal.
pub async fn ask(_: Desk, asking: &Asking) -> Result<Asked, Trouble> {
    let _ = (&asking.request, &asking.name);
    Err(Trouble::Forbidden)
}

/// Writes into a deal.
pub async fn write(desk: Desk, space: SpaceId, changes: Vec<Change>) -> Result<(), Trouble> {
    super::engine(desk)?.save_in(space, changes).await
}

/// Lets a refused edit of a deal go.
pub async fn discard(_: Desk, _: SpaceId, _: &Queued) -> Result<(), Trouble> {
    Err(Trouble::Forbidden)
}

/// Where a small picture of a file of a deal can be shown from.
pub async fn picture(_: Desk, _: SpaceId, _: &FileRef) -> Option<String> {
    None
}

/// The bytes of a file of a deal.
pub async fn content(_: Desk, _: SpaceId, _: &FileRef) -> Result<Vec<u8>, Trouble> {
    Err(Trouble::Forbidden)
}
