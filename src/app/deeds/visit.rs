//! Visiting a home by a link. Nothing of it stays on this device.

use super::Trouble;
use crate::browser::{derive, page};
use crate::desk::{Desk, Visiting};
use crate::driver::Engine;
use crate::net;
use model::ShareId;
use model::link::Link;
use sync::StoreError;
use wire::path;
use wire::share::{Open, Visit};

/// Under which name this tab knows which link it visits, so that it may be loaded anew. It holds no secret.
pub const KEPT: &str = "visit";

/// Begins a visit; `Passcode` is refused where one is asked for.
pub async fn open(link: &Link, passcode: Option<String>) -> Result<(), Trouble> {
    let cannot = || Trouble::Store(StoreError::Unavailable("this browser derives no keys".into()));
    let auth = derive::auth(&link.secret).await.ok_or_else(cannot)?;
    let open = Open { auth, passcode, device: page::device_name() };
    Ok(net::post_only(&path::visit_open(link.share), &open).await?)
}

/// Shows what the visitor was given.
pub async fn show(desk: Desk, share: ShareId) -> Result<(), Trouble> {
    let Visit { expires, as_of, records, .. } = net::get(&path::visit(share)).await?;
    page::keep_for_tab(KEPT, &share.to_string());
    page::mark_visit();
    let visiting = Visiting { share: Some(share), home: None, expires: Some(expires), as_of };
    Engine::of_visit(desk).show_given(records, visiting);
    Ok(())
}

/// Ends the visit and clears the tab of it.
pub async fn close(share: ShareId) {
    // Without a network the visit ends by itself; this tab forgets it all the same.
    let _ = net::post_only(&path::visit_close(share), &()).await;
    page::drop_secret(KEPT);
    page::leave("/s");
}

/// What is visited.
pub fn visiting(desk: Desk) -> Option<Visiting> {
    desk.engine()?.visiting()
}
