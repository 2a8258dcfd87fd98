//! What was sent by the links of the open home: looked at, taken in or declined.

use super::Trouble;
use crate::browser::object_url;
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::contribution::State;
use model::{ContributionId, FileHash, SpaceId};
use wire::contribution::{Contribution, ContributionStates, Contributions, Verdict};
use wire::path;

fn space(desk: Desk) -> Result<SpaceId, Trouble> {
    desk.space.get_untracked().ok_or(Trouble::Forbidden)
}

/// What was sent by the links of the open home: what waits first.
pub async fn list(desk: Desk) -> Result<Vec<Contribution>, Trouble> {
    Ok(net::get::<Contributions>(&path::contributions(space(desk)?)).await?.contributions)
}

/// How much of what was sent by the links of the open home waits for a decision.
pub async fn waiting(desk: Desk) -> Result<usize, Trouble> {
    let all = net::get::<ContributionStates>(&path::contributions(space(desk)?)).await?.contributions;
    Ok(all.iter().filter(|one| one.state == State::Waiting).count())
}

/// Takes it into the home, or declines it.
pub async fn decide(desk: Desk, id: ContributionId, accept: bool) -> Result<Contribution, Trouble> {
    Ok(net::put(&path::contribution(space(desk)?, id), &Verdict { accept }).await?)
}

/// Where a small picture of a file can be shown from that was sent and waits.
pub async fn picture(desk: Desk, id: ContributionId, hash: FileHash) -> Option<String> {
    let path = path::contribution_preview(space(desk).ok()?, id, hash);
    object_url::of(&net::get_bytes(&path).await.ok()?, "image/jpeg")
}

/// The bytes of such a file.
pub async fn content(desk: Desk, id: ContributionId, hash: FileHash) -> Result<Vec<u8>, Trouble> {
    Ok(net::get_bytes(&path::contribution_file(space(desk)?, id, hash)).await?)
}
