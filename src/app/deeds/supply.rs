//! What suppliers may expect: agreeing that the open home is counted, and reading what is told by a supplier's link.

use super::Trouble;
use crate::browser::derive;
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::link::Link;
use model::{Instant, SpaceId};
use wire::outlook::{Agreed, Counted, Proof, Told};
use wire::path;

/// Since when the open home is counted; none where it is not.
pub async fn counted(desk: Desk) -> Result<Option<Instant>, Trouble> {
    let told: Counted = net::get(&path::counted(home(desk)?)).await?;
    Ok(told.since)
}

/// Counts it, or no more.
pub async fn agree(desk: Desk, agreed: bool) -> Result<(), Trouble> {
    Ok(net::put_only(&path::counted(home(desk)?), &Agreed { agreed }).await?)
}

/// What is told by a supplier's link.
pub async fn told(link: Link) -> Result<Told, Trouble> {
    let auth = derive::outlook(&link.secret).await.ok_or(Trouble::Forbidden)?;
    Ok(net::post(&path::outlook(link.share), &Proof { auth }).await?)
}

fn home(desk: Desk) -> Result<SpaceId, Trouble> {
    desk.space.get_untracked().ok_or(Trouble::Forbidden)
}
