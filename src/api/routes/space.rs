//! Homes: listing, taking into the account, erasing.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Json as Body;
use crate::error::Error;
use crate::storage::Scope;
use crate::sweep::sweep;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use wire::space::{Membership, SpaceNew};

/// The homes that the caller is a member of.
pub async fn list_spaces(State(app): State<App>, principal: Principal) -> Result<Json<Vec<Membership>>, Error> {
    Ok(Json(app.storage.memberships(&principal).await?))
}

/// Takes a home that was made on a device into the caller's account.
pub async fn create_space(
    State(app): State<App>,
    principal: Principal,
    Body(new): Body<SpaceNew>,
) -> Result<Json<Membership>, Error> {
    Ok(Json(app.storage.take_space(&principal, new.id, app.clock.now()).await?))
}

/// Erases a home with everything in it.
pub async fn delete_space(State(app): State<App>, scope: Scope) -> Result<StatusCode, Error> {
    app.storage.erase_space(&scope, app.clock.now()).await?;
    app.live.wake();
    sweep(&app).await?;
    Ok(StatusCode::NO_CONTENT)
}
