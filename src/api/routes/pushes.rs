//! Browsers that take pushes.

use crate::app::App;
use crate::auth::Principal;
use crate::border::Policy::SignedIn;
use crate::border::{Json as Body, Row, delete, get, put};
use crate::error::Error;
use crate::outbox::push::{Vapid, address, keys};
use crate::storage::SubscriptionRow;
use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use model::FaultCode;
use wire::path;
use wire::reminder::{PushKey, PushNew};

/// The rows of this file.
pub fn rows() -> Vec<Row> {
    vec![
        get(path::PUSH_KEY, SignedIn, show_key)
            .says("The public key by which this server pushes; browsers ask for it.")
            .gives("PushKey"),
        put(path::PUSH, SignedIn, subscribe)
            .says("Pushes reminders to the browser that asks, for as long as it is signed in.")
            .takes("PushNew"),
        delete(path::PUSH, SignedIn, unsubscribe).says("Pushes no more to the browser that asks."),
    ]
}

/// The key.
pub async fn show_key(State(app): State<App>) -> Result<Json<PushKey>, Error> {
    Ok(Json(PushKey { key: Vapid::load(&app).await?.public() }))
}

/// Pushes to a browser.
pub async fn subscribe(
    State(app): State<App>,
    principal: Principal,
    Body(new): Body<PushNew>,
) -> Result<StatusCode, Error> {
    if address(&new.endpoint, app.config.push_loopback).is_none() {
        let detail =
            "This is the address of no push service that this server knows: those of Chrome, Firefox, Safari and Edge.";
        return Err(Error::fault("endpoint", FaultCode::NotAllowed, detail));
    }
    let row = SubscriptionRow { endpoint: new.endpoint, p256dh: new.p256dh, auth: new.auth };
    if keys(&row).is_none() {
        let detail = "The keys have to be a point on P-256 (65 bytes) and 16 bytes, in base64url without padding.";
        return Err(Error::fault("p256dh", FaultCode::Unreadable, detail));
    }
    app.storage.subscribe(&principal, row, app.clock.now()).await?;
    Ok(StatusCode::NO_CONTENT)
}

/// Pushes to it no more; again is harmless.
pub async fn unsubscribe(State(app): State<App>, principal: Principal) -> Result<StatusCode, Error> {
    app.storage.unsubscribe(principal.session).await?;
    Ok(StatusCode::NO_CONTENT)
}
