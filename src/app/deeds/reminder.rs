//! Reminders of the open home: what falls due, how the person wants to be told, and by which ways.

use super::{Trouble, engine};
use crate::desk::Desk;
use crate::net;
use crate::pwa::push;
use leptos::prelude::*;
use model::SpaceId;
use model::reminder::{Due, Settings};
use model::task::Task;
use model::warranty::Warranty;
use wire::path;
use wire::reminder::{FeedMade, PushKey, Reminders};

fn space(desk: Desk) -> Result<SpaceId, Trouble> {
    desk.space.get_untracked().ok_or(Trouble::Forbidden)
}

/// Everything of the open home that has a day; tracks the kinds from which it comes.
pub fn due(desk: Desk) -> Vec<Due> {
    let library = desk.library;
    library.shelf::<Task>();
    library.shelf::<Warranty>();
    library.certificates.track();
    engine(desk).map(|engine| model::reminder::due(&engine.records())).unwrap_or_default()
}

/// How the person is reminded.
pub async fn reminders(desk: Desk) -> Result<Reminders, Trouble> {
    Ok(net::get(&path::reminders(space(desk)?)).await?)
}

/// Keeps how they want to be.
pub async fn choose(desk: Desk, settings: &Settings) -> Result<(), Trouble> {
    Ok(net::put_only(&path::reminders(space(desk)?), settings).await?)
}

/// Allows pushes in this browser; whether they are shown from now on. Only a press of the person may lead here.
pub async fn allow_pushes(_desk: Desk) -> Result<bool, Trouble> {
    let key: PushKey = net::get(path::PUSH_KEY).await?;
    let Some(new) = push::allow(&key.key).await else { return Ok(false) };
    let kept = net::put_only(path::PUSH, &new).await;
    if kept.is_err() {
        push::end().await;
    }
    Ok(kept.map(|()| true)?)
}

/// Ends them in this browser.
pub async fn end_pushes(_desk: Desk) -> Result<(), Trouble> {
    push::end().await;
    Ok(net::delete(path::PUSH).await?)
}

/// Makes a secret address of the home's calendar; an earlier one ends.
pub async fn make_feed(desk: Desk) -> Result<String, Trouble> {
    Ok(net::post::<_, FeedMade>(&path::feed(space(desk)?), &()).await?.address)
}

/// Ends it.
pub async fn end_feed(desk: Desk) -> Result<(), Trouble> {
    Ok(net::delete(&path::feed(space(desk)?)).await?)
}
