//! Who works together in a firm or a scheme: members, invitations, inviting and removing. The server says who may.

use super::Trouble;
use crate::net;
use model::access::Role;
use model::{AccountId, SpaceId};
use wire::path;
use wire::space::{Invitation, Invite, Members};

/// Members and open invitations.
pub async fn members(space: SpaceId) -> Result<Members, Trouble> {
    Ok(net::get(&path::members(space)).await?)
}

/// Invites somebody by mail; the link is told once, to be sent by other means too.
pub async fn invite(space: SpaceId, email: &str, role: Role) -> Result<Invitation, Trouble> {
    Ok(net::post(&path::invitations(space), &Invite { email: email.trim().to_owned(), role }).await?)
}

/// Takes an invitation back.
pub async fn uninvite(space: SpaceId, id: &str) -> Result<(), Trouble> {
    Ok(net::delete(&format!("{}/{id}", path::invitations(space))).await?)
}

/// Ends a membership: another's, or one's own. What they saw by it they see no more, at once.
pub async fn remove(space: SpaceId, account: AccountId) -> Result<(), Trouble> {
    Ok(net::delete(&format!("{}/{account}", path::members(space))).await?)
}
