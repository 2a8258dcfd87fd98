//! Homes: starting one, switching between them, taking one off the device, erasing one.

use super::{Trouble, engine};
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::SpaceId;
use sync::{Event, Store};
use wire::path;

/// Starts a logbook on this device; no account is needed. If somebody is signed in, it joins their account as soon as it can.
pub async fn found(desk: Desk, name: &str) -> Result<SpaceId, Trouble> {
    let name = model::canonical::normal(name);
    let engine = engine(desk)?;
    let space = engine.found(&name).await?;
    if desk.account.with_untracked(Option::is_some) {
        // Without a network it stays on the device; the next start tries again.
        let _ = engine.join(space).await;
    }
    Ok(space)
}

/// Opens another home.
pub async fn switch(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    engine(desk)?.open(space).await
}

/// Erases a home, on the server and on this device. Only its owner may.
pub async fn erase(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    let engine = engine(desk)?;
    if engine.entry(space).is_some_and(|entry| entry.joined) {
        net::delete(&path::space(space)).await?;
    }
    engine.happen(Event::Closed(space));
    engine.device().drop_space(space).await?;
    desk.homes.update(|homes| homes.retain(|home| home.space != space));
    engine.open_any().await;
    engine.tell_tabs();
    Ok(())
}
