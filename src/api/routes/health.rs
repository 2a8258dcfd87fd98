//! Whether the server is well.

use crate::app::App;
use crate::error::Error;
use axum::Json;
use axum::extract::State;
use serde::Serialize;

/// A server that is well.
#[derive(Serialize)]
pub struct Health {
    status: &'static str,
    version: &'static str,
}

/// Well means that the database answers; otherwise the answer is an error.
pub async fn show_health(State(app): State<App>) -> Result<Json<Health>, Error> {
    app.storage.ping().await?;
    Ok(Json(Health { status: "well", version: env!("CARGO_PKG_VERSION") }))
}
