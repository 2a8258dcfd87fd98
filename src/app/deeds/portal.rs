//! Deals on this device: those of the open home, those of a provider who signed in, and the one that a link leads to.

use super::{Change, Trouble, engine};
use crate::desk::Desk;
use leptos::prelude::*;
use model::access::Role;
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
    /// Edits that wait to be sent.
    pub waiting: usize,
    /// Edits that the server refused.
    pub refused: usize,
}

/// The deals on this device.
pub async fn deals(desk: Desk) -> Vec<Dealt> {
    visited(desk).and_then(|space| of_visit(desk, space)).into_iter().collect()
}

/// One of them.
pub async fn dealt(desk: Desk, space: SpaceId) -> Option<Dealt> {
    of_visit(desk, space)
}

/// The deal that is visited by its link; none unless the link is of one.
pub fn visited(desk: Desk) -> Option<SpaceId> {
    let engine = desk.engine()?;
    engine.visiting()?.share?;
    let is_deal = engine.records().iter().any(|record| record.kind == "request");
    is_deal.then(|| desk.space.get_untracked()).flatten()
}

fn of_visit(desk: Desk, space: SpaceId) -> Option<Dealt> {
    visited(desk).filter(|visited| *visited == space)?;
    let (waiting, refused) = (desk.waiting.get_untracked(), desk.refused.get_untracked());
    let records = desk.engine()?.records();
    Some(Dealt { space, role: Role::Provider, closed: false, records, waiting, refused })
}

/// Writes into a deal.
pub async fn write(desk: Desk, space: SpaceId, changes: Vec<Change>) -> Result<(), Trouble> {
    engine(desk)?.save_in(space, changes).await?;
    desk.deals.update(|deals| *deals = deals.wrapping_add(1));
    Ok(())
}
