//! Whether the server is well.

use crate::app::App;
use crate::error::Error;
use axum::Json;
use axum::extract::State;
use serde::Serialize;

/// What a server says of itself.
#[derive(Serialize)]
pub struct Health {
    status: &'static str,
    version: &'static str,
    /// Whether it makes reports as PDF.
    pdf: bool,
}

impl Health {
    /// A server that is well.
    pub fn well(pdf: bool) -> Self {
        Self { status: "well", version: env!("CARGO_PKG_VERSION"), pdf }
    }
}

/// Well means that the database answers; otherwise the answer is an error.
pub async fn show_health(State(app): State<App>) -> Result<Json<Health>, Error> {
    app.storage.ping().await?;
    Ok(Json(Health::well(app.press.is_offered())))
}
