//! Schemes of many homes.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::SignedIn;
use crate::border::{Json as Body, Row, post};
use crate::error::Error;
use axum::Json;
use axum::extract::State;
use wire::path;
use wire::space::{Membership, SpaceNew};

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        post(path::ESTATES, SignedIn, create_estate)
            .says("Makes a scheme of many homes, which the account owns; again is harmless.")
            .takes("SpaceNew")
            .gives("Membership"),
    ]
}

/// Makes a scheme.
pub async fn create_estate(
    State(app): State<App>,
    principal: Principal,
    Body(new): Body<SpaceNew>,
) -> Result<Json<Membership>, Error> {
    let made = app.storage.make_estate(principal.account, new.id, app.clock.now()).await?;
    app.live.wake();
    Ok(Json(made))
}
