//! The scheme that a home is a unit of, as the home's owner acts on it: linking, what is shown, withdrawing, taking part in call-outs.

use super::{Trouble, engine};
use crate::desk::Desk;
use crate::net;
use leptos::prelude::*;
use model::scheme::Hidden;
use model::{RecordId, SpaceId};
use wire::estate::{
    BundleAnswer, ComplaintNew, EstateLink, EstateLinkOpen, EstateLinkOpened, EstateShows, EstateView, HomeEstate,
};
use wire::path;
use wire::space::Membership;

/// Whether the scheme keeps a logbook that can be taken over by the link that its owner was given.
pub async fn offers_held(token: String) -> Result<bool, Trouble> {
    let opened: EstateLinkOpened = net::post(path::ESTATE_LINK_OPEN, &EstateLinkOpen { token }).await?;
    Ok(opened.held)
}

/// Links a home by the link that its owner was given, or takes over the logbook that the scheme kept where none is named. The home is open then.
pub async fn link(desk: Desk, token: String, home: Option<SpaceId>, shows: Vec<Hidden>) -> Result<(), Trouble> {
    let asked = EstateLink { token, home, shows: Some(shows) };
    let linked: Membership = net::post(path::ESTATE_LINK, &asked).await?;
    let engine = engine(desk)?;
    let space = linked.space;
    engine.take_memberships(vec![linked]).await?;
    engine.open(space).await
}

/// What the scheme of the open home says, if it is in one.
pub async fn view(desk: Desk) -> Result<Option<EstateView>, Trouble> {
    let home = home(desk)?;
    // A home that is on this device alone is in no scheme.
    if !engine(desk)?.entry(home).is_some_and(|entry| entry.joined) {
        return Ok(None);
    }
    let told: HomeEstate = net::get(&path::home_estate(home)).await?;
    Ok(told.estate)
}

/// Shows the scheme these parts of the open home from now on.
pub async fn show(desk: Desk, shows: Vec<Hidden>) -> Result<(), Trouble> {
    Ok(net::put_only(&path::home_estate(home(desk)?), &EstateShows { shows }).await?)
}

/// Withdraws the link of the open home.
pub async fn withdraw(desk: Desk) -> Result<(), Trouble> {
    Ok(net::delete(&path::home_estate(home(desk)?)).await?)
}

/// Says whether the unit takes part in a call-out.
pub async fn answer(desk: Desk, bundle: RecordId, joins: bool) -> Result<(), Trouble> {
    Ok(net::post_only(&path::joining(home(desk)?), &BundleAnswer { bundle, joins }).await?)
}

/// Complains, for the unit of the open home: opens a case of its scheme. It needs a connection; again with the same id is harmless.
pub async fn complain(desk: Desk, new: &ComplaintNew) -> Result<SpaceId, Trouble> {
    let made: Membership = net::post(&path::complaints(home(desk)?), new).await?;
    let space = made.space;
    engine(desk)?.take_deals(vec![made]).await?;
    Ok(space)
}

fn home(desk: Desk) -> Result<SpaceId, Trouble> {
    desk.space.get_untracked().ok_or(Trouble::Forbidden)
}
