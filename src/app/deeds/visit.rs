//! Visiting a home by a link. Nothing of it stays on this device.

use super::Trouble;
use crate::browser::{derive, page, storage};
use crate::desk::{Allowed, Desk, Visiting};
use crate::driver::{Device, Engine, visit_whole};
use crate::net;
use model::ShareId;
use model::grant::estate::gives_cases;
use model::grant::{Grant, Verb};
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

/// Fetches what the visitor was given.
pub async fn fetch(share: ShareId) -> Result<Visit, Trouble> {
    Ok(net::get(&path::visit(share)).await?)
}

/// Shows what the visitor was given.
pub async fn show(desk: Desk, share: ShareId, given: Visit) {
    let is_deal = is_deal(&given);
    let Visit { expires, as_of, records, grant, sent, .. } = given;
    page::keep_for_tab(KEPT, &share.to_string());
    page::mark_visit();
    let (allowed, cases) = (allowed(&grant), gives_cases(&grant));
    // Only a link that takes entries, or is of a deal, may keep something here: what is written for it and not sent yet.
    let device = if allowed.contribute || is_deal { Device::of_link(share).await } else { Device::memory() };
    let visiting = Visiting { share: Some(share), home: None, expires: Some(expires), as_of, allowed, cases };
    let engine = Engine::of_visit(desk, device);
    engine.show_given(records, visiting);
    engine.show_sent(&sent);
}

/// Reads what [`show`] does not: all but what the first screen draws.
pub async fn complete(desk: Desk) {
    if let Some(engine) = desk.engine() {
        visit_whole(engine).await;
    }
}

/// Whether the link is of a deal, and who opened it its provider. Nobody is given a request by another.
pub fn is_deal(given: &Visit) -> bool {
    has(given, "request")
}

/// Whether something of that kind is given.
pub fn has(given: &Visit, kind: &str) -> bool {
    given.records.iter().any(|record| record.kind == kind)
}

/// What a link allows besides looking.
pub fn allowed(grant: &Grant) -> Allowed {
    Allowed {
        contribute: grant.allows(Verb::Contribute),
        comment: grant.allows(Verb::Comment),
        countersign: grant.allows(Verb::Countersign),
        join: grant.allows(Verb::Join),
    }
}

/// Ends the visit and clears the tab of it.
pub async fn close(share: ShareId) {
    // Without a network the visit ends by itself; this tab forgets it all the same.
    let _ = net::post_only(&path::visit_close(share), &()).await;
    page::drop_secret(KEPT);
    storage::forget(&format!("codessa-link-{share}"));
    page::leave("/s");
}

/// Whether it is a scheme that is looked at as somebody sees it who comes by a link of it.
pub fn previews_estate(desk: Desk) -> bool {
    desk.engine().is_some_and(|engine| engine.visited_estate().is_some())
}

/// What is visited.
pub fn visiting(desk: Desk) -> Option<Visiting> {
    desk.engine()?.visiting()
}
