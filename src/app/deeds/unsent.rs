//! What has not reached the server: looking at it, saving it to a file, letting a refused change go, trying again.

use super::{Trouble, engine};
use crate::desk::Desk;
use leptos::prelude::*;
use model::{EditKey, SpaceId};
use sync::{Queued, Store};

/// Edits of the open home that wait, refused ones included, oldest first.
pub fn list(desk: Desk) -> Vec<Queued> {
    desk.waiting.track();
    desk.refused.track();
    engine(desk).map(|engine| engine.outbox()).unwrap_or_default()
}

/// All waiting edits of all homes, and of all jobs, as one JSON text, to be saved to a file.
pub async fn to_file(desk: Desk) -> Result<String, Trouble> {
    let engine = engine(desk)?;
    let mut homes = serde_json::Map::new();
    for home in desk.homes.get_untracked() {
        let outbox = engine.device().outbox(home.space).await?;
        homes.insert(home.space.to_string(), serde_json::to_value(&outbox).unwrap_or_default());
    }
    let mut jobs = serde_json::Map::new();
    for deal in engine.deals() {
        let outbox = engine.device().outbox(deal.space).await?;
        if !outbox.is_empty() {
            jobs.insert(deal.space.to_string(), serde_json::to_value(&outbox).unwrap_or_default());
        }
    }
    Ok(serde_json::json!({ "codessa": "unsent", "version": 1, "homes": homes, "jobs": jobs }).to_string())
}

/// Edits that wait for jobs, and for a firm, that are open to this account no more: a space each.
pub async fn left(desk: Desk) -> Result<Vec<(SpaceId, Vec<Queued>)>, Trouble> {
    let left = engine(desk)?.left_behind().await?;
    Ok(left.into_iter().map(|(deal, outbox)| (deal.space, outbox)).collect())
}

/// Lets all of them go that wait for one.
pub async fn forget(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    engine(desk)?.forget_left(space).await
}

/// Lets a refused edit go; what the server has is shown again.
pub async fn discard(desk: Desk, key: EditKey) -> Result<(), Trouble> {
    engine(desk)?.discard(key).await
}

/// Sends a refused edit again as a new one, for a reason that may have passed (a role, a server's version).
pub async fn again(desk: Desk, queued: &Queued) -> Result<(), Trouble> {
    engine(desk)?.resend(queued).await
}
