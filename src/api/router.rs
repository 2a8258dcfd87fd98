//! The table of routes: method, path, who may, and who answers. Everything that the API does stands here.

use crate::app::App;
use crate::border::Policy::{MemberSteppedUp, Public, SignedIn};
use crate::border::{self, Row, SPACE, delete, get, post};
use crate::error::Error;
use crate::openapi;
use crate::routes::{heads, health, space};
use crate::site::{self, Site};
use axum::Router;
use model::access::Action::Erase;
use wire::{ErrorCode, path};

/// Every route.
pub fn table() -> Vec<Row> {
    let mut rows = vec![
        get(path::HEALTH, Public, health::show_health).says("Whether the server is well.").gives("Health"),
        get(path::SPACES, SignedIn, space::list_spaces).says("The homes one is a member of.").gives("Memberships"),
        post(path::SPACES, SignedIn, space::create_space)
            .says("Takes a home that was made on a device into the account; again is harmless.")
            .takes("SpaceNew")
            .gives("Membership"),
        delete(&path::space(SPACE), MemberSteppedUp(Erase), space::delete_space)
            .says("Erases a home with everything in it."),
        get(path::HEADS, SignedIn, heads::list_heads).says("Where every home of the account stands.").gives("Heads"),
    ];
    rows.extend(openapi::rows());
    rows
}

/// The whole server: the API, and the app for every other address.
pub fn router(app: App) -> Router {
    let https = app.config.origin.is_https();
    let site = Site { folders: app.config.site.clone(), https };
    let routes = table().into_iter().fold(Router::new(), |router, row| {
        let (path, answer) = row.mount(&app);
        router.route(&path, answer)
    });
    let api = routes.method_not_allowed_fallback(refuse_method).with_state(app);
    border::around(site::secure(api, https).merge(site::router(site)))
}

async fn refuse_method() -> Error {
    Error::new(ErrorCode::Method, "This path does not take that method.")
}
