//! Members of the open home: who they are, inviting, removing, leaving, accepting.

use super::{Trouble, engine};
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::access::{Role, Sort};
use model::{AccountId, RecordId, SpaceId};
use wire::account::Me;
use wire::path;
use wire::space::{Accept, History, Invitation, Invite, Members, Membership};

fn space(desk: Desk) -> Result<SpaceId, Trouble> {
    desk.space.get_untracked().ok_or(Trouble::Forbidden)
}

/// Members and open invitations.
pub async fn list(desk: Desk) -> Result<Members, Trouble> {
    Ok(net::get(&path::members(space(desk)?)).await?)
}

/// Invites somebody by mail; the link is told once, to be sent by other means too.
pub async fn invite(desk: Desk, email: &str, role: Role) -> Result<Invitation, Trouble> {
    Ok(net::post(&path::invitations(space(desk)?), &Invite { email: email.trim().to_owned(), role }).await?)
}

/// Takes an invitation back.
pub async fn uninvite(desk: Desk, id: &str) -> Result<(), Trouble> {
    Ok(net::delete(&format!("{}/{id}", path::invitations(space(desk)?))).await?)
}

/// Ends a membership: another's, or one's own.
pub async fn remove(desk: Desk, account: AccountId) -> Result<(), Trouble> {
    Ok(net::delete(&format!("{}/{account}", path::members(space(desk)?))).await?)
}

/// Accepts an invitation as the signed-in account, and opens the home if it is one; to what it was.
pub async fn accept(desk: Desk, token: &str) -> Result<Sort, Trouble> {
    let membership: Membership = net::post(path::ACCEPT, &Accept { token: token.to_owned() }).await?;
    let engine = engine(desk)?;
    let (space, sort) = (membership.space, membership.sort);
    engine.take_memberships(vec![membership]).await?;
    if sort == Sort::Home {
        engine.open(space).await?;
    }
    Ok(sort)
}

/// Looks whether this account has become a member of other homes.
pub async fn refresh(desk: Desk) -> Result<(), Trouble> {
    let me: Me = net::get(path::ME).await?;
    engine(desk)?.take_memberships(me.spaces).await
}

/// Who changed what in a record, and when; needs a connection.
pub async fn history(desk: Desk, record: RecordId) -> Result<History, Trouble> {
    Ok(net::get(&path::history(space(desk)?, record)).await?)
}
