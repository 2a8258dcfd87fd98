//! Handing a home over: what one takes part in, offering, accepting, stopping, and opening what was handed over.

use super::{Trouble, engine, member};
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::SpaceId;
use model::handover::{Counts, Private, Redaction};
use wire::handover::{Handover, HandoverNew, Handovers};
use wire::path;

/// The hand-overs that this account takes part in, the latest first, and how many hours are waited.
pub async fn list() -> Result<Handovers, Trouble> {
    Ok(net::get(path::HANDOVERS).await?)
}

/// Offers the open home to its buyer.
pub async fn offer(desk: Desk, new: &HandoverNew) -> Result<Handover, Trouble> {
    let space = desk.space.get_untracked().ok_or(Trouble::Forbidden)?;
    Ok(net::post(&path::handover_offer(space), new).await?)
}

/// Accepts what was offered.
pub async fn accept(id: &str) -> Result<Handover, Trouble> {
    Ok(net::post(&path::handover_accept(id), &()).await?)
}

/// Stops a hand-over.
pub async fn stop(id: &str) -> Result<Handover, Trouble> {
    Ok(net::post(&path::handover_stop(id), &()).await?)
}

/// How much of the open home would stay private.
pub fn counts(desk: Desk, private: &[Private]) -> Counts {
    let records = engine(desk).map(|engine| engine.records()).unwrap_or_default();
    Redaction::of(&records, private, None).counts(&records)
}

/// Opens a home that was handed over to this account.
pub async fn open(desk: Desk, space: SpaceId) -> Result<(), Trouble> {
    member::refresh(desk).await?;
    engine(desk)?.open(space).await
}
