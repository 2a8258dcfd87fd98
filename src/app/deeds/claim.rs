//! Claims on the warranties of the open home.

use super::{Change, Trouble, engine};
use crate::desk::Desk;
use model::claim::Claim;
use model::{Letter, RecordId};

/// All claims of the open home that nobody deleted.
pub fn all(desk: Desk) -> Vec<(RecordId, Claim)> {
    let Some(engine) = desk.engine() else { return Vec::new() };
    let found = engine.of_kind(Claim::KIND);
    let standing = found.iter().filter(|record| !record.is_deleted());
    standing.filter_map(|record| Some((record.id, record.body.read::<Claim>().ok()?))).collect()
}

/// Takes a claim away, or (false) brings it back.
pub async fn set_deleted(desk: Desk, id: RecordId, deleted: bool) -> Result<(), Trouble> {
    engine(desk)?.save(vec![Change::mark::<Claim>(id, deleted)]).await
}
