//! What people ask of who keeps their details: filing, listing, withdrawing.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::SignedIn;
use crate::border::{self, Json as Body, Row, delete, get, post};
use crate::error::Error;
use crate::register;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use wire::path;
use wire::request::{Request, RequestNew, Requests};

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(path::REQUESTS, SignedIn, list_requests)
            .says("What the account asked for, and what became of it.")
            .gives("Requests"),
        post(path::REQUESTS, SignedIn, file_request)
            .says("Files a request for access, correction or erasure, or an objection. It is answered within thirty days.")
            .takes("RequestNew")
            .gives("Request"),
        delete(&format!("{}/{{number}}", path::REQUESTS), SignedIn, withdraw_request).says("Withdraws an open request."),
    ]
}

/// The account's requests, the latest first.
pub async fn list_requests(State(app): State<App>, principal: Principal) -> Result<Json<Requests>, Error> {
    Ok(Json(Requests { requests: app.storage.requests(principal.account).await? }))
}

/// Files a request.
pub async fn file_request(
    State(app): State<App>,
    principal: Principal,
    Body(new): Body<RequestNew>,
) -> Result<Json<Request>, Error> {
    Ok(Json(register::file(&app, principal.account, new).await?))
}

/// Withdraws a request.
pub async fn withdraw_request(
    State(app): State<App>,
    principal: Principal,
    border::Path(number): border::Path<u32>,
) -> Result<StatusCode, Error> {
    match app.storage.withdraw_request(principal.account, number.into(), app.clock.now()).await? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Error::not_found()),
    }
}
