//! Sharing a part of the open home, or of a space that is named, by a link. The link's secret is made here, told once, and kept nowhere.

use super::{Trouble, engine};
use crate::browser::{derive, page, random};
use crate::desk::{Allowed, Desk, Visiting};
use crate::net;
use leptos::prelude::*;
use model::grant::estate::gives_cases;
use model::grant::{Grant, Purpose};
use model::link::Link;
use model::{FileHash, ShareId, SpaceId};
use sync::StoreError;
use wire::path;
use wire::share::{Share, ShareChange, ShareMade, ShareNew, Shares, Sight, Sights};

/// A link as a person wishes it.
#[derive(Clone, Debug, PartialEq, Eq, Default, serde::Serialize, serde::Deserialize)]
pub struct Wish {
    /// Whom it is for.
    pub purpose: Purpose,
    /// What it is called.
    pub name: String,
    /// What it gives.
    pub grant: Grant,
    /// Days until it ends.
    pub days: i64,
    /// Whether a passcode is asked for.
    pub passcode: bool,
    /// Whether it shows the home as it is now.
    pub snapshot: bool,
    /// Whether what is sent by it becomes part of the home at once.
    #[serde(default)]
    pub unseen: bool,
}

/// A link that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Made {
    /// The link.
    pub share: ShareId,
    /// Its address, with the secret.
    pub address: String,
    /// Its passcode.
    pub passcode: Option<String>,
}

/// The space that is named, else the open home.
fn space(desk: Desk, of: Option<SpaceId>) -> Result<SpaceId, Trouble> {
    of.or_else(|| desk.space.get_untracked()).ok_or(Trouble::Forbidden)
}

/// The links of the open home, or of that space.
pub async fn list(desk: Desk, of: Option<SpaceId>) -> Result<Vec<Share>, Trouble> {
    Ok(net::get::<Shares>(&path::shares(space(desk, of)?)).await?.shares)
}

/// Makes a link.
pub async fn make(desk: Desk, of: Option<SpaceId>, wish: &Wish) -> Result<Made, Trouble> {
    let link = Link { share: random::share_id(), secret: random::secret() };
    let cannot = || Trouble::Store(StoreError::Unavailable("this browser derives no keys".into()));
    let auth = derive::auth(&link.secret).await.ok_or_else(cannot)?;
    let Wish { purpose, name, grant, days, passcode, snapshot, unseen } = wish.clone();
    let (id, auth_hash) = (link.share, FileHash::of(&auth.0));
    let new = ShareNew { id, auth_hash, purpose, name, grant, days, passcode, snapshot, opens_max: None, unseen };
    let made: ShareMade = net::post(&path::shares(space(desk, of)?), &new).await?;
    Ok(Made { share: id, address: link.address(&page::origin()), passcode: made.passcode })
}

/// Lets a link last so many days from now.
pub async fn renew(desk: Desk, of: Option<SpaceId>, share: ShareId, days: i64) -> Result<(), Trouble> {
    let change = ShareChange { days: Some(days), ..ShareChange::default() };
    net::put::<_, Share>(&path::share(space(desk, of)?, share), &change).await?;
    Ok(())
}

/// Changes what a link is called and what it gives.
pub async fn change(
    desk: Desk,
    of: Option<SpaceId>,
    share: ShareId,
    name: String,
    grant: Grant,
) -> Result<(), Trouble> {
    let change = ShareChange { name: Some(name), grant: Some(grant), ..ShareChange::default() };
    net::put::<_, Share>(&path::share(space(desk, of)?, share), &change).await?;
    Ok(())
}

/// Ends a link.
pub async fn end(desk: Desk, of: Option<SpaceId>, share: ShareId) -> Result<(), Trouble> {
    Ok(net::delete(&path::share(space(desk, of)?, share)).await?)
}

/// Ends all links of it.
pub async fn end_all(desk: Desk, of: Option<SpaceId>) -> Result<(), Trouble> {
    Ok(net::delete(&path::shares(space(desk, of)?)).await?)
}

/// What happened with a link, the latest first.
pub async fn sights(desk: Desk, of: Option<SpaceId>, share: ShareId) -> Result<Vec<Sight>, Trouble> {
    Ok(net::get::<Sights>(&path::share_log(space(desk, of)?, share)).await?.sights)
}

/// Shows the open home as a visitor would see it.
pub fn preview(desk: Desk, wish: &Wish) -> Result<(), Trouble> {
    let allowed = super::visit::allowed(&wish.grant);
    let visiting =
        Visiting { share: None, home: Some(space(desk, None)?), expires: None, as_of: None, allowed, cases: false };
    page::mark_visit();
    engine(desk)?.preview_given(&wish.grant, visiting);
    Ok(())
}

/// Shows a scheme as a visitor would see it.
pub async fn preview_estate(desk: Desk, estate: SpaceId, wish: &Wish) -> Result<(), Trouble> {
    let (allowed, cases) = (Allowed::default(), gives_cases(&wish.grant));
    let visiting = Visiting { share: None, home: Some(estate), expires: None, as_of: None, allowed, cases };
    page::mark_visit();
    engine(desk)?.preview_estate(estate, &wish.grant, visiting).await
}

/// Under which name the wish for a link of a scheme is kept that is not made yet: over a sign-in, and while it is looked at as a visitor would.
pub fn wish_of(estate: SpaceId) -> String {
    format!("draft/{estate}/share")
}

/// Shows the home again as its owner sees it.
pub async fn end_preview(desk: Desk, home: SpaceId) -> Result<(), Trouble> {
    engine(desk)?.end_preview(home).await
}
